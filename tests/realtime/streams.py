"""A browser's end of a stream, in this process: frames as they come, cut off or held up when the test says so."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI

from tests.cast import Person
from tests.visitor import Visitor

PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Frame:
    """One server-sent event. `id` is what a browser resumes after."""

    id: int | None
    event: str
    content: Any

    @property
    def kind(self) -> str:
        """What happened, for frames of the log; the type of everything else."""
        return str(self.content["event"]["type"] if self.event == "event" else self.event)


@dataclass
class Stream:
    """`frames` grows by itself. `held` stops the reading: the server's `send` waits, as for a slow browser."""

    status: int = 0
    begun: bool = False  # the first byte has come: from here on nothing passes unheard
    frames: list[Frame] = field(default_factory=list[Frame])
    ended: bool = False
    held: bool = False
    _more: asyncio.Condition = field(default_factory=asyncio.Condition)
    _gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> dict[str, Any]:
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        async with self._more:
            await self._more.wait_for(lambda: not self.held)
            if message["type"] == "http.response.start":
                self.status = message["status"]
            else:
                self.begun = True
                self.frames += [frame for frame in map(_read, message["body"].split(b"\n\n")) if frame]
                self.ended = not message.get("more_body", False)
            self._more.notify_all()

    async def until(self, found: Callable[["Stream"], bool], seconds: float = PATIENCE_SECONDS) -> "Stream":
        """Wait for it; a test that waits in vain fails with what has come."""
        try:
            async with asyncio.timeout(seconds), self._more:
                await self._more.wait_for(lambda: found(self))
        except TimeoutError:
            raise AssertionError(f"in vain; heard {[frame.kind for frame in self.frames]}") from None
        return self

    async def hears(self, kind: str, *, times: int = 1) -> Frame:
        """The `times`-th frame of a kind."""
        await self.until(lambda stream: stream.kinds().count(kind) >= times)
        return [frame for frame in self.frames if frame.kind == kind][times - 1]

    async def reaches(self, id_: int) -> "Stream":
        return await self.until(lambda stream: id_ in stream.ids())

    async def reads_on(self) -> None:
        """The slow browser is quick again."""
        async with self._more:
            self.held = False
            self._more.notify_all()

    def kinds(self) -> list[str]:
        return [frame.kind for frame in self.frames]

    def ids(self) -> list[int]:
        return [frame.id for frame in self.frames if frame.id is not None]

    def cut(self) -> None:
        """The network is gone."""
        self._gone.set()


def _read(block: bytes) -> Frame | None:
    lines = dict(
        line.partition(": ")[::2] for line in block.decode().splitlines() if not line.startswith(":")
    )
    if "event" not in lines:
        return None
    number = int(lines["id"]) if "id" in lines else None
    return Frame(number, lines["event"], json.loads(lines["data"]))


@asynccontextmanager
async def opened(
    app: FastAPI, path: str, headers: dict[str, str], after: int, last_event_id: int | None = None
) -> AsyncIterator[Stream]:
    """Connected until the block ends; the first byte has come."""
    stream = Stream()
    named = headers if last_event_id is None else headers | {"last-event-id": str(last_event_id)}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": urlencode({"after": after}).encode(),
        "headers": [(b"host", b"localhost:8400"), *((k.encode(), v.encode()) for k, v in named.items())],
        "server": ("localhost", 8400),
        "client": ("127.0.0.1", 1),
        "root_path": "",
    }
    serving = asyncio.create_task(app(scope, stream.receive, stream.send))
    try:
        await stream.until(lambda it: it.begun)
        yield stream
    finally:
        stream.held = False
        stream.cut()
        await stream.reads_on()
        await asyncio.wait_for(serving, PATIENCE_SECONDS)


def of_member(
    person: Person, after: int = 0, *, last_event_id: int | None = None, app: FastAPI | None = None
) -> Any:
    """A member's stream."""
    cookie = "; ".join(f"{name}={value}" for name, value in person.browser.cookies.items())
    return opened(app or person.desk.app, "/api/stream", {"cookie": cookie}, after, last_event_id)


def of_visitor(
    visitor: Visitor, after: int = 0, *, last_event_id: int | None = None, app: FastAPI | None = None
) -> Any:
    """A visitor's stream."""
    proof = {"authorization": f"Bearer {visitor.token}"}
    return opened(app or visitor.desk.app, f"{visitor.base}/stream", proof, after, last_event_id)
