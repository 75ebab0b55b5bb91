"""A small queue in PostgreSQL. A job is inserted by the transaction of the change that needs it, and runs at least once.

Each claim hands out a lease with a fencing token: a worker that was too slow cannot settle a job that moved on.
"""

from deskbell.kit.jobs.job import Claimed, GiveUp, Job, LeaseLost, Work
from deskbell.kit.jobs.queue import cancel, confirm, enqueue, enqueue_all
from deskbell.kit.jobs.runner import Runner

__all__ = [
    "Claimed",
    "GiveUp",
    "Job",
    "LeaseLost",
    "Runner",
    "Work",
    "cancel",
    "confirm",
    "enqueue",
    "enqueue_all",
]
