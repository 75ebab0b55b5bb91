"""WS3: clients that drop, hear twice, hear out of order and reconnect anywhere converge to the database's list. Seeded."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import FastAPI
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from deskbell.app import bare_app, furnish
from deskbell.bus import open_bus
from deskbell.kit.db import Database
from tests.cast import Desk, Person
from tests.realtime.streams import Frame, Stream, of_member, of_visitor
from tests.stage import settings_of_tests
from tests.visitor import Visitor

SEED = 20261123
STEPS = 120


@pytest.fixture
async def processes(
    desk: Desk, database: Database, pool: AsyncConnectionPool[AsyncConnection[Any]], app_url: str
) -> AsyncIterator[list[FastAPI]]:
    """Two web processes on one database: each has its own hub, its own bus and its own memory."""
    other = bare_app(settings_of_tests(), desk.clock)
    async with open_bus(app_url) as here, open_bus(app_url) as there:
        hubs = [furnish(desk.app, database, here), furnish(other, Database(pool), there)]
        yield [desk.app, other]
        for hub in hubs:
            hub.close()


@dataclass
class Client:
    """A browser's memory: what it has heard, by place. Hearing twice or out of order changes nothing."""

    who: Person | Visitor
    known: dict[int, Any] = field(default_factory=dict[int, Any])
    stream: Stream | None = None
    line: AsyncExitStack = field(default_factory=AsyncExitStack)
    heard: int = 0
    connections: int = 0

    @property
    def resumes_after(self) -> int:
        """The last place without a gap before it."""
        place = 0
        while place + 1 in self.known:
            place += 1
        return place

    async def connects(self, app: FastAPI) -> None:
        await self.drops()
        opening = of_member if isinstance(self.who, Person) else of_visitor
        self.stream = await self.line.enter_async_context(opening(self.who, self.resumes_after, app=app))
        self.heard = 0
        self.connections += 1

    async def drops(self) -> None:
        """Whatever has come and was not taken in is lost."""
        await self.line.aclose()
        self.line, self.stream = AsyncExitStack(), None

    def takes_in(self, chance: random.Random) -> None:
        """Some of what has come, some of it twice, in any order."""
        frames = self.stream.frames[self.heard :] if self.stream else []
        taken = frames[: chance.randint(0, len(frames))]
        self.heard += len(taken)
        for frame in chance.sample([*taken, *taken[:3]], len(taken) + len(taken[:3])):
            if frame.id is not None:
                self.known[frame.id] = _content(frame)

    async def catches_up(self, place: int) -> None:
        assert self.stream is not None
        while place not in self.known:
            await self.stream.until(lambda stream: len(stream.frames) > self.heard)
            for frame in self.stream.frames[self.heard :]:
                self.heard += 1
                if frame.id is not None:
                    self.known[frame.id] = _content(frame)


def _content(frame: Frame) -> Any:
    return frame.content["message"] if frame.event == "message" else frame.content["event"]


@dataclass
class Day:
    """People who write and clients that come and go, on two processes."""

    apps: list[FastAPI]
    ben: Person
    visitors: list[Visitor]
    clients: list[Client]
    chance: random.Random

    async def step(self) -> None:
        client = self.chance.choice(self.clients)
        match self.chance.choices(("write", "reply", "connect", "drop", "take in"), (6, 2, 3, 1, 6))[0]:
            case "write":
                await self._through_either(self.chance.choice(self.visitors))
            case "reply":
                visitor = self.chance.choice(self.visitors)
                conversation = (await visitor.thread())["conversation"]
                await self.ben.replies(conversation, f"Reply {self.chance.random()}")
            case "connect":
                await client.connects(self.chance.choice(self.apps))
            case "drop":
                await client.drops()
            case _:
                client.takes_in(self.chance)

    async def _through_either(self, visitor: Visitor) -> None:
        """Two messages at once, each through another process."""
        there = Visitor(Desk(self.apps[1], visitor.desk.database, visitor.desk.clock, {}), "")
        there.base, there.token = visitor.base, visitor.token
        words = f"Message {self.chance.random()}"
        await asyncio.gather(visitor.says(words), there.says(f"{words}, through the other process"))
        await there.browser.aclose()


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
async def test_clients_on_two_processes_converge_to_the_list_of_the_database(
    ben: Person, desk: Desk, lumi: dict[str, Any], processes: list[FastAPI], seed: int
) -> None:
    visitors = [Visitor(desk, lumi["widget_key"]) for _ in range(2)]
    for visitor in visitors:
        await visitor.says("Hello")
    clients = [Client(ben), Client(ben), *[Client(visitor) for visitor in visitors for _ in range(2)]]
    day = Day(processes, ben, visitors, clients, random.Random(seed))
    for _ in range(STEPS):
        await day.step()
    for place, client in enumerate(clients):
        await client.connects(processes[place % 2])
    await visitors[0].says("The last words")

    log = {heard["position"]: heard["event"] for heard in (await ben.events_after(0))["events"]}
    threads = [
        {message["seq"]: message for message in (await visitor.thread())["messages"]} for visitor in visitors
    ]
    truths = [log, log, threads[0], threads[0], threads[1], threads[1]]
    for client, truth in zip(clients, truths, strict=True):
        await client.catches_up(max(truth))
        await client.drops()
    assert [client.known for client in clients] == truths
    assert list(log) == list(range(1, len(log) + 1))
    assert min(client.connections for client in clients) > 1  # the lines did break


async def test_what_is_said_through_one_process_is_heard_at_once_through_the_other(
    ben: Person, desk: Desk, lumi: dict[str, Any], processes: list[FastAPI]
) -> None:
    vera = await Visitor(desk, lumi["widget_key"]).arrives()
    start = (await ben.inbox())["position"]
    async with of_member(ben, start, app=processes[1]) as there:
        await vera.says("Hello")
        await there.until(lambda stream: start + 2 in stream.ids(), seconds=2)  # before it looks by itself
    assert there.kinds() == ["conversation.started", "conversation.message_posted"]
