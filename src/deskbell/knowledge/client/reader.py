"""Reading files in a process of its own, with a ceiling on memory and time: a bomb ends there, with a sentence.

The same file is that process (`python -m deskbell.knowledge.client.reader SECONDS`): it reads requests from its standard input.
"""

import asyncio
import json
import resource
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import BinaryIO

from pydantic import TypeAdapter

from deskbell.knowledge.crawling.survey import Survey, survey
from deskbell.knowledge.reading import Block, Kind, Reading, Unreadable, read

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 60  # two thousand pages of a PDF take half of it
WALL_SECONDS = 180
IDLE_SECONDS = 20
COMMAND = (sys.executable, "-m", "deskbell.knowledge.client.reader", str(CPU_SECONDS))
_SURVEY = "survey:"
_SURVEYS = TypeAdapter(Survey)
_DYING_SECONDS = 0.2
# How the process ends when it used too much, or when we ended it; by any other signal it fell over the file.
_STOPPED = frozenset({-signal.SIGKILL, -signal.SIGXCPU})
_STRANGE = "This file could not be understood. Save it again, or in another format, and add that."
_TOO_MUCH = "Reading this file takes too much time or memory. Split it into smaller parts and add those."


class Reader:
    """One process at most, one file at a time. It starts with the first file and ends when nothing came for a while."""

    def __init__(self, command: Sequence[str] = COMMAND, *, wall_seconds: float = WALL_SECONDS) -> None:
        self._command = command
        self._wall_seconds = wall_seconds
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._end: asyncio.TimerHandle | None = None

    async def read(self, content: bytes, file_name: str) -> Reading:
        """The structured form of a file, or `Unreadable`."""
        return _reading(await self._answer_to(content, file_name))

    async def survey(self, html: str, url: str) -> Survey:
        """What the page at `url` says about itself, or `Unreadable`."""
        return _survey(await self._answer_to(html.encode(), _SURVEY + url))

    async def _answer_to(self, content: bytes, file_name: str) -> bytes:
        async with self._turn:
            self._stay()
            process = await self._started()
            try:
                answer = await asyncio.wait_for(_ask(process, content, file_name), self._wall_seconds)
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError) as error:
                raise Unreadable(_TOO_MUCH if await self.close() in _STOPPED else _STRANGE) from error
            except asyncio.CancelledError:
                await self.close()
                raise
            self._end = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._leave)
        return answer

    async def close(self) -> int:
        """End the process, whatever it is doing. Returns how it ended: below 0 by a signal, else by itself."""
        self._stay()
        process, self._process = self._process, None
        if process is None:
            return 0
        with suppress(ProcessLookupError, TimeoutError):
            await asyncio.wait_for(process.wait(), _DYING_SECONDS)
        with suppress(ProcessLookupError):
            process.kill()
        return await process.wait()

    async def _started(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        return self._process

    def _leave(self) -> None:
        """An end of input is the sign to go home."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    def _stay(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None


async def _ask(process: Process, content: bytes, file_name: str) -> bytes:
    assert process.stdin is not None  # noqa: S101 - both were asked for
    assert process.stdout is not None  # noqa: S101
    for part in (file_name.encode(), content):
        process.stdin.write(len(part).to_bytes(4, "big") + part)
    await process.stdin.drain()
    size = int.from_bytes(await process.stdout.readexactly(4), "big")
    return await process.stdout.readexactly(size)


def _reading(answer: bytes) -> Reading:
    given = json.loads(answer)
    if "sentence" in given:
        raise Unreadable(given["sentence"])
    blocks = (Block(tuple(path), Kind(kind), tuple(lines)) for path, kind, lines in given["blocks"])
    return Reading(given["title"], tuple(blocks), tuple(given["warnings"]))


def _survey(answer: bytes) -> Survey:
    given = json.loads(answer)
    if "sentence" in given:
        raise Unreadable(given["sentence"])
    return _SURVEYS.validate_python(given)


def main(cpu_seconds: int) -> None:
    """The life of the reading process: one request after the other until its input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (file_name := _part(sys.stdin.buffer)) is not None:
        content = _part(sys.stdin.buffer) or b""
        _allow_cpu(cpu_seconds)
        answer = json.dumps(_answer(content, file_name.decode())).encode()
        sys.stdout.buffer.write(len(answer).to_bytes(4, "big") + answer)
        sys.stdout.buffer.flush()


def _part(stream: BinaryIO) -> bytes | None:
    head = stream.read(4)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 4 else None


def _allow_cpu(seconds: int) -> None:
    """The limit counts from the start of the process, so each file moves it on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _answer(content: bytes, file_name: str) -> dict[str, object]:
    try:
        if file_name.startswith(_SURVEY):
            return asdict(survey(content.decode(), file_name.removeprefix(_SURVEY)))
        reading = read(content, file_name)
    except Unreadable as unreadable:
        return {"sentence": unreadable.sentence}
    except (MemoryError, RecursionError):
        return {"sentence": _TOO_MUCH}
    blocks = [[block.path, block.kind, block.lines] for block in reading.blocks]
    return {"title": reading.title, "blocks": blocks, "warnings": reading.warnings}


if __name__ == "__main__":
    main(int(sys.argv[1]))
