"""One PostgreSQL cluster in one folder: make it, start it, join it, stop it.

The folder's lock is inherited by the server itself, so holding the lock proves that no server runs there.
"""

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from deskbell.kit.embedded_postgres.files import Cluster, EmbeddedPostgresError, free_port, read_passwords
from deskbell.kit.embedded_postgres.provision import create_cluster, provision
from deskbell.kit.embedded_postgres.runtime import MAJOR, Runtime, find_runtime, reachable_home
from deskbell.kit.processes import dies_with_parent

__all__ = ["Cluster", "EmbeddedPostgresError", "joined", "running"]

SETTINGS: Mapping[str, str] = {
    "fsync": "on",
    "listen_addresses": "127.0.0.1",
    "max_connections": "60",
    "shared_buffers": "48MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "effective_cache_size": "512MB",
    "jit": "off",
    "io_method": "sync",  # no worker processes of their own for input and output
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "max_logical_replication_workers": "0",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
    "random_page_cost": "1.1",
    "TimeZone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_min_error_statement": "panic",  # statements and details would carry what visitors wrote
    "log_error_verbosity": "terse",
}
START_SECONDS = 60.0
LOG_LIMIT_BYTES = 5_000_000


@contextmanager
def running(home: Path, settings: Mapping[str, str] | None = None) -> Iterator[Cluster]:
    """Start the cluster below `home` (made when absent) and stop it at the end of the block.

    Call from the main thread. Raises `EmbeddedPostgresError` with a sentence when it cannot be started.
    """
    runtime = find_runtime()
    folder = _prepared_folder(home, runtime)
    with _locked(folder) as lock:
        create_cluster(folder, runtime)
        _refuse_other_version(folder)
        cluster = Cluster(folder, free_port(folder), read_passwords(folder))
        process = _start(cluster, runtime, {**SETTINGS, **(settings or {})}, lock)
        try:
            _wait_until_ready(cluster, process)
            provision(cluster)
            yield replace(cluster, is_alive=lambda: process.poll() is None)
        finally:
            _stop(process)


@contextmanager
def joined(home: Path) -> Iterator[Cluster]:
    """The cluster that another process is running below `home`, or our own when none is."""
    folder = reachable_home(home, find_runtime()) / "postgres"
    found = _running_elsewhere(folder)
    if found is not None:
        yield found
        return
    with running(home) as cluster:
        yield cluster


def _prepared_folder(home: Path, runtime: Runtime) -> Path:
    home.mkdir(mode=0o700 if runtime.owner is None else 0o711, parents=True, exist_ok=True)
    home = reachable_home(home, runtime)
    home.mkdir(mode=0o711, parents=True, exist_ok=True)
    if runtime.owner is not None:
        home.chmod(0o711)  # `nobody` passes through; it can list and read nothing
    folder = home / "postgres"
    folder.mkdir(mode=0o700, exist_ok=True)
    runtime.give(folder)
    return folder.resolve()


@contextmanager
def _locked(folder: Path) -> Iterator[int]:
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + 15
        while not _try_lock(lock):  # a server whose parent was killed may still be writing its last page
            if time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"Another Deskbell is running with the data folder {folder.parent}."
                )
            time.sleep(0.05)
        yield lock
    finally:
        os.close(lock)


def _try_lock(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _refuse_other_version(folder: Path) -> None:
    found = (folder / "data" / "PG_VERSION").read_text().strip()
    if found != MAJOR:
        raise EmbeddedPostgresError(
            f"The data in {folder} was written by PostgreSQL {found}, this Deskbell brings PostgreSQL {MAJOR}. "
            f"Start it once with the Deskbell that wrote it, export with pg_dump, and import into a new folder."
        )


def _start(
    cluster: Cluster, runtime: Runtime, settings: Mapping[str, str], lock: int
) -> subprocess.Popen[bytes]:
    files = cluster.folder / "data"
    (files / "postmaster.pid").unlink(missing_ok=True)  # we hold the lock: whoever wrote it is gone
    options = {**settings, "port": str(cluster.port), "unix_socket_directories": cluster.socket_folder}
    arguments = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
    with cluster.open_log(LOG_LIMIT_BYTES) as log:
        return subprocess.Popen(  # noqa: S603 - our own program and arguments
            [str(runtime.bin / "postgres"), "-D", str(files), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=cluster.folder,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            pass_fds=(lock,),
            start_new_session=True,  # Ctrl-C goes to us; we stop the server last
            preexec_fn=dies_with_parent(signal.SIGINT),  # noqa: PLW1509 - no threads yet; SIGINT = fast stop
            **runtime.run_as,
        )


def _wait_until_ready(cluster: Cluster, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not cluster.is_ready():
        if process.poll() is not None:
            raise EmbeddedPostgresError(f"PostgreSQL did not start:\n{cluster.last_log_lines()}")
        if time.monotonic() > deadline:
            raise EmbeddedPostgresError(f"PostgreSQL is not ready after {START_SECONDS:.0f} seconds.")
        time.sleep(0.01)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGINT)  # fast: running transactions roll back, then a clean checkpoint
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)  # at once; the next start recovers from the log
        process.wait(timeout=10)


def _running_elsewhere(folder: Path) -> Cluster | None:
    try:
        lock = os.open(folder / "lock", os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        if _try_lock(lock):
            return None
        return _wait_for_other(folder)
    finally:
        os.close(lock)


def _wait_for_other(folder: Path) -> Cluster:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        cluster = Cluster.of_running_server(folder)
        if cluster is not None and cluster.is_ready():
            return cluster
        time.sleep(0.05)
    raise EmbeddedPostgresError(f"The PostgreSQL in {folder} is starting or stopping. Try again in a moment.")
