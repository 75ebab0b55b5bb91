"""The server itself, over real HTTP: `async with scripted_server(script) as server`. It records what it was asked."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from deskbell.llm.scripted import anthropic_wire, openai_wire
from deskbell.llm.scripted.script import STATUSES, Script, Scripted

FOREVER_SECONDS = 3600


@dataclass
class ScriptedServer:
    """`url` is a base URL for either adapter. `asked` keeps the messages of every request, the instructions among them;
    `heads` their request lines and headers, `hung_up_at` the moments, on the loop's clock, at which callers left before the end.
    """

    script: Script
    url: str = ""
    host_and_port: str = ""
    asked: list[list[dict[str, str]]] = field(default_factory=list[list[dict[str, str]]])
    heads: list[str] = field(default_factory=list[str])
    hung_up_at: list[float] = field(default_factory=list[float])
    hung_up: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: one request, one streamed answer."""
        try:
            head, body = await _read_request(reader)
            wire = anthropic_wire if head.split(" ", 2)[1].endswith("/messages") else openai_wire
            self.heads.append(head)
            self.asked.append(_messages(body))
            await self._play(wire, self.script(self.asked[-1]), reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def _play(
        self, wire: ModuleType, scripted: Scripted, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.begun.set()
        playing = asyncio.ensure_future(_play(wire, scripted, writer))
        leaving = asyncio.ensure_future(reader.read())  # a caller who left sends the end of the stream
        try:
            await asyncio.wait((playing, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not playing.done():
                self.hung_up_at.append(asyncio.get_running_loop().time())
                self.hung_up.set()
            else:
                await playing
        finally:
            playing.cancel()
            leaving.cancel()


@asynccontextmanager
async def scripted_server(script: Script, port: int = 0) -> AsyncIterator[ScriptedServer]:
    """Listens on loopback until the block ends."""
    scripted = ScriptedServer(script)
    server = await asyncio.start_server(scripted.answer, "127.0.0.1", port)
    bound = server.sockets[0].getsockname()[1]
    scripted.host_and_port = f"127.0.0.1:{bound}"
    scripted.url = f"http://{scripted.host_and_port}/v1"
    try:
        yield scripted
    finally:
        server.close()
        await server.wait_closed()


async def _read_request(reader: asyncio.StreamReader) -> tuple[str, dict[str, Any]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = int(head.lower().partition("content-length:")[2].split("\r\n", 1)[0])
    return head, json.loads(await reader.readexactly(length))


def _messages(body: dict[str, Any]) -> list[dict[str, str]]:
    """Of both protocols in one form: the instructions are a message with the role `system`."""
    instructions = [{"role": "system", "content": body["system"]}] if body.get("system") else []
    return [*instructions, *body["messages"]]


async def _play(wire: ModuleType, scripted: Scripted, writer: asyncio.StreamWriter) -> None:
    if scripted.fault in STATUSES:
        writer.write(_whole(int(scripted.fault), "application/json", json.dumps(wire.ERROR)))
    elif scripted.fault == "invalid_json":
        writer.write(_whole(200, "application/json", '{"choices": [{"delta"'))
    elif scripted.fault == "web_page":
        writer.write(_whole(200, "text/html", "<html><body>Please sign in to the network.</body></html>"))
    elif scripted.fault == "hang":
        await asyncio.sleep(FOREVER_SECONDS)
    else:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")
        await _stream(wire, scripted, writer)
    await writer.drain()


async def _stream(wire: ModuleType, scripted: Scripted, writer: asyncio.StreamWriter) -> None:
    times = 2 if scripted.fault == "duplicated" else 1
    async for event in _events(wire, scripted):
        writer.write(event * times)
        await writer.drain()


async def _events(wire: ModuleType, scripted: Scripted) -> AsyncIterator[bytes]:
    odd = _odd(wire, scripted)
    for event in odd if odd is not None else wire.beginning():
        yield event
    for text in scripted.said if odd is None else ():
        await asyncio.sleep(scripted.pause_seconds)
        yield wire.piece(text)
    if scripted.fault == "drip":
        await asyncio.sleep(FOREVER_SECONDS)
    elif scripted.fault == "error_event":
        yield wire.error_event()
    elif odd is None and scripted.fault != "break_off":
        for event in wire.ending(scripted):
            yield event


def _odd(wire: ModuleType, scripted: Scripted) -> list[bytes] | None:
    """The whole stream, when nothing in it is as it should be."""
    match scripted.fault:
        case "garbage":
            return [wire.garbage()]
        case "other_shape":
            return list(wire.other_shape())
        case _:
            return None


def _whole(status: int, content_type: str, body: str) -> bytes:
    retry = "retry-after: 7\r\n" if status == 429 else ""
    head = f"HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\n{retry}connection: close\r\ncontent-length: {len(body)}\r\n\r\n"
    return (head + body).encode()
