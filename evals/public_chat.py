"""Ordinary chat of public question sets: what alarms, what is taken for clinical, who is heard asking for a person, and who asks what
answers.

A part of its own, since without these sets it keeps its last figures while our own sets are measured anew.
"""

from evals import clinical, disclosure, emergencies, person_requests
from evals.figures import Row


def rows() -> list[Row]:
    """Raises `Skipped` where the public sets are absent."""
    parts = (emergencies, clinical, person_requests, disclosure)
    return [row for part in parts for row in part.public_rows()]
