"""Ordinary chat of public question sets: what alarms, what is taken for clinical, who is heard asking for a person.

A part of its own, since without these sets it keeps its last figures while our own sets are measured anew.
"""

from evals import clinical, emergencies, person_requests
from evals.figures import Row


def rows() -> list[Row]:
    """Raises `Skipped` where the public sets are absent."""
    return [*emergencies.public_rows(), *clinical.public_rows(), *person_requests.public_rows()]
