"""A client of HTTP/1.1 that costs little beside the server it measures: kept-alive connections, JSON, event streams."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from types import TracebackType
from typing import Any

LIMIT = 16 * 1024 * 1024


class RefusedError(Exception):
    """The server answered with something else than success."""


class Line:
    """One kept-alive connection: one request after the other, as a browser's page would send them."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self._port = port
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._lock = asyncio.Lock()
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def __aenter__(self) -> "Line":
        await self.connect()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def connect(self) -> None:
        """Open now, so that the first request does not pay for it."""
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=LIMIT)

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()

    async def get(self, path: str) -> Any:
        return (await self.sends("GET", path, None))[0]

    async def post(self, path: str, body: object) -> Any:
        return (await self.sends("POST", path, body))[0]

    async def sends(self, method: str, path: str, body: object) -> tuple[Any, Mapping[str, str]]:
        """The answer's JSON and its headers; `RefusedError` unless it is a success."""
        async with self._lock:
            await self._write(method, path, body)
            assert self._reader is not None
            status, headers = await _head(self._reader)
            content = await self._reader.readexactly(int(headers.get("content-length", "0")))
        if status >= 300:
            raise RefusedError(f"{method} {path} → {status} {content[:300].decode(errors='replace')}")
        return (json.loads(content) if content else None), headers

    async def events(self, path: str) -> AsyncIterator[tuple[str, bytes]]:
        """An event stream that stays open: (event, JSON) as they come. Comments are skipped."""
        await self._write("GET", path, None)
        assert self._reader is not None
        status, _ = await _head(self._reader)
        if status != 200:
            raise RefusedError(f"GET {path} → {status}")
        while True:
            block = await _chunk(self._reader)
            for frame in block.split(b"\n\n"):
                event, found = _frame(frame)
                if event:
                    yield event, found

    async def _write(self, method: str, path: str, body: object) -> None:
        if self._writer is None:
            await self.connect()
        assert self._writer is not None
        content = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nhost: localhost:{self._port}\r\nsec-fetch-site: same-origin\r\n"
        kind = f"content-type: application/json\r\ncontent-length: {len(content)}\r\n" if content else ""
        self._writer.write(f"{head}{self._headers}{kind}\r\n".encode() + content)
        await self._writer.drain()


async def _head(reader: asyncio.StreamReader) -> tuple[int, Mapping[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) if "cookie" not in line.lower() else line.split(": ", 1)
                   for line in lines[1:] if line)  # fmt: skip
    return int(lines[0].split()[1]), {name.lower(): value for name, value in headers.items()}


async def _chunk(reader: asyncio.StreamReader) -> bytes:
    size = int(await reader.readline(), 16)
    content = await reader.readexactly(size + 2)
    if size == 0:
        raise RefusedError("the stream has ended")
    return content[:-2]


def _frame(block: bytes) -> tuple[str, bytes]:
    event, content = "", b""
    for line in block.split(b"\n"):
        if line.startswith(b"event: "):
            event = line[7:].decode()
        elif line.startswith(b"data: "):
            content = line[6:]
    return event, content
