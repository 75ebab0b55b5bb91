"""The bounded queue between the log's reader and one stream. Who reads too slowly is asked to come again."""

import asyncio
from dataclasses import dataclass
from typing import Generic, TypeVar

Letter = TypeVar("Letter")
CAPACITY = 256


@dataclass(frozen=True)
class Closed:
    """The stream ends here: the browser resumes after the last id it has seen."""


class Mailbox(Generic[Letter]):
    """Never blocks the sender, never grows beyond `CAPACITY`."""

    def __init__(self) -> None:
        self._letters: asyncio.Queue[Letter | Closed] = asyncio.Queue(CAPACITY + 1)
        self.closed = False

    def put(self, letter: Letter) -> None:
        """Deliver, or close the box when the reader is `CAPACITY` letters behind."""
        if self.closed:
            return
        if self._letters.qsize() >= CAPACITY:
            self.close()
            return
        self._letters.put_nowait(letter)

    def close(self) -> None:
        """What was delivered is still read; then the stream ends."""
        if not self.closed:
            self.closed = True
            self._letters.put_nowait(Closed())

    async def get(self, seconds: float) -> Letter | Closed | None:
        """The next letter; None when `seconds` pass without one."""
        try:
            # Not wait_for: before Python 3.12 it can swallow the end of a stream.
            async with asyncio.timeout(seconds):
                return await self._letters.get()
        except TimeoutError:
            return None
