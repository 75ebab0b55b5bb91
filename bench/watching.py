"""A member's open inbox: notes when each message arrives on the stream."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bench.desk import Desk, Workspace

_POSTED = re.compile(rb'"key": ?"(\w{24})"')  # the keys of the bench's visitors; cheap, for many messages
_POSITION = re.compile(rb'{"position":(\d+)')
PATIENCE_SECONDS = 20.0


class Watch:
    """When the message of each key came."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}
        self.resumed = 0
        self._more = asyncio.Event()

    async def read(self, desk: Desk, workspace: Workspace, ready: asyncio.Event) -> None:
        """Follow the stream until cancelled."""
        async with desk.member(workspace) as line:
            position = int((await line.get("/api/inbox"))["position"])
        ready.set()
        while True:  # as a browser does: asked to come again, it goes on after the last position it has seen
            async with desk.member(workspace) as line:
                async for event, content in line.events(f"/api/stream?after={position}"):
                    if event == "resume":
                        self.resumed += 1
                        break
                    position = self._note(event, content, position)

    def _note(self, event: str, content: bytes, position: int) -> int:
        if event != "event":
            return position
        if found := _POSTED.search(content):
            self.seen.setdefault(found[1].decode(), time.perf_counter())
            self._more.set()
        place = _POSITION.match(content)
        return int(place[1]) if place else position

    async def has_all(self, keys: Iterable[str]) -> float:
        """Wait until every key has come; returns the moment of the last."""
        wanted = set(keys)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not wanted <= self.seen.keys():
                self._more.clear()
                await self._more.wait()
        return max(self.seen[key] for key in wanted)


@asynccontextmanager
async def watching(desk: Desk, workspaces: Iterable[Workspace]) -> AsyncIterator[Watch]:
    """One watch over the streams of all `workspaces`."""
    watch = Watch()
    readers: list[asyncio.Task[None]] = []
    for workspace in workspaces:
        ready = asyncio.Event()
        readers.append(asyncio.create_task(watch.read(desk, workspace, ready)))
        await ready.wait()
    await asyncio.sleep(0.3)
    try:
        yield watch
    finally:
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
