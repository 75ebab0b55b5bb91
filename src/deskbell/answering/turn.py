"""One turn of the agent, top to bottom. No transaction is open while it runs: whatever it takes, nobody waits for a lock."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from deskbell.answering.deciding import on_draft, on_message
from deskbell.answering.deciding.knowing import message_facts
from deskbell.answering.deciding.small_talk import asks_what_it_answers
from deskbell.answering.outcomes import Composed, Draft, Outcome, TurnInput
from deskbell.answering.tracing import filling
from deskbell.answering.tracing.trace import Judged, Step, Trace, Understood
from deskbell.answering.understanding import understand
from deskbell.handoff.rules import topics_of
from deskbell.handoff.when import Near, Topic
from deskbell.knowledge.finding.ranking import Found

Show = Callable[[str], Awaitable[None]]


class Answerer(Protocol):
    """Composes an answer from passages, or None when they do not answer. `show` gets the checked text so far, `trace` how
    sure it is and what was checked.
    """

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Composed: ...


class Rewriter(Protocol):
    """Completes a question that depends on the thread in better words than the rules do; `completed` when it cannot."""

    async def rewritten(self, turn: TurnInput, completed: str, trace: Trace) -> str: ...


class Library(Protocol):
    """Finds passages of the agent's own content, and mends questions with its words."""

    async def mend(self, turn: TurnInput, question: str) -> str: ...

    async def find(self, turn: TurnInput, question: str, trace: Trace) -> Sequence[Found]: ...

    async def near(self, turn: TurnInput, topics: Sequence[Topic]) -> Sequence[Near]:
        """How near the message is to each of the topics; nothing when it cannot be told."""
        ...

    async def topics(self, turn: TurnInput) -> Sequence[str]:
        """Titles that tell what the content is about, the most used first."""
        ...


@dataclass(frozen=True)
class Tools:
    """The world of a turn: what it may ask, show and measure."""

    library: Library
    answerer: Answerer
    show: Show
    seconds: Callable[[], float]
    rewriter: Rewriter | None = None


async def run_turn(turn: TurnInput, tools: Tools, trace: Trace) -> Outcome:
    """Steps 5 to 8 of the fixed order of evaluation. Steps 0 to 4 have happened when the message was stored."""
    began = tools.seconds()
    trace.understood = Understood(written=turn.text)
    topics = await tools.library.topics(turn) if asks_what_it_answers(turn) else ()
    facts = message_facts(turn, await _near(turn, tools.library))
    trace.judged = Judged(facts)
    at_once = on_message.outcome_of(turn, facts, trace, topics)
    completed = understand(turn)
    if at_once is not None:
        trace.took(Step.UNDERSTAND, (tools.seconds() - began) * 1000)
        return at_once
    if tools.rewriter is not None:
        completed = await tools.rewriter.rewritten(turn, completed, trace)
    question = await tools.library.mend(turn, completed)
    trace.took(Step.UNDERSTAND, (tools.seconds() - began) * 1000)
    trace.understood = Understood(
        written=turn.text,
        asked=question,
        corrected=question if question != completed else None,
        completed=completed if completed != turn.text else None,
    )
    passages = await tools.library.find(turn, question, trace)
    trace.passages = filling.considered(passages)
    found, before = tools.seconds(), sum(trace.milliseconds.values())
    said = await tools.answerer.compose(question, turn, passages, tools.show, trace)
    of_other_steps = (
        sum(trace.milliseconds.values()) - before
    )  # checking sentences, finding for each of several questions
    trace.took(Step.COMPOSE, max(0.0, (tools.seconds() - found) * 1000 - of_other_steps))
    filling.keep_draft(trace, said if isinstance(said, Draft) else None)
    composed = tools.seconds()
    outcome = on_draft.outcome_of(turn, said, passages, trace)
    trace.took(Step.DECIDE, (tools.seconds() - composed) * 1000)
    return outcome


async def _near(turn: TurnInput, library: Library) -> Sequence[Near]:
    topics = topics_of(turn.rules)
    return await library.near(turn, topics) if topics else ()
