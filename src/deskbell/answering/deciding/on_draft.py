"""From a checked draft to an outcome: rules on the answer (step 8). Pure."""

from collections.abc import Sequence
from dataclasses import replace

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
from deskbell.answering.understanding.lexicon import Talk
from deskbell.answering.understanding.small_talk import hear
from deskbell.events.wire import Reason, Tried
from deskbell.handoff.rules import Match, fired_of, shaping, tried_on_answer
from deskbell.handoff.when import AnswerFacts, Stage
from deskbell.knowledge.finding.ranking import Found

MOST_TRIED = 3
NEAR = 0.3  # cosine of question and passage, from where on a page is worth naming
MOST_TOPICS = 3
SURE = 0.8  # a joke is answered from the content only when it is clearly there


def outcome_of(turn: TurnInput, said: Composed, passages: Sequence[Found], trace: Trace) -> Outcome:
    """Answer, or hand off by the first rule that wants to. Without a rule, the agent says that it found nothing."""
    trace.judged = replace(trace.judged, answer=answer_facts(turn, said)) if trace.judged else None
    if isinstance(said, NoDraft) and said.unavailable:
        return unavailable(turn, tried_passages(passages))
    asked = on_signals.asks_for_person(turn, said.signals, trace) if said else None
    if asked is not None:
        return _handed_off(asked, said, passages)
    facts = answer_facts(turn, said)
    draft = said if isinstance(said, Draft) else None
    if facts.chat:
        return _talk(turn, trace)
    tried = tried_on_answer(turn.rules, facts)
    trace.decided(*(decisions.on_answer(looked, facts) for looked in tried))
    match = fired_of(tried)
    if match is not None:
        return _handed_off(match, said, passages)
    return Reply(draft) if draft else Say(nothing_found(turn, passages, trace.understood.asked or turn.text))


def answer_facts(turn: TurnInput, said: Composed) -> AnswerFacts:
    """What rules on the answer are held against."""
    draft = said if isinstance(said, Draft) else None
    confidence = draft.confidence if draft else None
    return AnswerFacts(
        confidence=confidence,
        missed_before=misses_in_a_row(turn),
        person_noticed=said is not None and said.signals.asks_for_person,
        chat=_is_chat_after_all(turn, confidence),
        unavailable=isinstance(said, NoDraft) and said.unavailable is not None,
    )


def unavailable(turn: TurnInput, tried: tuple[Tried, ...] = ()) -> HandOff:
    """Nobody could be asked: handed off whatever the rules say; a rule on this says how."""
    match = shaping(turn.rules, Stage.UNAVAILABLE)
    label = match.label if match else "Agent unavailable"
    return HandOff(Reason.AGENT_UNAVAILABLE, label, match=match, tried=tried)


def _is_chat_after_all(turn: TurnInput, confidence: float | None) -> bool:
    talk = hear(turn.text, turn.agent.name).talk
    if talk is None or not waits_for_the_content(talk, turn.text):
        return False
    return confidence is None or confidence < SURE


def _talk(turn: TurnInput, trace: Trace) -> Say:
    talk = hear(turn.text, turn.agent.name).talk
    why = "The message asks nothing of the content, and the content does not answer it."
    trace.decided(decisions.own(decisions.ANSWER, "Small talk", why, fired=True))
    return Say(reply_to(talk or Talk.CHIT_CHAT, turn))


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
