"""Server-sent events of Anthropic's Messages API, as documented for `stream: true`."""

import json
from collections.abc import Iterator
from typing import Any

from deskbell.llm.scripted.script import Scripted

INPUT_TOKENS = 100
ERROR = {"type": "error", "error": {"type": "overloaded_error", "message": "scripted"}}


def beginning() -> Iterator[bytes]:
    message: dict[str, Any] = {
        "id": "msg_scripted",
        "type": "message",
        "role": "assistant",
        "model": "scripted",
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {"input_tokens": INPUT_TOKENS, "output_tokens": 1},
    }
    yield _event("message_start", {"message": message})
    yield _event("content_block_start", {"index": 0, "content_block": {"type": "text", "text": ""}})
    yield _event("ping", {})


def piece(text: str) -> bytes:
    return _event("content_block_delta", {"index": 0, "delta": {"type": "text_delta", "text": text}})


def ending(scripted: Scripted) -> Iterator[bytes]:
    reason = "max_tokens" if scripted.fault == "cut_by_limit" else "end_turn"
    yield _event("content_block_stop", {"index": 0})
    yield _event(
        "message_delta",
        {
            "delta": {"stop_reason": reason, "stop_sequence": None},
            "usage": {"output_tokens": len(scripted.said)},
        },
    )
    yield _event("message_stop", {})


def error_event() -> bytes:
    return f"event: error\ndata: {json.dumps(ERROR)}\n\n".encode()


def other_shape() -> Iterator[bytes]:
    yield b'event: message_start\ndata: {"type": "message_start", "message": 7}\n\n'
    yield b"event: content_block_delta\ndata: []\n\n"
    yield b'event: content_block_delta\ndata: {"type": "content_block_delta", "index": 0, "delta": "x"}\n\n'


def garbage() -> bytes:
    return b"event: message_start\ndata: {not json at all\n\n"


def _event(kind: str, fields: dict[str, Any]) -> bytes:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode()
