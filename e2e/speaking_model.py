"""A language model for journeys: a server on this machine that speaks a real protocol and says what it is told to."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from deskbell.llm.scripted import Scripted, ScriptedServer, scripted_server


class SpeakingModel:
    """`says` may be changed at any time; the next call hears it."""

    def __init__(self) -> None:
        self.says = Scripted()
        self.server: ScriptedServer | None = None
        self._ready, self._over = threading.Event(), asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._listen()])

    @property
    def host_and_port(self) -> str:
        assert self.server is not None
        return self.server.host_and_port

    @property
    def url(self) -> str:
        return f"http://{self.host_and_port}/v1"

    async def _listen(self) -> None:
        async with scripted_server(lambda _: self.says) as self.server:
            self._ready.set()
            await self._over.wait()

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(10)


@contextmanager
def speaking_model() -> Iterator[SpeakingModel]:
    """It listens while the block runs."""
    model = SpeakingModel()
    model.start()
    try:
        yield model
    finally:
        model.stop()
