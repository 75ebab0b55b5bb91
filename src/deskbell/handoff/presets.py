"""The one-click rules of the editor, and those every new agent starts with."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskbell.handoff.when import AsksForPerson, ConfidenceBelow, NoAnswer, When

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
