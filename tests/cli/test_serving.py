"""`deskbell serve` as a person uses it: it comes up, says where, stops cleanly, and survives being killed."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from deskbell.kit.embedded_postgres import Cluster


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One data folder, and the process that serves it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.log = home / "serve.log"

    def starts(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "deskbell.cli", "serve", "--port", str(self.port)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--data-dir", str(self.home)], stdout=log, stderr=subprocess.STDOUT
            )
        return self.process

    def is_ready(self) -> str:
        """Wait for the greeting; returns what was printed."""
        deadline = time.monotonic() + 40
        while "Ctrl-C stops everything" not in self.log.read_text():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)
        return self.log.read_text()

    def answers(self) -> int:
        return httpx.get(f"http://127.0.0.1:{self.port}/api/health").status_code

    def processes(self) -> list[str]:
        """Those whose command or environment mentions our folder."""
        found: list[str] = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command, environment = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
            except OSError:
                continue
            if str(self.home).encode() in command + environment:
                found.append(command.replace(b"\0", b" ").decode())
        return found

    def is_gone(self) -> bool:
        deadline = time.monotonic() + 15
        while self.processes():
            assert time.monotonic() < deadline, self.processes()
            time.sleep(0.05)
        return True


@pytest.fixture
def server(tmp_path: Path, cluster: Cluster) -> Iterator[Server]:
    for parent in [tmp_path, *tmp_path.parents][:3]:
        parent.chmod(0o711)
    base = cluster.folder.parents[1] / "base-18-1" / "postgres"
    subprocess.run(["cp", "-a", str(base), str(tmp_path / "postgres")], check=True)
    server = Server(tmp_path)
    yield server
    if server.process.poll() is None:
        server.process.kill()
        server.process.wait()


def test_it_comes_up_survives_a_kill_and_ends_cleanly(server: Server) -> None:
    server.starts()
    greeting = server.is_ready()
    assert f"http://localhost:{server.port}/setup#" in greeting
    assert (server.answers(), len(server.processes()) >= 4) == (200, True)

    server.process.kill()
    server.process.wait()
    assert server.is_gone()

    server.starts()
    server.is_ready()
    assert server.answers() == 200
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(timeout=25) == 0
    assert server.is_gone()
    postgres = (server.home / "postgres" / "server.log").read_text()
    assert postgres.rstrip().endswith("database system is shut down")
    assert "was not properly shut down" not in postgres


def test_a_taken_port_is_said_in_a_sentence(server: Server) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", server.port))
        other.listen()
        assert server.starts().wait(timeout=20) == 1
    assert server.log.read_text() == (
        f"deskbell: Port {server.port} on 127.0.0.1 is not free (Address already in use). "
        "Choose another with --port.\n"
    )
