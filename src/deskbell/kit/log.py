"""Logs for operators of the server: what happened, how often, how long. Never what people wrote, their names or tokens.

Every event is a fixed name and a few plain values. Keys that could carry content are dropped, so that a careless
line cannot leak it.
"""

import logging
import sys
from collections.abc import Mapping

import structlog
from structlog.typing import EventDict, WrappedLogger

FORBIDDEN_KEYS = frozenset({
    "text", "body", "content", "message", "draft", "question", "answer", "name", "email", "address", "phone", "token",
    "secret", "password", "key", "url", "path", "cookie", "authorization", "args", "query", "value",
})  # fmt: skip
LONGEST_VALUE = 200


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
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(
        level=max(number, logging.WARNING), stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s"
    )
    for chatty in ("httpx", "httpcore", "openai", "uvicorn.access"):  # they log addresses with their queries
        logging.getLogger(chatty).setLevel(logging.WARNING)


def without_content(_: WrappedLogger, __: str, event: EventDict) -> Mapping[str, object]:
    """Drop forbidden keys and tracebacks' messages; shorten what is long."""
    kept = {name: value for name, value in event.items() if name not in FORBIDDEN_KEYS}
    kept.pop("exc_info", None)  # an exception's message may quote what was written
    return {name: value[:LONGEST_VALUE] if isinstance(value, str) else value for name, value in kept.items()}
