"""The rows of people, sessions, workspaces, members and invitations, as the rest of the slice sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.workspaces.availability import IDLE_AFTER, SEEN_WITHIN
from deskbell.workspaces.roles import Role

ReopenPolicy: TypeAlias = Literal["to_people", "new_with_agent", "new_with_people"]
MemberAvailability: TypeAlias = Literal["available", "away"]
MailState: TypeAlias = Literal["waiting", "kept", "sent", "failed"]


@dataclass(frozen=True)
class Person:
    """Somebody who can sign in. The same person may be a member of several workspaces."""

    id: UUID
    email: str
    name: str


@dataclass(frozen=True)
class Credentials:
    """What signing in compares with."""

    id: UUID
    name: str
    password_hash: str


@dataclass(frozen=True)
class SessionRow:
    """Who holds a session, with their membership in its workspace as it is right now (or none)."""

    person_id: UUID
    email: str
    person_name: str
    workspace_id: UUID | None
    member_id: UUID | None
    role: str | None


@dataclass(frozen=True)
class Workspace:
    """`business_hours` and `holidays` are read by availability.py."""

    id: UUID
    name: str
    time_zone: str
    reopen_policy: ReopenPolicy
    business_hours: dict[str, list[list[str]]]
    holidays: list[str]


@dataclass(frozen=True)
class Membership:
    """A workspace as one of its members sees it in the switcher."""

    workspace_id: UUID
    workspace_name: str
    member_id: UUID
    role: str


@dataclass(frozen=True)
class Member:
    """A human of the workspace. A removed one keeps the row, so that history keeps its name."""

    id: UUID
    person_id: UUID
    name: str
    email: str
    role: str
    availability: MemberAvailability
    availability_since: datetime
    joined_at: datetime
    last_seen_at: datetime
    active_at: datetime | None
    removed_at: datetime | None

    def is_here(self, now: datetime) -> bool:
        """Says that they are there, was seen just now, and has touched a page lately."""
        seen = self.last_seen_at >= now - SEEN_WITHIN
        active = self.active_at is None or self.active_at >= now - SEEN_WITHIN - IDLE_AFTER
        return self.availability == "available" and seen and active

    @property
    def rank(self) -> Role:
        """The role, as the language of roles.py."""
        return Role(self.role)


class InvitationState(StrEnum):
    """Derived from the row and the time; only pending ones can be accepted."""

    PENDING = "pending"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Invitation:
    """`generation` counts the links made for it: sending again makes a new one and kills the old."""

    id: UUID
    email: str
    role: str
    generation: int
    digest: bytes
    invited_by: UUID
    invited_by_name: str
    invited_by_email: str
    created_at: datetime
    sent_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None
    renewal_asked_at: datetime | None
    mail_state: MailState
    mail_error: str | None

    def state(self, now: datetime) -> InvitationState:
        """What has become of it at `now`."""
        if self.accepted_at is not None:
            return InvitationState.ACCEPTED
        if self.revoked_at is not None:
            return InvitationState.REVOKED
        return InvitationState.PENDING if now < self.expires_at else InvitationState.EXPIRED
