"""The works of this slice: taking turns, looking a second time for emergencies, and measuring what confidence means in an agent's content."""

from deskbell.answering.jobs.alarms import (
    LOOK,
    LOOK_AT_DETAILS,
    SecondLook,
    look_at_details_job,
    look_job,
)
from deskbell.answering.jobs.calibrating import CALIBRATE, Calibrating, calibrate_job
from deskbell.answering.jobs.turns import GIVE_UP, HEIRS, LONGEST_TURN_SECONDS, TURN, Turns, decide, turn_job

__all__ = [
    "CALIBRATE",
    "GIVE_UP",
    "HEIRS",
    "LONGEST_TURN_SECONDS",
    "LOOK",
    "LOOK_AT_DETAILS",
    "TURN",
    "Calibrating",
    "SecondLook",
    "Turns",
    "calibrate_job",
    "decide",
    "look_at_details_job",
    "look_job",
    "turn_job",
]
