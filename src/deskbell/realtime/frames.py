"""Server-sent events on the wire (WHATWG HTML, section 9.2). Pure."""

PING = b": ping\n\n"
RESUME = b"event: resume\ndata: {}\n\n"


def frame(event: str, json_text: str, *, id_: int | None = None) -> bytes:
    """One event. `json_text` is JSON, so it holds no line break; `id_` is what a browser resumes after."""
    head = f"id: {id_}\n" if id_ is not None else ""
    return f"{head}event: {event}\ndata: {json_text}\n\n".encode()
