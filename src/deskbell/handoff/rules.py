"""Handoff rules: which one fires on a message, on an answer, on collected details. The first enabled rule that fires wins.

Nothing here knows the conversation: `order.py` says when these questions are asked.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, assert_never
from uuid import UUID

from annotated_types import Len

from deskbell.events.wire import Priority, Reason
from deskbell.handoff.when import (
    AgentUnavailable,
    AnswerFacts,
    AsksForPerson,
    ClinicalQuestion,
    ConfidenceBelow,
    DetailFacts,
    DetailsCollected,
    Hit,
    MessageFacts,
    NoAnswer,
    OtherLanguage,
    Phrase,
    Stage,
    Stuck,
    Topic,
    UnansweredInARow,
    When,
    fires_on_answer,
    fires_on_details,
    fires_on_message,
    stage_of,
    when_words,
)

Words = Annotated[str, Len(0, 300)]


@dataclass(frozen=True)
class Says:
    """What the visitor reads before the truth about who is there, by availability. Empty: Deskbell's own words."""

    here: Words = ""
    away: Words = ""
    closed: Words = ""


OWN_WORDS = Says()


@dataclass(frozen=True)
class Rule:
    """When …, first collect …, then hand off as `label`. `version` grows with each change."""

    id: UUID
    agent_id: UUID
    position: int
    enabled: bool
    when: When
    collect_first: tuple[UUID, ...]
    label: str
    priority: Priority
    version: int
    says: Says = OWN_WORDS

    @property
    def actions(self) -> tuple[UUID, ...]:
        """Every action that the rule needs: it collects with them, or waits for one of them."""
        waits_for = (self.when.action_id,) if isinstance(self.when, DetailsCollected) else ()
        return (*self.collect_first, *waits_for)


@dataclass(frozen=True)
class Match:
    """The rule that fired and why: kept with the handoff."""

    rule_id: UUID
    version: int
    reason: Reason
    label: str
    priority: Priority
    collect_first: tuple[UUID, ...]
    matched: str | None = None
    score: float | None = None
    says: Says = OWN_WORDS


@dataclass(frozen=True)
class Looked:
    """A rule that was tried, and what it came to: None when it did not fire."""

    rule: Rule
    match: Match | None


def tried_on_message(rules: Iterable[Rule], facts: MessageFacts) -> Sequence[Looked]:
    """The rules on messages that `facts` were held against, in order: the first that fires ends it."""
    return _tried(rules, Stage.MESSAGE, lambda when: fires_on_message(when, facts))


def tried_on_answer(rules: Iterable[Rule], facts: AnswerFacts) -> Sequence[Looked]:
    """The rules on answers that were held against this answer, in order: the first that fires ends it."""
    return _tried(rules, Stage.ANSWER, lambda when: fires_on_answer(when, facts))


def tried_on_details(rules: Iterable[Rule], facts: DetailFacts) -> Sequence[Looked]:
    """The rules on collected details, in order: the first that fires decides where the handoff goes."""
    return _tried(rules, Stage.DETAILS, lambda when: fires_on_details(when, facts))


def shaping(rules: Iterable[Rule], stage: Stage, matched: str | None = None) -> Match | None:
    """The first rule that says how a handoff is made that happens anyway: a clinical question, an agent that is unavailable."""
    return fired_of(_tried(rules, stage, lambda _: Hit(matched)))


def fired_of(tried: Sequence[Looked]) -> Match | None:
    """What came of trying: only the last one can have fired."""
    return tried[-1].match if tried else None


def in_order(rules: Iterable[Rule]) -> Sequence[Rule]:
    """The enabled rules, as they are tried."""
    return sorted((rule for rule in rules if rule.enabled), key=lambda rule: rule.position)


def topics_of(rules: Iterable[Rule]) -> Sequence[Topic]:
    """The topics that enabled rules name."""
    return [rule.when for rule in in_order(rules) if isinstance(rule.when, Topic)]


def reason_of(when: When) -> Reason:
    """The reason that a handoff by this kind of rule carries."""
    match when:
        case AsksForPerson():
            return Reason.ASKED_FOR_PERSON
        case DetailsCollected():
            return Reason.DETAILS_COLLECTED
        case Phrase():
            return Reason.PHRASE
        case Topic():
            return Reason.TOPIC
        case OtherLanguage():
            return Reason.OTHER_LANGUAGE
        case Stuck():
            return Reason.FRUSTRATED
        case _:
            return _reason_of_answer(when)


def _reason_of_answer(
    when: ClinicalQuestion | NoAnswer | UnansweredInARow | ConfidenceBelow | AgentUnavailable,
) -> Reason:
    match when:
        case ClinicalQuestion():
            return Reason.CLINICAL
        case NoAnswer():
            return Reason.NO_ANSWER
        case UnansweredInARow():
            return Reason.UNANSWERED_IN_A_ROW
        case ConfidenceBelow():
            return Reason.LOW_CONFIDENCE
        case AgentUnavailable():
            return Reason.AGENT_UNAVAILABLE
        case _:
            assert_never(when)


def rule_sentence(rule: Rule, action_names: Mapping[UUID, str]) -> str:
    """“When the visitor asks for a person, first collect Contact details, then hand off as Asked for a person.”"""
    when = when_words(rule.when, action_names)
    if not rule.collect_first:
        return f"{when}, hand off as {rule.label}."
    actions = " and ".join(action_names.get(action, "details") for action in rule.collect_first)
    return f"{when}, first collect {actions}, then hand off as {rule.label}."


def _tried(rules: Iterable[Rule], stage: Stage, fires: Callable[[When], Hit | None]) -> Sequence[Looked]:
    tried: list[Looked] = []
    for rule in in_order(rules):
        if stage_of(rule.when) is not stage:
            continue
        hit = fires(rule.when)
        tried.append(Looked(rule, _match(rule, hit) if hit else None))
        if hit:
            break
    return tried


def _match(rule: Rule, hit: Hit) -> Match:
    return Match(
        rule.id,
        rule.version,
        reason_of(rule.when),
        rule.label,
        rule.priority,
        rule.collect_first,
        hit.matched,
        hit.score,
        rule.says,
    )
