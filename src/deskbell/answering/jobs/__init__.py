"""The works of this slice: taking turns, looking a second time for emergencies, and measuring what confidence means in an agent's content."""

from deskbell.answering.jobs.alarms import SecondLook
from deskbell.answering.jobs.calibrating import CALIBRATE, Calibrating, calibrate_job
from deskbell.answering.jobs.turns import GIVE_UP, HEIRS, LONGEST_TURN_SECONDS, TURN, Turns, decide, turn_job

__all__ = [
    "CALIBRATE",
    "GIVE_UP",
    "HEIRS",
    "LONGEST_TURN_SECONDS",
    "TURN",
    "Calibrating",
    "SecondLook",
    "Turns",
    "calibrate_job",
    "decide",
    "turn_job",
]
