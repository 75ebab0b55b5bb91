"""The row of a set-up check."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias
from uuid import UUID

from pydantic import TypeAdapter

from deskbell.setup_checks.lines import Line

Cause: TypeAlias = Literal["by_hand", "command"]
State: TypeAlias = Literal["running", "done", "stopped"]

LINES: TypeAdapter[tuple[Line, ...]] = TypeAdapter(tuple[Line, ...])
SILENT_AFTER = timedelta(seconds=60)  # without a sign of life, the process that ran it is gone


@dataclass(frozen=True)
class SetupCheck:
    """A row of `setup_checks`. `proofs`: question number → what a worker answered."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    member_id: UUID
    member_name: str
    cause: Cause
    state: State
    lines: list[dict[str, Any]]
    begun_at: datetime
    beat_at: datetime
    ended_at: datetime | None
    proofs: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines as values."""
        return LINES.validate_python(self.lines)

    def state_at(self, now: datetime) -> State:
        """As it is shown: a check whose process was killed has stopped, although nobody could write that down."""
        gone = self.state == "running" and now - self.beat_at > SILENT_AFTER
        return "stopped" if gone else self.state
