"""Handoff rules: which one fires on a message, which one on an answer. The first enabled rule that fires wins.

Nothing here knows the conversation: `order.py` says when these two questions are asked. Last: the one-click rules.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias, assert_never
from uuid import UUID

from deskbell.events.wire import Priority, Reason
from deskbell.handoff.when import (
    AsksForPerson,
    ConfidenceBelow,
    NoAnswer,
    Phrase,
    When,
    below,
    phrase_in,
    when_words,
)


@dataclass(frozen=True)
class Rule:
    """When …, first collect …, then hand off as `label`. `version` grows with each change."""

    id: UUID
    agent_id: UUID
    position: int
    enabled: bool
    when: When
    collect_first: UUID | None
    label: str
    priority: Priority
    version: int


@dataclass(frozen=True)
class Match:
    """The rule that fired and why: kept with the handoff."""

    rule_id: UUID
    version: int
    reason: Reason
    label: str
    priority: Priority
    collect_first: UUID | None
    matched: str | None = None
    score: float | None = None


@dataclass(frozen=True)
class Looked:
    """A rule that was tried, and what it came to: None when it did not fire."""

    rule: Rule
    match: Match | None


class PersonRequest(Protocol):
    """What the detector found in the message: the words that ask for a person, and how sure it is (0 to 1)."""

    @property
    def matched(self) -> str: ...

    @property
    def score(self) -> float: ...


def on_message(rules: Iterable[Rule], text: str, person_request: PersonRequest | None) -> Match | None:
    """The rule that a visitor's message fires, before anything is answered."""
    return fired_of(tried_on_message(rules, text, person_request))


def on_answer(rules: Iterable[Rule], confidence: float | None) -> Match | None:
    """The rule that an answer of `confidence` (0 to 1) fires; None stands for no answer at all."""
    return fired_of(tried_on_answer(rules, confidence))


def tried_on_message(
    rules: Iterable[Rule], text: str, person_request: PersonRequest | None
) -> Sequence[Looked]:
    """The rules on messages that `text` was held against, in order: the first that fires ends it."""
    of_messages = (rule for rule in in_order(rules) if isinstance(rule.when, AsksForPerson | Phrase))
    return _until_fired(Looked(rule, _fired_by_message(rule, text, person_request)) for rule in of_messages)


def tried_on_answer(rules: Iterable[Rule], confidence: float | None) -> Sequence[Looked]:
    """The rules on answers that were held against this confidence, in order: the first that fires ends it."""
    of_answers = (rule for rule in in_order(rules) if isinstance(rule.when, NoAnswer | ConfidenceBelow))
    return _until_fired(Looked(rule, _fired_by_answer(rule, confidence)) for rule in of_answers)


def fired_of(tried: Sequence[Looked]) -> Match | None:
    """What came of trying: only the last one can have fired."""
    return tried[-1].match if tried else None


def in_order(rules: Iterable[Rule]) -> Sequence[Rule]:
    """The enabled rules, as they are tried."""
    return sorted((rule for rule in rules if rule.enabled), key=lambda rule: rule.position)


def reason_of(when: When) -> Reason:
    """The reason that a handoff by this kind of rule carries."""
    match when:
        case AsksForPerson():
            return Reason.ASKED_FOR_PERSON
        case NoAnswer():
            return Reason.NO_ANSWER
        case ConfidenceBelow():
            return Reason.LOW_CONFIDENCE
        case Phrase():
            return Reason.PHRASE
    assert_never(when)


def rule_sentence(rule: Rule, action_names: Mapping[UUID, str]) -> str:
    """“When the visitor asks for a person, first collect Contact details, then hand off as Asked for a person.”"""
    if rule.collect_first is None:
        return f"{when_words(rule.when)}, hand off as {rule.label}."
    action = action_names.get(rule.collect_first, "details")
    return f"{when_words(rule.when)}, first collect {action}, then hand off as {rule.label}."


def _until_fired(looked: Iterable[Looked]) -> Sequence[Looked]:
    tried: list[Looked] = []
    for one in looked:
        tried.append(one)
        if one.match is not None:
            break
    return tried


def _fired_by_message(rule: Rule, text: str, person_request: PersonRequest | None) -> Match | None:
    match rule.when:
        case AsksForPerson():
            return _match(rule, person_request.matched, person_request.score) if person_request else None
        case Phrase(phrases):
            found = next((phrase for phrase in phrases if phrase_in(phrase, text)), None)
            return _match(rule, matched=found) if found else None
        case NoAnswer() | ConfidenceBelow():
            return None
    assert_never(rule.when)


def _fired_by_answer(rule: Rule, confidence: float | None) -> Match | None:
    match rule.when:
        case NoAnswer():
            return _match(rule) if confidence is None else None
        case ConfidenceBelow(threshold):
            short = confidence is not None and below(confidence, threshold)
            return _match(rule, score=confidence) if short else None
        case AsksForPerson() | Phrase():
            return None
    assert_never(rule.when)


def _match(rule: Rule, matched: str | None = None, score: float | None = None) -> Match:
    return Match(
        rule.id,
        rule.version,
        reason_of(rule.when),
        rule.label,
        rule.priority,
        rule.collect_first,
        matched,
        score,
    )


PresetKey: TypeAlias = Literal["asks_for_person", "no_answer", "confidence_below"]
STARTING_THRESHOLD = 0.55


@dataclass(frozen=True)
class Preset:
    """A rule ready to add. A new agent starts with all of them; those not `starts_enabled` wait for an admin's choice."""

    key: PresetKey
    sentence: str
    when: When
    label: str
    starts_enabled: bool


PRESETS = (
    Preset(
        "asks_for_person",
        "The visitor asks for a person, in any wording.",
        AsksForPerson(),
        "Asked for a person",
        starts_enabled=True,
    ),
    Preset(
        "no_answer",
        "The agent finds no answer in the content.",
        NoAnswer(),
        "No answer",
        starts_enabled=True,
    ),
    Preset(
        "confidence_below",
        "The agent is not sure enough of its answer.",
        ConfidenceBelow(STARTING_THRESHOLD),
        "Low confidence",
        starts_enabled=False,
    ),
)
