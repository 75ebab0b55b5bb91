"""What a running check works with, and how it waits: for something to become true, woken by the bus, for a limited time."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from deskbell.agents.access import Agent
from deskbell.bus import Bus
from deskbell.events.commands import log_topic_of
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.realtime.hub import Hub
from deskbell.settings import Settings
from deskbell.setup_checks import commands, queries
from deskbell.setup_checks.tables import SetupCheck
from deskbell.workspaces.access import Actor

LOOK_AGAIN_SECONDS = 1.0  # wake-ups may be lost
WORKER_SECONDS = 15.0

Seen = TypeVar("Seen")


@dataclass(frozen=True)
class World:
    """Of the process that runs the checks. `worker_seconds`: how long a worker may take to take up work."""

    database: Database
    bus: Bus
    hub: Hub
    clock: Clock
    settings: Settings
    worker_seconds: float = WORKER_SECONDS


@dataclass
class Bench:
    """One check at work: who runs it, on which agent, and what its steps leave for each other."""

    world: World
    check: SetupCheck
    actor: Actor
    agent: Agent
    worker_is_there: bool = False
    has_content: bool = False
    visitors: list[UUID] = field(default_factory=list[UUID])
    _numbers: "count[int]" = field(default_factory=count)

    async def until(self, look: Callable[[], Awaitable[Seen | None]], seconds: float) -> Seen | None:
        """What `look` finds, as soon as it finds something; None when the time is over."""
        woken = asyncio.Event()
        topics = (log_topic_of(self.check.workspace_id), commands.topic(self.check.id))
        stop_listening = [
            self.world.bus.subscribe(topic, lambda _topic, _payload: woken.set()) for topic in topics
        ]
        until = asyncio.get_running_loop().time() + seconds
        try:
            while True:
                woken.clear()
                seen = await look()
                left = until - asyncio.get_running_loop().time()
                if seen is not None or left <= 0:
                    return seen
                with suppress(TimeoutError):
                    async with asyncio.timeout(min(left, LOOK_AGAIN_SECONDS)):
                        await woken.wait()
        finally:
            for stop in stop_listening:
                stop()

    async def worker_proves(self, *, after_jobs_of: UUID | None = None) -> dict[str, Any] | None:
        """What a worker answers; None when none does. `after_jobs_of`: once nothing is due for a conversation any more."""
        number = next(self._numbers)
        async with self.world.database.transaction(self.check.workspace_id) as tx:
            await commands.ask_worker(tx, self.check, number, after_jobs_of=after_jobs_of)

        async def look() -> dict[str, Any] | None:
            async with self.world.database.transaction(self.check.workspace_id) as tx:
                return await queries.proof(tx, self.check.id, number)

        return await self.until(look, self.world.worker_seconds)
