"""From a checked draft to an outcome: rules on the answer (step 8). Pure."""

from collections.abc import Sequence

from deskbell.answering.outcomes import Draft, HandOff, Outcome, Reply, Say, TurnInput
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace
from deskbell.events.wire import Tried
from deskbell.handoff.rules import fired_of, tried_on_answer
from deskbell.knowledge.finding.ranking import Found

MOST_TRIED = 3
NOTHING_FOUND = (
    "I could not find that in our help pages. You can ask in other words, or talk to a person from our team."
)


def outcome_of(turn: TurnInput, draft: Draft | None, passages: Sequence[Found], trace: Trace) -> Outcome:
    """Answer, or hand off by the first rule that wants to. Without a rule, the agent says that it found nothing."""
    confidence = draft.confidence if draft else None
    tried = tried_on_answer(turn.rules, confidence)
    trace.decided(*(decisions.on_answer(looked, confidence) for looked in tried))
    match = fired_of(tried)
    if match is not None:
        return HandOff(
            match.reason,
            match.label,
            match=match,
            score=confidence,
            tried=tried_passages(passages),
        )
    return Reply(draft) if draft else Say(NOTHING_FOUND)


def tried_passages(passages: Sequence[Found]) -> tuple[Tried, ...]:
    """The best passages that were looked at, for the handoff brief."""
    return tuple(
        Tried(title=found.title, path=found.path, score=round(max(found.dense, 0.0), 2))
        for found in passages[:MOST_TRIED]
    )
