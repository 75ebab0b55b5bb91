"""Work of this slice in the background: training what was given, reading websites, looking for what is out of date."""

from deskbell.knowledge.jobs.training import GIVE_UP, HEIRS, TRAIN, Training

__all__ = ["GIVE_UP", "HEIRS", "TRAIN", "Training"]
