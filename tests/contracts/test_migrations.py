"""Migrations apply in order from nothing, once, and can be told apart."""

import re

import psycopg

from deskbell.kit.migrate import migrate, missing_migrations, read_migrations

NUMBERED = re.compile(r"(\d{4})_[a-z]+(?:_[a-z]+)*\.sql")


def disorder(names: list[str]) -> list[str]:
    """Names that are not `0001_word.sql`, and numbers given twice."""
    numbers = [match[1] if (match := NUMBERED.fullmatch(name)) else "" for name in names]
    wrong = [name for name, number in zip(names, numbers, strict=True) if not number]
    return wrong + sorted({number for number in numbers if number and numbers.count(number) > 1})


def test_migrations_are_numbered_once() -> None:
    names = [migration.name for migration in read_migrations()]
    assert (len(names) > 5, disorder(names)) == (True, [])


def test_every_migration_is_applied_and_again_changes_nothing(owner_url: str, app_url: str) -> None:
    with psycopg.connect(owner_url) as connection:
        rows = connection.execute("SELECT name FROM schema_migrations ORDER BY name").fetchall()
    assert [name for (name,) in rows] == [migration.name for migration in read_migrations()]
    assert (migrate(owner_url, app_url), missing_migrations(app_url)) == ([], [])


def test_constraints_and_indexes_hold(owner_url: str) -> None:
    """Nothing was left half made: every constraint is validated, every index is usable."""
    with psycopg.connect(owner_url) as connection:
        constraints = connection.execute(
            "SELECT conname FROM pg_constraint WHERE NOT convalidated"
        ).fetchall()
        indexes = connection.execute(
            "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"
        ).fetchall()
    assert (constraints, indexes) == ([], [])


def test_a_number_given_twice_and_a_nameless_file_are_caught() -> None:
    assert disorder(["0001_a.sql", "0001_b.sql", "2_c.sql"]) == ["2_c.sql", "0001"]
