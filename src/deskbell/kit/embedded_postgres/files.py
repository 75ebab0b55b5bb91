"""What lies in a cluster's folder: data, lock, log, socket and the passwords (0600)."""

import json
import os
import random
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

DATABASE = "deskbell"
SUPERUSER = "postgres"
OWNER = "deskbell_owner"
APP = "deskbell_app"
SOCKET_PATH_LIMIT = 107  # unix(7): the address holds 108 bytes with its end


class EmbeddedPostgresError(Exception):
    """It cannot be started; the text says why and what to do."""


@dataclass(frozen=True)
class Cluster:
    """A running server. URLs are libpq URLs; the socket is used where its path is short enough."""

    folder: Path
    port: int
    passwords: dict[str, str] = field(repr=False)
    is_alive: Callable[[], bool] = field(default=lambda: True, compare=False, repr=False)

    @property
    def superuser_url(self) -> str:
        return self.url(SUPERUSER, DATABASE)

    @property
    def owner_url(self) -> str:
        """Owns the tables: migrations only."""
        return self.url(OWNER, DATABASE)

    @property
    def app_url(self) -> str:
        """Owns nothing and is bound by row-level security: everything else."""
        return self.url(APP, DATABASE)

    def url(self, role: str, database: str) -> str:
        host = quote(self.socket_folder or "127.0.0.1", safe="")
        return f"postgresql://{role}:{self.passwords[role]}@/{database}?host={host}&port={self.port}"

    @property
    def socket_folder(self) -> str:
        """Empty when the path is too long for a socket: TCP on 127.0.0.1 then."""
        path = f"{self.folder}/.s.PGSQL.{self.port}"
        return str(self.folder) if len(path.encode()) <= SOCKET_PATH_LIMIT else ""

    @classmethod
    def of_running_server(cls, folder: Path) -> "Cluster | None":
        """The server that wrote postmaster.pid (line 4 is its port)."""
        lines = _pid_file_lines(folder)
        if len(lines) < 4:
            return None
        return cls(folder.resolve(), int(lines[3]), read_passwords(folder))

    def is_ready(self) -> bool:
        """The server writes `ready` in line 8 of postmaster.pid when it accepts connections."""
        lines = _pid_file_lines(self.folder)
        return len(lines) >= 8 and lines[7].strip() == "ready"

    def open_log(self, limit_bytes: int) -> BinaryIO:
        path = self.folder / "server.log"
        if path.exists() and path.stat().st_size > limit_bytes:
            path.rename(path.with_suffix(".old.log"))
        return path.open("ab")

    def last_log_lines(self) -> str:
        return "\n".join((self.folder / "server.log").read_text(errors="replace").splitlines()[-8:])


def _pid_file_lines(folder: Path) -> list[str]:
    try:
        return (folder / "data" / "postmaster.pid").read_text().splitlines()
    except OSError:
        return []


def free_port(folder: Path) -> int:
    """A port below 32768 (above it the kernel hands ports to outgoing connections); the last one if still free."""
    remembered = folder / "port"
    candidates = [random.randint(20_000, 32_000) for _ in range(50)]  # noqa: S311 - not a secret
    if remembered.exists():
        candidates.insert(0, int(remembered.read_text()))
    for port in candidates:
        if _is_free(port):
            remembered.write_text(str(port))
            return port
    raise EmbeddedPostgresError("No free port between 20000 and 32000.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def new_passwords() -> dict[str, str]:
    return {role: secrets.token_urlsafe(24) for role in (SUPERUSER, OWNER, APP)}


def write_passwords(folder: Path, passwords: dict[str, str]) -> None:
    handle = os.open(folder / "passwords.json", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(passwords, file)


def read_passwords(folder: Path) -> dict[str, str]:
    return json.loads((folder / "passwords.json").read_text())
