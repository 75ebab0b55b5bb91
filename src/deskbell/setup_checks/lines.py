"""The lines of a set-up check: what is looked at, in which order, and how each stands. Pure.

The story follows the way a newcomer tries Deskbell: a question is answered, a request for a person arrives with its details,
a takeover silences the agent, and so does the close.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Group: TypeAlias = Literal["ground", "story", "around"]
LineState: TypeAlias = Literal["waiting", "running", "passed", "attention", "failed", "skipped"]
Key: TypeAlias = Literal[
    "database",
    "worker",
    "language_model",
    "content",
    "stream",
    "answer",
    "handoff",
    "details",
    "inbox",
    "takeover",
    "reply",
    "close",
    "members",
    "hours",
    "emergency",
    "widget",
    "mail",
]


@dataclass(frozen=True)
class Fix:
    """Where the very thing is set. `href` is an address of the dashboard; empty when it is done at the server."""

    label: str
    href: str = ""


@dataclass(frozen=True)
class Found:
    """What a line came to. `attention`: it works, and somebody should look at it; `skipped`: there was nothing to try."""

    state: LineState
    sentence: str
    fix: Fix | None = None


@dataclass(frozen=True)
class Line:
    """One line as it is stored and shown."""

    key: Key
    group: Group
    title: str
    state: LineState = "waiting"
    sentence: str = ""
    fix: Fix | None = None
    milliseconds: int | None = None


PLAN: tuple[Line, ...] = (
    Line("database", "ground", "The database answers"),
    Line("worker", "ground", "The worker and its model answer"),
    Line("language_model", "ground", "The language model answers"),
    Line("content", "ground", "There is content to answer from"),
    Line("stream", "story", "A visitor’s message arrives live"),
    Line("answer", "story", "A question is answered from the content"),
    Line("handoff", "story", "Asking for a person hands off"),
    Line("details", "story", "Details are collected first"),
    Line("inbox", "story", "The handoff arrives with label and history"),
    Line("takeover", "story", "A takeover silences the agent"),
    Line("reply", "story", "The reply reaches the visitor"),
    Line("close", "story", "After the close the agent stays silent"),
    Line("members", "around", "Somebody can answer"),
    Line("hours", "around", "Opening hours"),
    Line("emergency", "around", "Emergencies"),
    Line("widget", "around", "The widget on your site"),
    Line("mail", "around", "Mail"),
)
NOT_TRIED = "Not tried: a step before it failed."
TIME_RAN_OUT = "Not tried: the check took too long and ended here."
STOPPED = "Not tried: the check was stopped. Run it again."
_MISSED = (NOT_TRIED, TIME_RAN_OUT, STOPPED)


def passed(sentence: str) -> Found:
    return Found("passed", sentence)


def failed(sentence: str, fix: Fix | None = None) -> Found:
    return Found("failed", sentence, fix)


def attention(sentence: str, fix: Fix | None = None) -> Found:
    return Found("attention", sentence, fix)


def skipped(sentence: str, fix: Fix | None = None) -> Found:
    return Found("skipped", sentence, fix)


def begun(lines: Sequence[Line], key: Key) -> tuple[Line, ...]:
    """The lines, with this one under way."""
    return tuple(replace(line, state="running") if line.key == key else line for line in lines)


def found(lines: Sequence[Line], key: Key, what: Found, milliseconds: int | None = None) -> tuple[Line, ...]:
    """The lines, with what this one came to."""
    return tuple(
        replace(line, state=what.state, sentence=what.sentence, fix=what.fix, milliseconds=milliseconds)
        if line.key == key
        else line
        for line in lines
    )


def closed(lines: Iterable[Line], sentence: str) -> tuple[Line, ...]:
    """The lines, with nothing waiting any more: what was not reached says why."""
    return tuple(
        replace(line, state="skipped", sentence=sentence) if line.state in ("waiting", "running") else line
        for line in lines
    )


def summary(lines: Sequence[Line]) -> str:
    """ "16 of 17 are fine, 1 failed." What was skipped on purpose is fine."""
    wrong = sum(line.state == "failed" for line in lines)
    looked_at = sum(line.state == "attention" for line in lines)
    missed = sum(line.state == "skipped" and line.sentence in _MISSED for line in lines)
    fine = len(lines) - wrong - looked_at - missed
    parts = [f"{fine} of {len(lines)} are fine"]
    parts += [f"{looked_at} to look at"] if looked_at else []
    parts += [f"{wrong} failed"] if wrong else []
    parts += [f"{missed} not tried"] if missed else []
    return f"{', '.join(parts)}."


def is_fine(lines: Iterable[Line]) -> bool:
    """Whether nothing failed and nothing was missed. What only wants a look is no failure."""
    return not any(
        line.state in ("failed", "waiting", "running") or line.sentence in _MISSED for line in lines
    )
