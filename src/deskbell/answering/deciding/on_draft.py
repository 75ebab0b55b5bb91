"""From a checked draft to an outcome: rules on the answer (step 8). Pure."""

from collections.abc import Sequence

from deskbell.answering.deciding.small_talk import AFTER_THE_CONTENT, PATIENCE, misses_in_a_row, reply_to
from deskbell.answering.deciding.wording import wording
from deskbell.answering.outcomes import Draft, HandOff, Outcome, Reply, Say, TurnInput
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.understanding.small_talk import hear
from deskbell.events.wire import Tried
from deskbell.handoff.rules import fired_of, tried_on_answer
from deskbell.knowledge.finding.ranking import Found

MOST_TRIED = 3
NEAR = 0.3  # cosine of question and passage, from where on a page is worth naming
MOST_TOPICS = 3
SURE = 0.8  # a joke is answered from the content only when it is clearly there


def outcome_of(turn: TurnInput, draft: Draft | None, passages: Sequence[Found], trace: Trace) -> Outcome:
    """Answer, or hand off by the first rule that wants to. Without a rule, the agent says that it found nothing."""
    confidence = draft.confidence if draft else None
    talk = hear(turn.text, turn.agent.name).talk
    if talk is not None and talk in AFTER_THE_CONTENT and (confidence is None or confidence < SURE):
        why = "The message asks nothing of the content, and the content does not answer it."
        trace.decided(decisions.own(decisions.ANSWER, "Small talk", why, fired=True))
        return Say(reply_to(talk, turn))
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
    return Reply(draft) if draft else Say(nothing_found(turn, passages, trace.understood.asked or turn.text))


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
