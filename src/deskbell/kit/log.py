"""Logs for operators of the server: what happened, how often, how long. Never what people wrote, their names or tokens.

Every event is a fixed name and a few plain values. Keys that could carry content are dropped, so that a careless
line cannot leak it.
"""

import io
import logging
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO, cast

import structlog
from structlog.typing import EventDict, WrappedLogger

FORBIDDEN_KEYS = frozenset({
    "text", "body", "content", "message", "draft", "question", "answer", "name", "email", "address", "phone", "token",
    "secret", "password", "key", "url", "path", "cookie", "authorization", "args", "query", "value",
})  # fmt: skip
LONGEST_VALUE = 200
FRAMES_SHOWN = 4


def set_up_logging(*, level: str = "info", as_json: bool | None = None) -> None:
    """To standard error: JSON lines when it is not a terminal (or `as_json`), colored lines when it is."""
    json_lines = not sys.stderr.isatty() if as_json is None else as_json
    renderer = structlog.processors.JSONRenderer() if json_lines else structlog.dev.ConsoleRenderer()
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_content,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(_STANDARD_ERROR),
        cache_logger_on_first_use=True,
    )
    libraries = logging.StreamHandler(_STANDARD_ERROR)
    libraries.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    libraries.addFilter(_without_exceptions)
    logging.basicConfig(level=max(number, logging.WARNING), handlers=[libraries])
    logging.getLogger("uvicorn.error").addFilter(_without_exceptions)
    for chatty in ("httpx", "httpcore", "openai", "uvicorn.access"):  # they log addresses with their queries
        logging.getLogger(chatty).setLevel(logging.WARNING)


class _StandardError(io.TextIOBase):
    """Whatever standard error is at that moment: it may be replaced after we were set up."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


_STANDARD_ERROR = cast(TextIO, _StandardError())


def _without_exceptions(record: logging.LogRecord) -> bool:
    """For the libraries' own lines: kind and place of an exception instead of its words."""
    if record.exc_info and record.exc_info[1]:
        record.msg, record.args = f"{record.getMessage()} ({cause(record.exc_info[1])})", None
    record.exc_info = record.exc_text = None
    return True


def cause(error: BaseException) -> str:
    """Kind of a failure and the way to it, without its message: that may quote what people wrote."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES_SHOWN:]
    way = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {way}" if way else type(error).__name__


def without_content(_: WrappedLogger, __: str, event: EventDict) -> Mapping[str, object]:
    """Drop forbidden keys and tracebacks' messages; shorten what is long."""
    kept = {name: value for name, value in event.items() if name not in FORBIDDEN_KEYS}
    kept.pop("exc_info", None)  # an exception's message may quote what was written
    return {name: value[:LONGEST_VALUE] if isinstance(value, str) else value for name, value in kept.items()}
