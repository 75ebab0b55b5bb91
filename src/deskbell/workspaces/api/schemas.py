"""What these routes take and give."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from deskbell.workspaces.commands.accepting import LinkState, Preview
from deskbell.workspaces.roles import Role
from deskbell.workspaces.tables import (
    Invitation,
    InvitationState,
    MailState,
    Member,
    MemberAvailability,
    Membership,
    ReopenPolicy,
    Workspace,
)


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("this time zone is not known; write it like America/New_York")
    return name


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Email = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254)]
Password = Annotated[str, StringConstraints(min_length=10, max_length=200)]
Token = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
TimeZone = Annotated[str, AfterValidator(_known_zone)]


class Body(BaseModel):
    """What comes in is closed: an unknown field is refused, never assigned."""

    model_config = ConfigDict(extra="forbid")


class SetupNeeded(BaseModel):
    needed: bool


class SetupBody(Body):
    """`agent_name` is for the page's own next step, creating the agent."""

    token: Token
    name: Name
    email: Email
    password: Password
    workspace_name: Name
    agent_name: str | None = None


class SignInBody(Body):
    email: Annotated[str, StringConstraints(max_length=254)]
    password: Annotated[str, StringConstraints(max_length=200)]


class ChooseBody(Body):
    workspace_id: UUID


class NameBody(Body):
    name: Name


class PersonOut(BaseModel):
    id: UUID
    email: str
    name: str


class MembershipOut(BaseModel):
    id: UUID
    name: str
    role: Role

    @classmethod
    def of(cls, membership: Membership) -> "MembershipOut":
        return cls(id=membership.workspace_id, name=membership.workspace_name, role=Role(membership.role))


class WorkspaceOut(BaseModel):
    """The workspace and the reader's own place in it."""

    id: UUID
    name: str
    role: Role
    member_id: UUID
    availability: MemberAvailability
    time_zone: str
    reopen_policy: ReopenPolicy
    business_hours: dict[str, list[list[str]]]
    holidays: list[str]

    @classmethod
    def of(cls, workspace: Workspace, member: Member) -> "WorkspaceOut":
        return cls.model_validate(
            asdict(workspace)
            | {"role": member.role, "member_id": member.id, "availability": member.availability}
        )


class WorkspacePatch(Body):
    """What to change; a field that is absent stays."""

    name: Name | None = None
    time_zone: TimeZone | None = None
    reopen_policy: ReopenPolicy | None = None
    business_hours: dict[str, list[list[str]]] | None = None
    holidays: Annotated[list[str], Field(max_length=200)] | None = None


class Me(BaseModel):
    """Who is signed in, where they may go, and where they are (None: they have to choose)."""

    person: PersonOut
    workspaces: list[MembershipOut]
    workspace: WorkspaceOut | None


class MemberOut(BaseModel):
    id: UUID
    person_id: UUID
    name: str
    email: str
    role: Role
    availability: MemberAvailability
    availability_since: datetime
    joined_at: datetime
    last_seen_at: datetime
    active_at: datetime | None

    @classmethod
    def of(cls, member: Member) -> "MemberOut":
        row = asdict(member)
        del row["removed_at"]
        return cls.model_validate(row)


class InvitationOut(BaseModel):
    """`link` works only while the state is pending; None when its role is above the reader's."""

    id: UUID
    email: str
    role: Role
    state: InvitationState
    invited_by: str
    created_at: datetime
    sent_at: datetime
    expires_at: datetime
    renewal_asked_at: datetime | None
    link: str | None
    mail_state: MailState
    mail_error: str | None

    @classmethod
    def of(cls, invitation: Invitation, *, link: str | None, now: datetime) -> "InvitationOut":
        return cls(
            id=invitation.id,
            email=invitation.email,
            role=Role(invitation.role),
            state=invitation.state(now),
            invited_by=invitation.invited_by_name,
            created_at=invitation.created_at,
            sent_at=invitation.sent_at,
            expires_at=invitation.expires_at,
            renewal_asked_at=invitation.renewal_asked_at,
            link=link,
            mail_state=invitation.mail_state,
            mail_error=invitation.mail_error,
        )


class Members(BaseModel):
    """`invitations` is empty for operators: only those who invite see them."""

    members: list[MemberOut]
    invitations: list[InvitationOut]


class RolePatch(Body):
    role: Role


class HeartbeatBody(Body):
    """`active`: somebody has touched the page lately. Without a body nothing is known of that."""

    active: bool


class AvailabilityBody(Body):
    availability: Literal["available", "away"]


class InviteBody(Body):
    emails: Annotated[
        list[Annotated[str, StringConstraints(max_length=300)]], Field(min_length=1, max_length=100)
    ]
    role: Role


class NotInvitedOut(BaseModel):
    email: str
    code: str
    message: str
    invitation_id: UUID | None


class InvitedOut(BaseModel):
    invited: list[InvitationOut]
    refused: list[NotInvitedOut]


class TokenBody(Body):
    token: Token


class AcceptBody(TokenBody):
    """Name and password only for somebody who has no sign-in yet."""

    name: Name | None = None
    password: Password | None = None


class PreviewOut(BaseModel):
    state: LinkState
    workspace_name: str | None
    email: str | None
    role: Role | None
    invited_by: str | None
    signed_in_as: str | None
    has_login: bool

    @classmethod
    def of(cls, preview: Preview, *, signed_in_as: str | None) -> "PreviewOut":
        about = preview.invitation
        return cls(
            state=preview.state,
            workspace_name=preview.workspace_name,
            email=about.email if about else None,
            role=Role(about.role) if about else None,
            invited_by=about.invited_by_name if about else None,
            signed_in_as=signed_in_as,
            has_login=preview.has_login,
        )
