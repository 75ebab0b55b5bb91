"""A new cluster gets its superuser by initdb; then two roles, the database and pgvector."""

import os
import shutil
import subprocess
from pathlib import Path

import psycopg
from psycopg import sql

from deskbell.kit.embedded_postgres.files import (
    APP,
    DATABASE,
    OWNER,
    SUPERUSER,
    Cluster,
    EmbeddedPostgresError,
    new_passwords,
    write_passwords,
)
from deskbell.kit.embedded_postgres.runtime import Runtime

INITDB_ARGUMENTS = (
    f"--username={SUPERUSER}",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",  # the same order of text on every machine
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
)


def create_cluster(folder: Path, runtime: Runtime) -> None:
    """Nothing to do when the data is there. A cluster appears whole or not at all: made aside, then renamed."""
    if (folder / "data").exists():
        return
    made = folder / "data.new"
    shutil.rmtree(made, ignore_errors=True)
    passwords = new_passwords()
    write_passwords(folder, passwords)
    password_file = folder / "initdb.password"
    password_file.touch(mode=0o600)
    password_file.write_text(passwords[SUPERUSER])
    runtime.give(password_file)
    try:
        _initdb(made, password_file, runtime)
    finally:
        password_file.unlink()
    made.rename(folder / "data")


def _initdb(made: Path, password_file: Path, runtime: Runtime) -> None:
    finished = subprocess.run(  # noqa: S603 - our own program and arguments
        [str(runtime.bin / "initdb"), f"--pgdata={made}", f"--pwfile={password_file}", *INITDB_ARGUMENTS],
        capture_output=True,
        text=True,
        check=False,
        cwd=made.parent,
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
        **runtime.run_as,
    )
    if finished.returncode != 0:
        raise EmbeddedPostgresError(f"PostgreSQL could not create {made.parent}:\n{finished.stderr.strip()}")


def provision(cluster: Cluster) -> None:
    """Roles, database and extension; every step again at every start, so a kill between them heals itself."""
    with psycopg.connect(cluster.url(SUPERUSER, "postgres"), autocommit=True) as connection:
        existing = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone()
        if existing is not None:
            return
        for role in (OWNER, APP):
            _create_role(connection, role, cluster.passwords[role])
        with psycopg.connect(cluster.url(SUPERUSER, "template1"), autocommit=True) as template:
            template.execute("CREATE EXTENSION IF NOT EXISTS vector")  # every database made from it has it
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
        )


def _create_role(connection: psycopg.Connection, role: str, password: str) -> None:
    connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))
    connection.execute(
        sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD {}").format(
            sql.Identifier(role), sql.Literal(password)
        )
    )
