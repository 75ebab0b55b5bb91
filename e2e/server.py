"""A real Deskbell in its own processes, as `deskbell serve` and `deskbell demo` run it."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

READY = "Ctrl-C stops everything"
START_SECONDS = 120


def free_port() -> int:
    """A port that nobody listens on now (below 32768, where nobody gets one by chance)."""
    for port in range(20000 + os.getpid() % 5000, 32000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise RuntimeError("no free port")


class Server:
    """One data folder and the processes that serve it. Addresses are those that people use."""

    def __init__(self, home: Path, command: str, *options: str, **environment: str) -> None:
        self.home = home
        self.command = command
        self.options = options
        self.environment = environment
        self.port = free_port()
        self.sample_site_port = free_port_after(self.port)
        self.log = home / "server.log"

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def sample_site(self) -> str:
        return f"http://localhost:{self.sample_site_port}"

    @property
    def printed(self) -> str:
        """What the console shows."""
        return self.log.read_text()

    def start(self) -> None:
        """Start, and wait for the greeting."""
        ports = ["--port", str(self.port)]
        if self.command == "demo":
            ports += ["--sample-site-port", str(self.sample_site_port)]
        command = [sys.executable, "-m", "deskbell.cli", self.command, *ports, "--data-dir", str(self.home)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, *self.options],
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **self.environment},
            )
        deadline = time.monotonic() + START_SECONDS
        while READY not in self.printed:
            assert self.process.poll() is None, self.printed
            assert time.monotonic() < deadline, self.printed
            time.sleep(0.1)

    def stop(self) -> None:
        """As Ctrl-C does."""
        self.process.terminate()
        self.process.wait(30)

    def password(self) -> str:
        """The demo's password, made for this data folder."""
        return (self.home / "demo-password").read_text()

    def printed_after(self, words: str) -> str:
        """The rest of the console's line that begins with `words`."""
        found = re.search(rf"{words}\s+(\S+)", self.printed)
        assert found, self.printed
        return found[1]


def free_port_after(port: int) -> int:
    """The next free one."""
    with socket.socket() as probe:
        return port + 1 if probe.connect_ex(("127.0.0.1", port + 1)) else free_port_after(port + 1)
