"""What a rule waits for: one class per kind. They are stored and sent as they are, told apart by `kind`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from annotated_types import Ge, Le, Len

from deskbell.kit.languages import LANGUAGES, Language

LONGEST_PHRASE = 80
MOST_PHRASES = 20
MOST_EXAMPLES = 10


@dataclass(frozen=True)
class AsksForPerson:
    """The visitor asks for a person, in any wording."""

    kind: Literal["asks_for_person"] = "asks_for_person"


@dataclass(frozen=True)
class Phrase:
    """The message contains one of the phrases, as whole words, whatever the case, accents and punctuation."""

    phrases: Annotated[
        tuple[Annotated[str, Len(1, LONGEST_PHRASE)], ...],
        Len(1, MOST_PHRASES),
    ]
    kind: Literal["phrase"] = "phrase"


@dataclass(frozen=True)
class Topic:
    """The message is about something that is described in plain words. `examples`: messages that are about it."""

    topic: Annotated[str, Len(3, 120)]
    examples: Annotated[tuple[Annotated[str, Len(1, 200)], ...], Len(0, MOST_EXAMPLES)] = ()
    kind: Literal["topic"] = "topic"


@dataclass(frozen=True)
class OtherLanguage:
    """The message is written in a language that is not among those `served`. A message that shows no language never fires it."""

    served: Annotated[tuple[Language, ...], Len(1, len(LANGUAGES))]
    kind: Literal["other_language"] = "other_language"


@dataclass(frozen=True)
class Stuck:
    """The visitor asks again what the agent has just replied to, or says that it does not help."""

    kind: Literal["stuck"] = "stuck"


@dataclass(frozen=True)
class ClinicalQuestion:
    """A question only a clinician may answer. It is handed off whatever the rules say: this decides how."""

    kind: Literal["clinical"] = "clinical"


@dataclass(frozen=True)
class NoAnswer:
    """The content does not answer the question."""

    kind: Literal["no_answer"] = "no_answer"


@dataclass(frozen=True)
class UnansweredInARow:
    """The content answers neither this question nor the ones before it: `times` in all."""

    times: Annotated[int, Ge(2), Le(5)]
    kind: Literal["unanswered_in_a_row"] = "unanswered_in_a_row"


@dataclass(frozen=True)
class ConfidenceBelow:
    """There is an answer, and its confidence is below `threshold` (0 to 1). 0 never; 1 unless the answer is exact."""

    threshold: Annotated[float, Ge(0), Le(1)]
    kind: Literal["confidence_below"] = "confidence_below"


@dataclass(frozen=True)
class AgentUnavailable:
    """No model can be asked: out of reach, or over budget. It is handed off whatever the rules say: this decides how."""

    kind: Literal["agent_unavailable"] = "agent_unavailable"


@dataclass(frozen=True)
class DetailsCollected:
    """An action was completed; with a `field`, only when that was given as `value`. It decides where the handoff goes."""

    action_id: UUID
    field: Annotated[str, Len(0, 60)] = ""
    value: Annotated[str, Len(0, 200)] = ""
    kind: Literal["details_collected"] = "details_collected"


OnMessage: TypeAlias = AsksForPerson | Phrase | Topic | OtherLanguage | Stuck
OnAnswer: TypeAlias = NoAnswer | UnansweredInARow | ConfidenceBelow
When: TypeAlias = OnMessage | ClinicalQuestion | OnAnswer | AgentUnavailable | DetailsCollected


class Stage(IntEnum):
    """The step of the fixed order at which a kind of rule is looked at: the numbers of `order.py`."""

    DETAILS = 4
    MESSAGE = 5
    CLINICAL = 6
    UNAVAILABLE = 7
    ANSWER = 8


STAGES: Mapping[type[When], Stage] = {
    DetailsCollected: Stage.DETAILS,
    AsksForPerson: Stage.MESSAGE,
    Phrase: Stage.MESSAGE,
    Topic: Stage.MESSAGE,
    Stuck: Stage.MESSAGE,
    OtherLanguage: Stage.MESSAGE,
    ClinicalQuestion: Stage.CLINICAL,
    AgentUnavailable: Stage.UNAVAILABLE,
    NoAnswer: Stage.ANSWER,
    UnansweredInARow: Stage.ANSWER,
    ConfidenceBelow: Stage.ANSWER,
}
KINDS = tuple(STAGES)


def stage_of(when: When) -> Stage:
    """Where rules of this kind are looked at."""
    return STAGES[type(when)]
