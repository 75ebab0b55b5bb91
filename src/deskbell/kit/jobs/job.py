"""What a job is, and how its work may end."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from deskbell.kit.log import cause


@dataclass(frozen=True)
class Job:
    """`args` hold ids, never content. `serial_key`: one runs at a time. `dedupe_key`: one waits at a time.

    Jobs of one serial key that are due run in the order they were enqueued; one that waits for its retry
    does not hold up the others.
    """

    kind: str
    workspace_id: UUID
    args: Mapping[str, str] = field(default_factory=dict[str, str])
    serial_key: str | None = None
    dedupe_key: str | None = None
    run_after: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Claimed(Job):
    """A job in our hands until its lease ends. `attempt` counts from 1."""

    id: int
    fence: int
    attempt: int


Work: TypeAlias = Callable[[Claimed], Awaitable[None]]


class GiveUp(Exception):
    """Raised by a work that must not be tried again; the text becomes the reason (no content of people in it)."""


class LeaseLost(Exception):
    """The job was cancelled or is in another worker's hands: whatever this one did must not be committed."""


def reason_of(error: BaseException) -> str:
    """What is kept with a failed job."""
    return str(error) if isinstance(error, GiveUp) else cause(error)


def retry_seconds(attempts: int) -> float:
    """1, 2, 4 … 300 seconds after the first, second, third … attempt."""
    return float(min(2 ** (attempts - 1), 300))
