"""The row of a turn."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Turn:
    """One attempt to answer, and what it saw. `outcome` is None while it runs or when it was dropped before deciding."""

    workspace_id: UUID
    id: UUID
    conversation_id: UUID
    agent_id: UUID
    epoch: int
    visitor_seq: int
    state: str
    attempts: int
    outcome: str | None
    confidence: float | None
    trace: dict[str, Any] | None
    started_at: datetime
    settled_at: datetime | None
    judged: dict[str, Any] | None
