"""One turn of the agent, top to bottom. No transaction is open while it runs: whatever it takes, nobody waits for a lock."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from deskbell.answering.deciding import on_draft, on_message
from deskbell.answering.outcomes import Draft, Outcome, TurnInput
from deskbell.answering.understanding import understand
from deskbell.knowledge.finding.ranking import Found

Show = Callable[[str], Awaitable[None]]


class Answerer(Protocol):
    """Composes an answer from passages, or None when they do not answer. `show` gets the checked text so far."""

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show
    ) -> Draft | None: ...


class Library(Protocol):
    """Finds passages of the agent's own content."""

    async def find(self, turn: TurnInput, question: str) -> Sequence[Found]: ...


@dataclass
class Trace:
    """What the turn saw and how long each step took: the answer to "why this answer?"."""

    question: str = ""
    passages: Sequence[Found] = ()
    milliseconds: dict[str, float] = field(default_factory=dict[str, float])
    notes: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Tools:
    """The world of a turn: what it may ask, show and measure."""

    library: Library
    answerer: Answerer
    show: Show
    seconds: Callable[[], float]


async def run_turn(turn: TurnInput, tools: Tools, trace: Trace) -> Outcome:
    """Steps 5 to 8 of the fixed order of evaluation. Steps 0 to 4 have happened when the message was stored."""
    at_once = on_message.outcome_of(turn)
    if at_once is not None:
        return at_once
    began = tools.seconds()
    trace.question = understand(turn)
    trace.passages = await tools.library.find(turn, trace.question)
    found = tools.seconds()
    draft = await tools.answerer.compose(trace.question, turn, trace.passages, tools.show)
    composed = tools.seconds()
    trace.milliseconds = {"find": (found - began) * 1000, "compose": (composed - found) * 1000}
    return on_draft.outcome_of(turn, draft, trace.passages)
