"""Migrations: once, in order, whole or not at all, and never edited afterwards."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from deskbell.kit.embedded_postgres import Cluster
from deskbell.kit.migrate import Migration, MigrationError, migrate, read_migrations

ROOMS = Migration("0001_rooms.sql", "CREATE TABLE rooms (name text); GRANT SELECT ON rooms TO deskbell_app;")
DOORS = Migration("0002_doors.sql", "CREATE TABLE doors (name text);")


@pytest.fixture
def blank(cluster: Cluster) -> Iterator[tuple[str, str]]:
    """The owner's and the application's URL of a database without tables."""
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE blank OWNER deskbell_owner")
        yield cluster.url("deskbell_owner", "blank"), cluster.url("deskbell_app", "blank")
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier("blank")))


def tables(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        return [row[0] for row in rows.fetchall()]


def test_each_file_is_applied_once_and_in_order(blank: tuple[str, str]) -> None:
    assert migrate(*blank, [ROOMS]) == ["0001_rooms.sql"]
    assert migrate(*blank, [ROOMS, DOORS]) == ["0002_doors.sql"]
    assert migrate(*blank, [ROOMS, DOORS]) == []
    assert tables(blank[0]) == ["doors", "rooms", "schema_migrations"]


def test_a_file_that_fails_leaves_nothing_of_itself(blank: tuple[str, str]) -> None:
    broken = Migration("0002_broken.sql", "CREATE TABLE half (name text); SELECT 1 / 0;")
    with pytest.raises(MigrationError, match=r"0002_broken.sql failed: division by zero"):
        migrate(*blank, [ROOMS, broken])
    assert tables(blank[0]) == ["rooms", "schema_migrations"]


def test_an_applied_file_that_changed_is_refused_by_name(blank: tuple[str, str]) -> None:
    migrate(*blank, [ROOMS])
    with pytest.raises(MigrationError, match=r"0001_rooms.sql was changed"):
        migrate(*blank, [Migration(ROOMS.name, ROOMS.text + " -- prettier")])


def test_a_database_from_a_newer_version_is_refused(blank: tuple[str, str]) -> None:
    migrate(*blank, [ROOMS, DOORS])
    with pytest.raises(MigrationError, match=r"newer than this Deskbell: it has 0002_doors.sql"):
        migrate(*blank, [ROOMS])


def test_a_marked_file_runs_outside_a_transaction(blank: tuple[str, str]) -> None:
    index = Migration(
        "0002_index.sql", "-- no transaction\nCREATE INDEX CONCURRENTLY by_name ON rooms (name);"
    )
    assert migrate(*blank, [ROOMS, index]) == ["0001_rooms.sql", "0002_index.sql"]


def test_the_application_must_use_the_role_that_owns_nothing(blank: tuple[str, str]) -> None:
    with pytest.raises(MigrationError, match="must connect as deskbell_app, not as deskbell_owner"):
        migrate(blank[0], blank[0], [ROOMS])


def test_the_application_role_may_read_what_it_was_granted_and_create_nothing(blank: tuple[str, str]) -> None:
    migrate(*blank, [ROOMS])
    with psycopg.connect(blank[1]) as connection:
        assert connection.execute("SELECT * FROM rooms").fetchall() == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE mine (name text)")


def test_our_own_migrations_are_numbered_without_holes_or_twins() -> None:
    numbers = [int(migration.name.split("_")[0]) for migration in read_migrations()]
    assert numbers == list(range(1, len(numbers) + 1))
