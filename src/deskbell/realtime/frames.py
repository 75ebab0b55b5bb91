"""Server-sent events on the wire (WHATWG HTML, section 9.2). Pure."""

import re

PING = b": ping\n\n"
RESUME = b"event: resume\ndata: {}\n\n"


def frame(event: str, json_text: str, *, id_: int | None = None) -> bytes:
    """One event. `json_text` is JSON, so it holds no line break; `id_` is what a browser resumes after."""
    head = f"id: {id_}\n" if id_ is not None else ""
    return f"{head}event: {event}\ndata: {json_text}\n\n".encode()


def resumed_after(last_event_id: str, otherwise: int) -> int:
    """Where a browser goes on: after the id of ours that it saw last, or where the address says when it names none."""
    return int(last_event_id) if re.fullmatch(r"[0-9]{1,18}", last_event_id) else otherwise
