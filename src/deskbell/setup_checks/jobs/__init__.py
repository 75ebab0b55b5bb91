"""Running a set-up check: beside the routes (`checking.py`), so that it can say that no worker is there; and the worker's one answer (`proving.py`)."""

from deskbell.setup_checks.jobs.checking import Checking
from deskbell.setup_checks.jobs.proving import Proving
from deskbell.setup_checks.jobs.world import World

__all__ = ["Checking", "Proving", "World"]
