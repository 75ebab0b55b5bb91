"""A real PostgreSQL for every test run, clean for every test. How to use it:

- ask for `database`: a `Database` connected as `deskbell_app` (bound by row-level security). All tables are empty.
- ask for `app_url` / `owner_url` / `superuser_url` for a connection of your own (second process, catalog checks).
- nothing here commits for you: `async with database.transaction(workspace_id) as tx: …`
- set `database.settle` / `database.wake` freely: the object lives for one test.

Each run starts its own server (socket and folder below the temporary directory), so runs may overlap.
The first run pays for initdb; later ones copy that cluster. Migrations run anew each time (milliseconds).
Rows are deleted before each test, so migrations must not insert rows that tests rely on.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from deskbell.kit import passwords
from deskbell.kit.db import Database, open_pool
from deskbell.kit.embedded_postgres import Cluster, running
from deskbell.kit.migrate import migrate
from tests.cast import Desk, Person, a_stranger, closing, joined
from tests.stage import open_desk
from tests.visitor import Visitor

CACHE = Path(tempfile.gettempdir()) / f"deskbell-tests-{os.getuid()}"
SPEED_OVER_SAFETY = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server of this run; gone at its end."""
    base = _initialized_once()
    _remove_abandoned_runs()
    run = Path(tempfile.mkdtemp(prefix="run-", dir=CACHE))
    run.chmod(0o711)
    subprocess.run(["cp", "-a", str(base / "postgres"), str(run / "postgres")], check=True)
    (run / "postgres" / "port").unlink(missing_ok=True)
    try:
        with running(run, SPEED_OVER_SAFETY) as started:
            yield started
    finally:
        shutil.rmtree(run, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated(cluster: Cluster) -> Cluster:
    """All tables exist."""
    migrate(cluster.owner_url, cluster.app_url)
    return cluster


@pytest.fixture(scope="session")
def app_url(migrated: Cluster) -> str:
    return migrated.app_url


@pytest.fixture(scope="session")
def owner_url(migrated: Cluster) -> str:
    return migrated.owner_url


@pytest.fixture(scope="session")
def superuser_url(migrated: Cluster) -> str:
    return migrated.superuser_url


@pytest.fixture(scope="session")
async def pool(app_url: str) -> AsyncIterator[AsyncConnectionPool[AsyncConnection[Any]]]:
    async with open_pool(app_url, max_size=20) as opened:
        yield opened


@pytest.fixture
def empty_tables(superuser_url: str) -> None:
    """Delete every row of every table that has one; far quicker than TRUNCATE for the few rows of a test."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute(
            """
            DO $$
            DECLARE name regclass; filled boolean;
            BEGIN
              SET LOCAL session_replication_role = replica; -- no foreign keys, no triggers
              FOR name IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
                          AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
              LOOP
                EXECUTE format('SELECT EXISTS (SELECT FROM %s)', name) INTO filled;
                IF filled THEN EXECUTE format('DELETE FROM %s', name); END IF;
              END LOOP;
            END $$
            """
        )


@pytest.fixture
def database(pool: AsyncConnectionPool[AsyncConnection[Any]], empty_tables: None) -> Database:
    """The application's view of an empty database."""
    return Database(pool)


@pytest.fixture(autouse=True, scope="session")
def quick_hashes() -> Iterator[None]:
    """Password hashing is slow on purpose; only its own test pays for it."""
    with pytest.MonkeyPatch.context() as patch:
        quick = Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1)
        patch.setattr(passwords, "hashes", PasswordHash((quick,)))
        yield


@pytest.fixture
def desk(database: Database) -> Desk:
    """A running Deskbell that nobody has set up yet, without a mail server."""
    return open_desk(database)


@pytest.fixture
async def ada(desk: Desk) -> AsyncIterator[Person]:
    """Owner of the clinic's workspace."""
    person = Person(desk, "Ada Lin", "ada@cedarrow.example")
    await person.sets_up(await desk.prints_setup_token())
    async for signed_in in closing(person):
        yield signed_in
    await desk.closes()


@pytest.fixture
async def ben(desk: Desk, ada: Person) -> AsyncIterator[Person]:
    """Operator of the clinic's workspace."""
    async for signed_in in closing(await joined(ada, Person(desk, "Ben Ortiz", "ben@cedarrow.example"))):
        yield signed_in


@pytest.fixture
async def cleo(desk: Desk, ada: Person) -> AsyncIterator[Person]:
    """The stranger: owner of another workspace on the same server, member of none of Ada's."""
    owner = await a_stranger(desk, "Cleo Marsh", "cleo@otherdesk.example")
    async for signed_in in closing(owner):
        yield signed_in


@pytest.fixture
async def lumi(ada: Person) -> dict[str, Any]:
    """The clinic's agent, with the rules that every agent starts with."""
    agent: dict[str, Any] = await ada.creates_agent("Lumi")
    await ada.desk.runs_jobs()
    return agent


@pytest.fixture
async def vera(desk: Desk, lumi: dict[str, Any]) -> AsyncIterator[Visitor]:
    """An anonymous visitor of the clinic's website."""
    visitor = Visitor(desk, lumi["widget_key"])
    yield visitor
    await visitor.browser.aclose()


def _initialized_once() -> Path:
    """A cluster with roles and extension, made by the first run and copied by all later ones."""
    CACHE.mkdir(mode=0o711, exist_ok=True)
    base = CACHE / "base-18-1"
    with (CACHE / "base.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not base.exists():
            made = Path(tempfile.mkdtemp(prefix="base-", dir=CACHE))
            made.chmod(0o711)
            with running(made):
                pass
            made.rename(base)
    return base


def _remove_abandoned_runs() -> None:
    """Folders of killed runs: nobody holds their lock any more (a server keeps it while it lives)."""
    for lock_file in CACHE.glob("run-*/postgres/lock"):
        try:
            with lock_file.open("r+") as lock:
                flock(lock, LOCK_EX | LOCK_NB)
            shutil.rmtree(lock_file.parents[1], ignore_errors=True)
        except OSError:
            continue
