"""The launcher: private, durable, never left behind, and it recovers."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from deskbell.kit.embedded_postgres import Cluster, EmbeddedPostgresError, joined, running
from deskbell.kit.embedded_postgres.runtime import open_to_everybody

HOLD_A_SERVER = """
import sys, time
from pathlib import Path
from deskbell.kit.embedded_postgres import running
with running(Path(sys.argv[1])) as cluster:
    print(cluster.superuser_url, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def home(tmp_path: Path, cluster: Cluster) -> Path:
    """A folder that holds a ready-made cluster (initdb takes a second; one test below runs it)."""
    for parent in [tmp_path, *tmp_path.parents][:3]:
        parent.chmod(0o711)
    base = cluster.folder.parents[1] / "base-18-1" / "postgres"
    subprocess.run(["cp", "-a", str(base), str(tmp_path / "postgres")], check=True)
    return tmp_path


def setting(cluster: Cluster, name: str) -> str:
    with psycopg.connect(cluster.app_url) as connection:
        row = connection.execute("SELECT current_setting(%s)", (name,)).fetchone()
    assert row is not None
    return row[0]


def is_running(pid: int) -> bool:
    """A process that ended but was not yet collected has an empty command line."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    except FileNotFoundError:
        return False


def test_a_new_folder_becomes_a_durable_server_with_a_role_that_owns_nothing(tmp_path: Path) -> None:
    for parent in [tmp_path, *tmp_path.parents][:3]:
        parent.chmod(0o711)
    with running(tmp_path / "new") as cluster:
        assert setting(cluster, "fsync") == "on"
        with psycopg.connect(cluster.app_url) as connection:
            role = connection.execute(
                "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    assert role == ("deskbell_app", False, False, False)
    assert (cluster.folder / "passwords.json").stat().st_mode & 0o777 == 0o600


def test_nobody_gets_in_without_the_password(home: Path) -> None:
    with running(home) as cluster:
        wrong = cluster.app_url.replace(cluster.passwords["deskbell_app"], "guess")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(f"postgresql://postgres:guess@127.0.0.1:{cluster.port}/postgres")


def test_the_port_is_below_the_range_of_outgoing_connections(home: Path) -> None:
    with running(home) as cluster:
        assert 1024 < cluster.port < 32768


def test_killing_the_parent_stops_the_server_cleanly_and_the_next_start_has_the_rows(home: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", HOLD_A_SERVER, str(home)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    url = parent.stdout.readline().strip()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    server = int((home / "postgres/data/postmaster.pid").read_text().splitlines()[0])
    assert is_running(server)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    with running(home) as cluster, psycopg.connect(cluster.superuser_url) as connection:
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)
    assert not is_running(server)
    assert "was not properly shut down" not in (home / "postgres/server.log").read_text()


def test_a_server_killed_in_the_middle_recovers_its_committed_rows(home: Path) -> None:
    with running(home) as cluster:
        with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        os.kill(int((home / "postgres/data/postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
    with running(home) as cluster, psycopg.connect(cluster.superuser_url) as connection:
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)


def test_a_second_command_joins_the_running_server(home: Path) -> None:
    with running(home) as first, joined(home) as second:
        assert (second.port, second.app_url) == (first.port, first.app_url)
        assert setting(second, "port") == str(first.port)


def test_joining_when_nothing_runs_starts_a_server(home: Path) -> None:
    with joined(home) as cluster:
        assert setting(cluster, "port") == str(cluster.port)


def test_data_of_another_major_version_is_refused_with_a_way_out(home: Path) -> None:
    (home / "postgres/data/PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedPostgresError, match=r"written by PostgreSQL 17.*pg_dump"), running(home):
        pass


def test_a_creation_that_was_interrupted_starts_over(home: Path) -> None:
    data = home / "postgres/data"
    data.rename(home / "postgres/data.new")
    with running(home) as cluster:
        assert setting(cluster, "port") == str(cluster.port)


def test_a_start_that_fails_says_what_the_server_said(home: Path) -> None:
    with (
        pytest.raises(EmbeddedPostgresError, match="shared_buffers"),
        running(home, {"shared_buffers": "nonsense"}),
    ):
        pass


def test_starting_is_quick_when_the_data_exists(home: Path) -> None:
    started = time.monotonic()
    with running(home):
        assert time.monotonic() - started < 3


def test_what_a_umask_closed_is_opened_for_the_user_that_postgresql_runs_as(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir(mode=0o700)
    for name, mode in [("bin/postgres", 0o700), ("bin/notes", 0o600)]:
        (tmp_path / name).touch()
        (tmp_path / name).chmod(mode)
    open_to_everybody(tmp_path)
    opened = {path.name: f"{path.stat().st_mode & 0o777:o}" for path in (tmp_path, *tmp_path.rglob("*"))}
    assert opened == {tmp_path.name: "755", "bin": "755", "postgres": "755", "notes": "644"}
