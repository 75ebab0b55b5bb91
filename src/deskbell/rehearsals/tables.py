"""The row of a rehearsal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID


@dataclass(frozen=True)
class Rehearsal:
    """A turn run for a member. `turn_id`: the turn that it repeats; `trace` is there once it is done.
    `source_id`: the one source that is asked; None asks all of them.
    """

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    member_id: UUID
    turn_id: UUID | None
    source_id: UUID | None
    question: str
    state: Literal["waiting", "done"]
    trace: dict[str, Any] | None
    asked_at: datetime
    done_at: datetime | None
