"""The rows of this slice, and the one pair that translates between columns and lifecycle states."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, assert_never
from uuid import UUID

from deskbell.conversations.lifecycle import LifecycleState, Resolved, Waiting, WithAgent, WithMember
from deskbell.events.wire import (
    Author,
    Citation,
    Disposition,
    EmergencyCard,
    Form,
    MessageKind,
    Priority,
    Reason,
    State,
)


@dataclass(frozen=True)
class Conversation:
    """A row of `conversations`. `collection` is the form in progress: {"form": as shown, "progress": ours}."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    visitor_id: UUID
    visitor_name: str
    is_test: bool
    is_check: bool
    left_at: datetime | None
    state: str
    epoch: int
    segment: int
    priority: str
    since: datetime
    reason: str | None
    label: str | None
    rule_id: UUID | None
    waiting_since: datetime | None
    holder_id: UUID | None
    holder_name: str | None
    collecting_action_id: UUID | None
    collection: dict[str, Any] | None
    last_seq: int
    last_visitor_seq: int
    last_message: dict[str, Any] | None
    contact_known: bool
    emergency_kind: str | None
    emergency_card: dict[str, Any] | None
    emergency_raised_at: datetime | None
    emergency_acknowledged_by: str | None
    emergency_acknowledged_at: datetime | None
    emergency_disposition: str | None
    emergency_disposed_by: str | None
    emergency_disposed_at: datetime | None
    page: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class MessageRow:
    """A row of `messages`."""

    workspace_id: UUID
    id: UUID
    conversation_id: UUID
    seq: int
    segment: int
    key: str
    body_digest: bytes
    author: str
    member_id: UUID | None
    member_name: str | None
    kind: str
    text: str
    at: datetime
    reason: str | None
    label: str | None
    confidence: float | None
    turn_id: UUID | None
    extra: dict[str, Any] | None
    rating: str | None


@dataclass(frozen=True)
class NewMessage:
    """A message before it has its place in the thread."""

    key: str
    author: Author
    kind: MessageKind
    text: str
    member_id: UUID | None = None
    member_name: str | None = None
    reason: Reason | None = None
    label: str | None = None
    sources: tuple[Citation, ...] = ()
    confidence: float | None = None
    turn_id: UUID | None = None
    form: Form | None = None
    card: EmergencyCard | None = None
    disposition: Disposition | None = None

    @property
    def body_digest(self) -> bytes:
        """What tells a repeated send from a different text under the same key."""
        return hashlib.sha256(f"{self.author}\n{self.kind}\n{self.text}".encode()).digest()


@dataclass(frozen=True)
class Handoff:
    """A row of `handoffs`."""

    workspace_id: UUID
    id: UUID
    conversation_id: UUID
    segment: int
    at: datetime
    reason: str
    label: str
    rule_id: UUID | None
    rule_version: int | None
    matched: str | None
    score: float | None
    question: str | None
    tried: list[dict[str, Any]]
    language: str | None
    route_id: UUID | None
    route_version: int | None


@dataclass(frozen=True)
class NoteRow:
    """A row of `notes`."""

    workspace_id: UUID
    id: UUID
    conversation_id: UUID
    key: str
    member_id: UUID
    member_name: str
    text: str
    after_seq: int
    at: datetime


@dataclass(frozen=True)
class FieldRow:
    """A row of `field_values`."""

    workspace_id: UUID
    conversation_id: UUID
    segment: int
    key: str
    label: str
    value: str
    original: str
    verified: bool
    missing: bool
    edited_by: str | None
    action_id: UUID | None
    ordinal: int
    at: datetime


def read_state(row: Conversation) -> LifecycleState:
    """Columns → state. The CHECK constraints guarantee the asserted columns."""
    match State(row.state):
        case State.AGENT:
            return WithAgent(row.since)
        case State.WAITING:
            return Waiting(Reason(row.reason), row.waiting_since or row.since)
        case State.MEMBER:
            if row.holder_id is None:
                raise ValueError("a conversation with a member has a holder")
            return WithMember(row.holder_id, row.holder_name or "", row.since)
        case State.RESOLVED:
            return Resolved(row.since)


def write_state(row: Conversation, state: LifecycleState) -> Conversation:
    """State → columns; a change of holder or status begins a new epoch and ends a form in progress."""
    if state == read_state(row):
        return row
    free = replace(
        row,
        epoch=row.epoch + 1,
        holder_id=None,
        holder_name=None,
        waiting_since=None,
        collection=None,
        collecting_action_id=None,
    )
    match state:
        case WithAgent():
            return replace(
                free,
                state=State.AGENT,
                since=state.since,
                reason=None,
                label=None,
                rule_id=None,
                priority=Priority.NORMAL,
            )
        case Waiting():
            return replace(
                free, state=State.WAITING, since=state.since, waiting_since=state.since, reason=state.reason
            )
        case WithMember():
            return replace(
                free, state=State.MEMBER, since=state.since, holder_id=state.member_id, holder_name=state.name
            )
        case Resolved():
            return replace(free, state=State.RESOLVED, since=state.at, priority=Priority.NORMAL)
        case _:
            assert_never(state)
