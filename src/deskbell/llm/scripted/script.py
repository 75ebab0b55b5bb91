"""What the scripted server is told to say, and how it shall fail."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Fault: TypeAlias = Literal[
    "none",
    "401",
    "429",
    "500",
    "529",
    "hang",  # accepts the request and says nothing
    "drip",  # says everything but the end, and keeps the line open
    "break_off",  # the line is cut in the middle
    "garbage",  # a stream whose first event is no JSON
    "other_shape",  # a stream of JSON that is no answer
    "error_event",  # begins well, then reports an error inside the stream
    "invalid_json",  # a whole body that is no JSON, although it says so
    "web_page",  # the page of a proxy, with status 200
    "empty",  # a whole stream without a word
    "endless",  # goes on and on
    "one_megabyte",  # in a single event
    "duplicated",  # every event arrives twice
    "cut_by_limit",  # the provider's own limit of length ended it
]
STATUSES: frozenset[Fault] = frozenset({"401", "429", "500", "529"})
ENDLESS_PIECES = ("x" * 500,) * 2000
ONE_MEGABYTE = ("x" * 1_000_000,)


@dataclass(frozen=True)
class Scripted:
    """One answer: its text in pieces, how long each takes, what goes wrong, and whether the server counts tokens."""

    pieces: tuple[str, ...] = ()
    pause_seconds: float = 0.0
    fault: Fault = "none"
    counts: bool = True  # servers of one's own often do not

    @property
    def said(self) -> tuple[str, ...]:
        """The pieces as they are sent."""
        match self.fault:
            case "endless":
                return ENDLESS_PIECES
            case "one_megabyte":
                return ONE_MEGABYTE
            case "empty":
                return ()
            case _:
                return self.pieces


Script: TypeAlias = Callable[[list[dict[str, str]]], Scripted]
