"""Which database a command works with, and what it refuses to work with."""

from collections.abc import Iterator

import psycopg
import pytest

from deskbell.cli.checking import run_checks
from deskbell.cli.databases import (
    CommandError,
    DatabaseUrls,
    bring_up_to_date,
    joined_database,
    served_database,
)
from deskbell.kit.embedded_postgres import Cluster
from deskbell.kit.migrate import read_migrations
from deskbell.settings import Settings


@pytest.fixture
def blank(cluster: Cluster) -> Iterator[DatabaseUrls]:
    """A database of your own, without tables."""
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE your_own OWNER deskbell_owner")
        yield DatabaseUrls(cluster.url("deskbell_app", "your_own"), cluster.url("deskbell_owner", "your_own"))
        connection.execute("DROP DATABASE your_own WITH (FORCE)")


def settings_for(urls: DatabaseUrls) -> Settings:
    return Settings(database_url=urls.app, migration_url=urls.owner)


def test_your_own_database_is_used_when_it_is_set(blank: DatabaseUrls) -> None:
    with served_database(settings_for(blank)) as served, joined_database(settings_for(blank)) as joined:
        assert (served.app, served.owner) == (joined.app, joined.owner) == (blank.app, blank.owner)


def test_with_the_owners_url_the_database_is_brought_up_to_date_once(blank: DatabaseUrls) -> None:
    assert bring_up_to_date(blank) == [migration.name for migration in read_migrations()]
    assert bring_up_to_date(blank) == []


def test_without_the_owners_url_a_database_that_is_behind_is_refused(blank: DatabaseUrls) -> None:
    with pytest.raises(
        CommandError, match=r"lacks \d+ migrations \(0001_foundation.sql …\).*DESKBELL_MIGRATION_URL"
    ):
        bring_up_to_date(DatabaseUrls(blank.app, ""))
    bring_up_to_date(blank)
    assert bring_up_to_date(DatabaseUrls(blank.app, "")) == []


def test_check_names_what_is_missing_and_what_is_fine(
    blank: DatabaseUrls, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not all(checked.fine for checked in run_checks(settings_for(blank)))
    before = capsys.readouterr().out
    assert "✓ database: PostgreSQL 18" in before
    assert "to apply; run: deskbell migrate" in before
    bring_up_to_date(blank)
    run_checks(settings_for(blank))
    assert "✓ migrations: up to date" in capsys.readouterr().out


def test_check_refuses_a_role_that_row_level_security_does_not_bind(
    cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not all(checked.fine for checked in run_checks(Settings(database_url=cluster.superuser_url)))
    assert "✗ database: the role postgres bypasses row-level security" in capsys.readouterr().out
