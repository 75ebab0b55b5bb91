"""Server-sent events of OpenAI's chat completions, as documented for `stream: true` with `include_usage`."""

import json
from collections.abc import Iterator
from typing import Any

from deskbell.llm.scripted.script import Scripted

INPUT_TOKENS = 100
ERROR = {"error": {"message": "scripted", "type": "server_error", "code": None}}


def beginning() -> Iterator[bytes]:
    yield _choice({"role": "assistant", "content": ""})


def piece(text: str) -> bytes:
    return _choice({"content": text})


def ending(scripted: Scripted) -> Iterator[bytes]:
    yield _choice({}, finish="length" if scripted.fault == "cut_by_limit" else "stop")
    if scripted.counts:
        yield _usage(len(scripted.said))
    yield b"data: [DONE]\n\n"


def _usage(tokens: int) -> bytes:
    counted = {
        "prompt_tokens": INPUT_TOKENS,
        "completion_tokens": tokens,
        "total_tokens": INPUT_TOKENS + tokens,
    }
    return _line({"choices": [], "usage": counted})


def error_event() -> bytes:
    return f"data: {json.dumps(ERROR)}\n\n".encode()


def other_shape() -> Iterator[bytes]:
    yield b'data: {"choices": "none", "usage": 7}\n\n'
    yield b"data: []\n\n"
    yield b'data: {"choices": [null, 3, {"delta": "x"}]}\n\n'


def garbage() -> bytes:
    return b"data: {not json at all\n\n"


def _choice(delta: dict[str, str], finish: str | None = None) -> bytes:
    return _line({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def _line(fields: dict[str, Any]) -> bytes:
    whole = {"id": "scripted", "object": "chat.completion.chunk", "created": 0, "model": "scripted", **fields}
    return f"data: {json.dumps(whole)}\n\n".encode()
