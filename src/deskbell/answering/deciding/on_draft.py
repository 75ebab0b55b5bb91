"""From a checked draft to an outcome: rules on the answer (step 8). Pure."""

from collections.abc import Sequence

from deskbell.answering.deciding import on_signals
from deskbell.answering.deciding.small_talk import PATIENCE, misses_in_a_row, reply_to, waits_for_the_content
from deskbell.answering.deciding.wording import wording
from deskbell.answering.outcomes import (
    NOTHING_NOTICED,
    Composed,
    Draft,
    HandOff,
    NoDraft,
    Outcome,
    Reply,
    Say,
    TurnInput,
)
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.understanding.small_talk import hear
from deskbell.events.wire import Reason, Tried
from deskbell.handoff.rules import Match, fired_of, tried_on_answer
from deskbell.knowledge.finding.ranking import Found

MOST_TRIED = 3
NEAR = 0.3  # cosine of question and passage, from where on a page is worth naming
MOST_TOPICS = 3
SURE = 0.8  # a joke is answered from the content only when it is clearly there


def outcome_of(turn: TurnInput, said: Composed, passages: Sequence[Found], trace: Trace) -> Outcome:
    """Answer, or hand off by the first rule that wants to. Without a rule, the agent says that it found nothing."""
    if isinstance(said, NoDraft) and said.unavailable:
        return HandOff(Reason.AGENT_UNAVAILABLE, said.unavailable, tried=tried_passages(passages))
    asked = on_signals.asks_for_person(turn, said.signals, trace) if said else None
    if asked is not None:
        return _handed_off(asked, said, passages)
    draft = said if isinstance(said, Draft) else None
    confidence = draft.confidence if draft else None
    talk = _talk(turn, confidence, trace)
    if talk is not None:
        return talk
    tried = tried_on_answer(turn.rules, confidence)
    trace.decided(*(decisions.on_answer(looked, confidence) for looked in tried))
    match = fired_of(tried)
    if match is not None:
        return _handed_off(match, said, passages)
    return Reply(draft) if draft else Say(nothing_found(turn, passages, trace.understood.asked or turn.text))


def _talk(turn: TurnInput, confidence: float | None, trace: Trace) -> Say | None:
    talk = hear(turn.text, turn.agent.name).talk
    if talk is None or not waits_for_the_content(talk, turn.text):
        return None
    if confidence is not None and confidence >= SURE:
        return None
    why = "The message asks nothing of the content, and the content does not answer it."
    trace.decided(decisions.own(decisions.ANSWER, "Small talk", why, fired=True))
    return Say(reply_to(talk, turn))


def _handed_off(match: Match, said: Composed, passages: Sequence[Found]) -> HandOff:
    return HandOff(
        match.reason,
        match.label,
        match=on_signals.as_urgent(match, said.signals if said else NOTHING_NOTICED),
        score=said.confidence if isinstance(said, Draft) else None,
        tried=tried_passages(passages),
    )


def nothing_found(turn: TurnInput, passages: Sequence[Found], asked: str) -> str:
    """What was looked for, the nearest pages by their titles, and a person. A third miss in a row only offers the person."""
    if misses_in_a_row(turn) >= PATIENCE:
        return wording("not_getting_anywhere", turn)
    near = dict.fromkeys(found.title for found in passages if found.dense >= NEAR)
    topics = list(near)[:MOST_TOPICS]
    return wording("nothing_found_but" if topics else "nothing_found", turn, topics=topics, asked=asked)


def tried_passages(passages: Sequence[Found]) -> tuple[Tried, ...]:
    """The best passages that were looked at, for the handoff brief."""
    return tuple(
        Tried(title=found.title, path=found.path, score=round(max(found.dense, 0.0), 2))
        for found in passages[:MOST_TRIED]
    )
