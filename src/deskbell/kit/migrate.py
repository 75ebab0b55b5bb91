"""Applies the numbered .sql files of a package, each once, in order, each in its own transaction.

A file whose first line is `-- no transaction` runs alone (one statement, for CREATE INDEX CONCURRENTLY).
An applied file never changes: its SHA-256 is kept and compared.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypeAlias

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

APP_ROLE = "deskbell_app"
LOCK = 0x6465736B  # "desk": one migration at a time; PostgreSQL frees it when the connection dies
WITHOUT_TRANSACTION = "-- no transaction"

Connection: TypeAlias = psycopg.Connection[Any]


class MigrationError(Exception):
    """The database cannot be brought to this version; the text says why and what to do."""


@dataclass(frozen=True)
class Migration:
    name: str
    text: str

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def read_migrations(package: str = "deskbell.migrations") -> list[Migration]:
    """The .sql files of `package`, by number."""
    found = [file for file in files(package).iterdir() if file.name.endswith(".sql")]
    return [Migration(file.name, file.read_text()) for file in sorted(found, key=lambda file: file.name)]


def migrate(owner_url: str, app_url: str, migrations: Iterable[Migration] | None = None) -> list[str]:
    """Bring the database to this version; returns the names applied now, in order."""
    wanted = list(read_migrations() if migrations is None else migrations)
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", (LOCK,))
        _ensure_app_role(connection, app_url)
        _ensure_bookkeeping(connection)
        pending = _pending(connection, wanted)
        for migration in pending:
            _apply(connection, migration)
    return [migration.name for migration in pending]


def missing_migrations(app_url: str) -> list[str]:
    """What this version has and the database lacks, seen by the application's role."""
    with psycopg.connect(app_url, autocommit=True) as connection:
        known = connection.execute("SELECT to_regclass('public.schema_migrations')").fetchone()
        if known is None or known[0] is None:
            return [migration.name for migration in read_migrations()]
        return [migration.name for migration in _pending(connection, read_migrations())]


def _ensure_app_role(connection: Connection, app_url: str) -> None:
    """Create `deskbell_app` when it is missing; refuse a role that row-level security would not bind."""
    login = conninfo_to_dict(app_url)
    if login.get("user") != APP_ROLE:
        raise MigrationError(f"The application must connect as {APP_ROLE}, not as {login.get('user')}.")
    role = connection.execute(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", (APP_ROLE,)
    ).fetchone()
    if role is None:
        _create_app_role(connection, str(login.get("password") or ""))
    elif role[0]:
        raise MigrationError(f"The role {APP_ROLE} may not be a superuser or bypass row-level security.")


def _create_app_role(connection: Connection, password: str) -> None:
    create = sql.SQL("CREATE ROLE {} LOGIN NOBYPASSRLS PASSWORD {}").format(
        sql.Identifier(APP_ROLE), sql.Literal(password)
    )
    try:
        connection.execute(create)
    except psycopg.errors.InsufficientPrivilege as refused:
        raise MigrationError(
            f"The migration role may not create roles. Run once as an administrator: "
            f"CREATE ROLE {APP_ROLE} LOGIN NOBYPASSRLS PASSWORD '…';"
        ) from refused


def _ensure_bookkeeping(connection: Connection) -> None:
    connection.execute(
        """
        CREATE TABLE IF NOT EXISTS schema_migrations (
          name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
        )
        """
    )
    connection.execute(
        sql.SQL("GRANT USAGE ON SCHEMA public TO {0}; GRANT SELECT ON schema_migrations TO {0}").format(
            sql.Identifier(APP_ROLE)
        )
    )


def _pending(connection: Connection, wanted: list[Migration]) -> list[Migration]:
    applied: dict[str, str] = dict(
        connection.execute("SELECT name, sha256 FROM schema_migrations").fetchall()
    )
    unknown = sorted(applied.keys() - {migration.name for migration in wanted})
    if unknown:
        raise MigrationError(f"This database is newer than this Deskbell: it has {', '.join(unknown)}.")
    for migration in wanted:
        if applied.get(migration.name, migration.fingerprint) != migration.fingerprint:
            raise MigrationError(
                f"{migration.name} was changed after it was applied to this database. "
                f"Restore the file and put the change in a new one."
            )
    return [migration for migration in wanted if migration.name not in applied]


def _apply(connection: Connection, migration: Migration) -> None:
    try:
        if migration.text.startswith(WITHOUT_TRANSACTION):
            _run(connection, migration)
        else:
            with connection.transaction():
                connection.execute("SET LOCAL lock_timeout = '10s'")
                _run(connection, migration)
    except psycopg.Error as failure:
        raise MigrationError(f"{migration.name} failed: {failure}") from failure


def _run(connection: Connection, migration: Migration) -> None:
    connection.execute(migration.text.encode())
    connection.execute(
        "INSERT INTO schema_migrations (name, sha256) VALUES (%s, %s)",
        (migration.name, migration.fingerprint),
    )
