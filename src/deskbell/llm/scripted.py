"""A server that speaks the OpenAI chat protocol over real HTTP and says what it is told: for tests, journeys and demos of faults.

Run in-process on a free port: `async with scripted_server(script) as url`. It records what it was asked.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Fault: TypeAlias = Literal[
    "none", "429", "500", "401", "hang", "drip", "break_off", "garbage", "empty", "endless"
]


@dataclass(frozen=True)
class Scripted:
    """One answer: its text in pieces, how long each takes, and what goes wrong."""

    pieces: tuple[str, ...] = ()
    pause_seconds: float = 0.0
    fault: Fault = "none"


Script: TypeAlias = Callable[[list[dict[str, str]]], Scripted]


@dataclass
class ScriptedServer:
    """`url` is a base URL for `OpenAICompatible`; `asked` keeps the messages of every request."""

    script: Script
    url: str = ""
    host_and_port: str = ""
    asked: list[list[dict[str, str]]] = field(default_factory=list[list[dict[str, str]]])

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: one request, one streamed answer."""
        try:
            messages = await _read_messages(reader)
            self.asked.append(messages)
            await _play(self.script(messages), writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()


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


async def _read_messages(reader: asyncio.StreamReader) -> list[dict[str, str]]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = int(head.partition("content-length:")[2].split("\r\n", 1)[0])
    body: dict[str, Any] = json.loads(await reader.readexactly(length))
    return body["messages"]


async def _play(scripted: Scripted, writer: asyncio.StreamWriter) -> None:
    if scripted.fault in ("429", "500", "401"):
        writer.write(_whole(int(scripted.fault), '{"error":{"message":"scripted"}}'))
        await writer.drain()
        return
    if scripted.fault == "hang":
        await asyncio.sleep(3600)
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n")
    async for chunk in _chunks(scripted):
        writer.write(chunk)
        await writer.drain()


async def _chunks(scripted: Scripted) -> AsyncIterator[bytes]:
    match scripted.fault:
        case "garbage":
            yield b"data: {not json at all\n\n"
            return
        case "endless":
            for _ in range(2000):
                yield _event({"content": "x" * 500})
        case _:
            for piece in scripted.pieces:
                await asyncio.sleep(scripted.pause_seconds)
                yield _event({"content": piece})
    if scripted.fault in ("break_off", "drip"):
        await asyncio.sleep(3600 if scripted.fault == "drip" else 0)
        return
    yield _event({}, finish="stop")
    yield _usage(len(scripted.pieces))
    yield b"data: [DONE]\n\n"


def _event(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return _line({"choices": [choice]})


def _usage(tokens: int) -> bytes:
    counted = {"prompt_tokens": 100, "completion_tokens": tokens, "total_tokens": 100 + tokens}
    return _line({"choices": [], "usage": counted})


def _line(fields: dict[str, Any]) -> bytes:
    whole = {"id": "scripted", "object": "chat.completion.chunk", "created": 0, "model": "scripted", **fields}
    return f"data: {json.dumps(whole)}\n\n".encode()


def _whole(status: int, body: str) -> bytes:
    head = f"HTTP/1.1 {status} X\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {len(body)}\r\n\r\n"
    return (head + body).encode()
