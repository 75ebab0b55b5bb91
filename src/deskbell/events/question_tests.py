"""The shape of a run of question tests, as events and the API show it. Members only."""

from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.events.wire import Instant, Wire

RunCause: TypeAlias = Literal["by_hand", "content_changed", "settings_changed", "command"]
RunState: TypeAlias = Literal["running", "done", "canceled", "failed"]


class QuestionTestRun(Wire):
    """`changed` answers still pass; `summary` says in words how it differs from the results before."""

    id: UUID
    agent_id: UUID
    cause: RunCause
    state: RunState
    total: int
    done: int
    passed: int
    failed: int
    newly_failing: int
    fixed: int
    changed: int
    summary: str
    begun_at: Instant
    ended_at: Instant | None
