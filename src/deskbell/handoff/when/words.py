"""How the editor says a kind of rule: “When the visitor asks for a person”."""

from collections.abc import Mapping
from uuid import UUID

from deskbell.handoff.when.kinds import (
    AgentUnavailable,
    AsksForPerson,
    ClinicalQuestion,
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
from deskbell.kit.languages import Language

LANGUAGE_NAMES: Mapping[Language, str] = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "pt": "Portuguese",
    "vi": "Vietnamese",
    "tl": "Tagalog",
    "zh": "Chinese",
}


_FIXED: Mapping[type[When], str] = {
    AsksForPerson: "When the visitor asks for a person",
    Stuck: "When the visitor asks again or is frustrated",
    ClinicalQuestion: "When the question is clinical",
    NoAnswer: "When the agent finds no answer",
    AgentUnavailable: "When the agent is unavailable or over budget",
}


def when_words(when: When, action_names: Mapping[UUID, str] | None = None) -> str:
    """The first half of a rule's sentence. `action_names`: how the actions that it may name are called."""
    match when:
        case Phrase(phrases):
            return f"When the message contains {_listed([f'“{phrase}”' for phrase in phrases])}"
        case Topic(topic):
            return f"When the message is about {topic}"
        case OtherLanguage(served):
            return f"When the message is not in {_listed([LANGUAGE_NAMES[one] for one in served])}"
        case UnansweredInARow(times):
            return f"When {times} questions in a row have no answer"
        case ConfidenceBelow(threshold):
            return f"When the confidence is below {threshold:.2f}"
        case DetailsCollected():
            return _collected_words(when, action_names or {})
        case _:
            return _FIXED[type(when)]


def _collected_words(when: DetailsCollected, action_names: Mapping[UUID, str]) -> str:
    action = action_names.get(when.action_id, "the details")
    if not when.field:
        return f"When {action} was collected"
    return f"When {action} was collected and {when.field.replace('_', ' ')} is “{when.value}”"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
