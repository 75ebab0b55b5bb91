"""Whether a kind of rule fires on what is known, and on what of it."""

from dataclasses import dataclass

from deskbell.handoff.when.facts import AnswerFacts, DetailFacts, MessageFacts
from deskbell.handoff.when.kinds import (
    AsksForPerson,
    ConfidenceBelow,
    DetailsCollected,
    NoAnswer,
    OtherLanguage,
    Phrase,
    Stuck,
    Topic,
    UnansweredInARow,
    When,
)
from deskbell.handoff.when.plain import phrase_in, plain_words

# Cosine of message and topic, chosen on half of the intents of a public set (evals/topics.py). Examples draw all messages nearer.
ABOUT = 0.40
ABOUT_WITH_EXAMPLES = 0.45


@dataclass(frozen=True)
class Hit:
    """What made it fire: the words, a number, or neither."""

    matched: str | None = None
    score: float | None = None


def fires_on_message(when: When, facts: MessageFacts) -> Hit | None:
    """Kinds that do not read messages never fire here."""
    match when:
        case AsksForPerson():
            return Hit(facts.person.matched, facts.person.score) if facts.person else None
        case Phrase(phrases):
            found = next((phrase for phrase in phrases if phrase_in(phrase, facts.text)), None)
            return Hit(found) if found else None
        case Topic():
            return _about(when, facts)
        case OtherLanguage(served):
            return Hit(facts.language) if facts.language and facts.language not in served else None
        case Stuck():
            return Hit(facts.repeats or facts.upset) if facts.repeats or facts.upset else None
        case _:
            return None


def _about(topic: Topic, facts: MessageFacts) -> Hit | None:
    cosine = nearness(topic, facts)
    return Hit(topic.topic, cosine) if cosine >= least_nearness(topic) else None


def nearness(topic: Topic, facts: MessageFacts) -> float:
    """The cosine of message and topic; 0 when it was not measured."""
    return round(max((near.cosine for near in facts.near if near.topic == topic), default=0.0), 3)


def least_nearness(topic: Topic) -> float:
    """From which cosine on a message is about the topic."""
    return ABOUT_WITH_EXAMPLES if topic.examples else ABOUT


def fires_on_answer(when: When, facts: AnswerFacts) -> Hit | None:
    """Kinds that do not look at answers never fire here."""
    match when:
        case NoAnswer():
            return Hit() if facts.confidence is None else None
        case UnansweredInARow(times):
            in_a_row = facts.missed_before + 1
            return Hit(score=in_a_row) if facts.confidence is None and in_a_row >= times else None
        case ConfidenceBelow(threshold):
            short = facts.confidence is not None and below(facts.confidence, threshold)
            return Hit(score=facts.confidence) if short else None
        case _:
            return None


def fires_on_details(when: When, facts: DetailFacts) -> Hit | None:
    """Kinds that do not look at details never fire here."""
    match when:
        case DetailsCollected(action_id) if action_id != facts.action_id:
            return None
        case DetailsCollected(field="", value=_):
            return Hit()
        case DetailsCollected(_, field, value):
            given = facts.values.get(field, "")
            return Hit(given) if plain_words(given) == plain_words(value) else None
        case _:
            return None


def below(confidence: float, threshold: float) -> bool:
    """Whether an answer of this confidence is not enough. An unreadable confidence (NaN) is never enough."""
    return threshold > 0 and not confidence >= threshold
