"""The rows of this slice: steps that were taken, and the calls they led to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

Channel: TypeAlias = Literal["mail", "webhook"]
CallState: TypeAlias = Literal["waiting", "sent", "kept", "failed", "not_needed"]


@dataclass(frozen=True)
class Call:
    """One attempt to reach somebody. Without a conversation it is a test. `kept`: there is no mail server, read it here."""

    id: UUID
    conversation_id: UUID | None
    raised_at: datetime
    step: str
    round: int
    channel: Channel
    recipient: str
    state: CallState
    error: str | None
    created_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True)
class StepRow:
    """A step that was taken. `called` counts recipients; of the first one, the members who were there."""

    step: str
    round: int
    at: datetime
    called: int


@dataclass(frozen=True)
class Answered:
    """How soon emergencies were acknowledged; None when there were none."""

    emergencies: int
    median_seconds: float | None
    slowest_seconds: float | None
