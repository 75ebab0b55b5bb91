"""Rules that are added with one click."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskbell.handoff.when import (
    AgentUnavailable,
    AsksForPerson,
    ClinicalQuestion,
    ConfidenceBelow,
    NoAnswer,
    OtherLanguage,
    Stuck,
    UnansweredInARow,
    When,
)

PresetKey: TypeAlias = Literal[
    "asks_for_person",
    "no_answer",
    "confidence_below",
    "stuck",
    "unanswered_in_a_row",
    "other_language",
    "clinical",
    "agent_unavailable",
]
STARTING_THRESHOLD = 0.55


@dataclass(frozen=True)
class Preset:
    """A rule ready to add. A new agent starts with those that are `of_a_new_agent`; of them, those not `starts_enabled` wait for an
    admin's choice.
    """

    key: PresetKey
    sentence: str
    when: When
    label: str
    starts_enabled: bool = True
    of_a_new_agent: bool = False


PRESETS = (
    Preset(
        "asks_for_person",
        "The visitor asks for a person, in any wording.",
        AsksForPerson(),
        "Asked for a person",
        of_a_new_agent=True,
    ),
    Preset(
        "no_answer",
        "The agent finds no answer in the content.",
        NoAnswer(),
        "No answer",
        of_a_new_agent=True,
    ),
    Preset(
        "confidence_below",
        "The agent is not sure enough of its answer.",
        ConfidenceBelow(STARTING_THRESHOLD),
        "Low confidence",
        starts_enabled=False,
        of_a_new_agent=True,
    ),
    Preset("stuck", "The visitor asks again, or says that it does not help.", Stuck(), "Needs more help"),
    Preset(
        "unanswered_in_a_row",
        "The content answers neither this question nor the one before.",
        UnansweredInARow(2),
        "Unanswered questions",
    ),
    Preset(
        "other_language",
        "The message is in a language that your team does not write.",
        OtherLanguage(("en", "es")),
        "Other language",
    ),
    Preset(
        "clinical",
        "Collect details before a clinical question reaches your team.",
        ClinicalQuestion(),
        "Clinical question",
    ),
    Preset(
        "agent_unavailable",
        "Collect details when no model can be asked.",
        AgentUnavailable(),
        "Agent unavailable",
    ),
)
