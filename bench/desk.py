"""A real Deskbell under measurement: set up over HTTP as people do, with members who watch and visitors who write."""

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from bench.wire import Line
from deskbell.kit.embedded_postgres import Cluster
from e2e.server import Server

PASSWORD = "a long password of the bench"
OWNER = "owner@bench.example"


@dataclass(frozen=True)
class Workspace:
    """A workspace with one agent, and its owner signed in to it."""

    id: str
    member_id: str
    agent_id: str
    widget_key: str
    cookie: str


@dataclass(frozen=True)
class Visitor:
    """Somebody in a widget, with an open connection."""

    line: Line
    base: str
    token: str
    id: str

    async def writes(self, text: str) -> Any:
        return await self.line.post(f"{self.base}/messages", {"key": secrets.token_hex(12), "text": text})


class Desk:
    """One started server and what was made in it."""

    def __init__(self, home: Path) -> None:
        home.chmod(0o711)  # the database of a root user runs as somebody else
        self.server = Server(home, "serve")
        self.workspaces: list[Workspace] = []

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def pid(self) -> int:
        return self.server.process.pid

    @property
    def cluster(self) -> Cluster:
        found = Cluster.of_running_server(self.server.home / "postgres")
        assert found is not None
        return found

    def as_superuser(self) -> psycopg.Connection[Any]:
        """For rows in bulk: no row-level security, no foreign key checks."""
        connection = psycopg.connect(self.cluster.superuser_url, autocommit=True)
        connection.execute("SET session_replication_role = replica")
        return connection

    async def sets_up(self, workspaces: int) -> None:
        """The first owner, and as many workspaces with an agent each."""
        token = self.server.printed_after("First run").partition("#")[2]
        owner = {"name": "Bench Owner", "email": OWNER, "password": PASSWORD}
        body = {**owner, "token": token, "workspace_name": "Bench 1"}
        await self._found("/api/setup", body, cookie="")
        for number in range(2, workspaces + 1):
            cookie = await self._signs_in()
            await self._found("/api/workspaces", {"name": f"Bench {number}"}, cookie=cookie)

    def member(self, workspace: Workspace) -> Line:
        """A connection of the workspace's owner."""
        return Line(self.port, {"cookie": workspace.cookie})

    async def visitors(self, workspace: Workspace, count: int) -> list[Visitor]:
        """New visitors, each with an open connection."""
        return [await self._visitor(workspace) for _ in range(count)]

    async def _visitor(self, workspace: Workspace) -> Visitor:
        base = f"/api/widget/{workspace.widget_key}"
        async with Line(self.port, {}) as line:
            welcomed = await line.post(f"{base}/visitors", {})
        own = Line(self.port, {"authorization": f"Bearer {welcomed['token']}"})
        await own.connect()
        return Visitor(own, base, welcomed["token"], welcomed["visitor_id"])

    async def _signs_in(self) -> str:
        async with Line(self.port, {}) as line:
            body = {"email": OWNER, "password": PASSWORD}
            return _cookie((await line.sends("POST", "/api/session", body))[1])

    async def _found(self, path: str, body: object, *, cookie: str) -> None:
        async with Line(self.port, {"cookie": cookie} if cookie else {}) as line:
            me, headers = await line.sends("POST", path, body)
            cookie = cookie or _cookie(headers)
        async with Line(self.port, {"cookie": cookie}) as line:
            agent = await line.post("/api/agents", {"name": "Lumi"})
        here = me["workspace"]
        made = Workspace(here["id"], here["member_id"], agent["id"], agent["widget_key"], cookie)
        self.workspaces.append(made)


def _cookie(headers: Any) -> str:
    return str(headers["set-cookie"]).partition(";")[0]


@asynccontextmanager
async def open_desk(workspaces: int) -> AsyncIterator[Desk]:
    """In a data folder of its own, gone at the end with all its processes."""
    with tempfile.TemporaryDirectory(prefix="deskbell-bench-", ignore_cleanup_errors=True) as folder:
        desk = Desk(Path(folder))
        try:
            desk.server.start()
            await desk.sets_up(workspaces)
            yield desk
        finally:
            desk.server.stop()


async def held_by_people(desk: Desk, workspace: Workspace, visitors: Sequence[Visitor]) -> None:
    """Each visitor has a conversation that a member holds: what follows is between people."""
    async with desk.member(workspace) as member:
        for visitor in visitors:
            posted = await visitor.writes("Hello, I have a question about my visit.")
            path = f"/api/conversations/{posted['conversation']['id']}/takeover"
            await member.post(path, {"from_member_id": None})
    await asyncio.sleep(1.0)  # turns that had begun are dropped, their jobs end
