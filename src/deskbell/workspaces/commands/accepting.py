"""Following an invitation's link: what it is good for, joining with it, and asking for a new one.

The link proves the address only together with a sign-in of that address, or by creating one.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from deskbell.audit.commands import note
from deskbell.events.commands import record
from deskbell.events.types import InvitationChanged, MemberJoined
from deskbell.kit.db import Database, Transaction
from deskbell.kit.errors import Conflict, Forbidden, NotFound, Refused, SignInNeeded
from deskbell.kit.ids import digest, new_id
from deskbell.kit.passwords import hash_password
from deskbell.workspaces import queries
from deskbell.workspaces.access import Session
from deskbell.workspaces.commands.inviting import ask_for_renewal
from deskbell.workspaces.commands.membership import member_row
from deskbell.workspaces.commands.setup import NewPerson, add_person
from deskbell.workspaces.commands.signing_in import enter, start_session
from deskbell.workspaces.tables import Invitation, InvitationState
from deskbell.workspaces.tokens import workspace_of


class LinkState(StrEnum):
    """What a link is good for. All but PENDING and WRONG_PERSON are final."""

    PENDING = "pending"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    USED = "used"
    UNKNOWN = "unknown"
    WRONG_PERSON = "wrong_person"


@dataclass(frozen=True)
class Preview:
    """What the page behind a link may say. `invitation` is None for an unknown link: it tells nothing."""

    state: LinkState
    workspace_name: str | None = None
    invitation: Invitation | None = None
    has_login: bool = False


_REFUSALS = {
    LinkState.EXPIRED: ("invitation_expired", "This invitation has expired. Ask for a new one."),
    LinkState.REVOKED: ("invitation_removed", "This invitation was removed. Ask the person who invited you."),
    LinkState.REPLACED: ("invitation_replaced", "A newer link was sent to you. Use that one."),
    LinkState.USED: ("invitation_used", "This invitation was used already. Sign in to go to the workspace."),
}


async def preview(database: Database, token: str, session: Session | None, *, at: datetime) -> Preview:
    """Look without changing anything. Only the holder of the link learns the workspace's name."""
    workspace_id = workspace_of(token)
    if workspace_id is None:
        return Preview(LinkState.UNKNOWN)
    async with database.transaction(workspace_id) as tx:
        invitation = await queries.invitation_of_link(tx, digest(token.strip()))
        if invitation is None:
            return Preview(LinkState.UNKNOWN)
        workspace = await queries.workspace(tx)
        known = await queries.person_by_email(tx, invitation.email)
    return Preview(_link_state(invitation, token, session, at), workspace.name, invitation, known is not None)


async def accept(
    database: Database,
    token: str,
    session: Session | None,
    *,
    name: str | None,
    password: str | None,
    at: datetime,
) -> str:
    """Join the workspace, once. Returns the secret of the session that is now in it."""
    seen = await preview(database, token, session, at=at)
    invitation = _require_pending(seen, session)
    new = None if session else _new_person(seen, invitation, name, password)
    hashed = await hash_password(new.password) if new else ""
    async with database.transaction(workspace_of(token)) as tx:
        await _lock(tx, invitation.id)
        current = await queries.invitation(tx, invitation.id)
        _refuse_unless_pending(_link_state(current, token, session, at), current, session)
        person_id = session.person.id if session else await add_person(tx, _required(new), hashed, at)
        await _join(tx, person_id, current, at)
        if session is None:
            return await start_session(tx, person_id, at)
        await enter(tx, session.secret)
        return session.secret


async def ask_for_new_link(database: Database, token: str, *, at: datetime) -> None:
    """For an expired link: the inviter is told. Any other link changes nothing, and the answer is the same."""
    seen = await preview(database, token, None, at=at)
    if seen.invitation is None or seen.state is not LinkState.EXPIRED:
        return
    async with database.transaction(workspace_of(token)) as tx:
        await ask_for_renewal(tx, seen.invitation, at=at)


def _link_state(invitation: Invitation, token: str, session: Session | None, at: datetime) -> LinkState:
    if invitation.digest != digest(token.strip()):
        return LinkState.REPLACED
    match invitation.state(at):
        case InvitationState.ACCEPTED:
            return LinkState.USED
        case InvitationState.REVOKED:
            return LinkState.REVOKED
        case InvitationState.EXPIRED:
            return LinkState.EXPIRED
        case InvitationState.PENDING:
            fits = session is None or session.person.email == invitation.email
            return LinkState.PENDING if fits else LinkState.WRONG_PERSON


def _require_pending(seen: Preview, session: Session | None) -> Invitation:
    if seen.invitation is None:
        raise NotFound(
            "invitation_unknown", "This link is not an invitation. Check that it was copied whole."
        )
    _refuse_unless_pending(seen.state, seen.invitation, session)
    return seen.invitation


def _refuse_unless_pending(state: LinkState, invitation: Invitation, session: Session | None) -> None:
    if state is LinkState.WRONG_PERSON and session:
        raise Forbidden(
            "wrong_person",
            f"The invitation is for {invitation.email}; you are signed in as {session.person.email}. Switch accounts.",
            email=invitation.email,
            signed_in_as=session.person.email,
        )
    if state in _REFUSALS:
        raise Conflict(*_REFUSALS[state])


def _new_person(seen: Preview, invitation: Invitation, name: str | None, password: str | None) -> NewPerson:
    if seen.has_login:
        raise SignInNeeded("sign_in_to_accept", "This address has a sign-in. Sign in with it, then accept.")
    if not name or not password:
        raise Refused("name_and_password_needed", "Choose a name and a password to join.")
    return NewPerson(name, invitation.email, password)


def _required(new: NewPerson | None) -> NewPerson:
    if new is None:
        raise SignInNeeded("sign_in_to_accept", "This address has a sign-in. Sign in with it, then accept.")
    return new


async def _lock(tx: Transaction, invitation_id: UUID) -> None:
    await tx.run(
        "SELECT FROM invitations WHERE workspace_id = %(workspace_id)s AND id = %(id)s FOR UPDATE",
        workspace_id=tx.workspace,
        id=invitation_id,
    )


async def _join(tx: Transaction, person_id: UUID, invitation: Invitation, at: datetime) -> None:
    """A removed member who was invited again gets the old row back, so that their history is theirs again."""
    member_id = await tx.value(
        """
        INSERT INTO members AS m (workspace_id, id, person_id, role, availability_since, joined_at, last_seen_at)
        VALUES (%(workspace_id)s, %(id)s, %(person_id)s, %(role)s, %(at)s, %(at)s, %(at)s)
        ON CONFLICT (workspace_id, person_id) DO UPDATE SET
          role = CASE WHEN m.removed_at IS NULL THEN m.role ELSE excluded.role END,
          last_seen_at = excluded.last_seen_at, removed_at = NULL
        RETURNING id
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        person_id=person_id,
        role=invitation.role,
        at=at,
    )
    await tx.run(
        """
        UPDATE invitations SET accepted_at = %(at)s, accepted_by = %(member_id)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        at=at,
        member_id=member_id,
        workspace_id=tx.workspace,
        id=invitation.id,
    )
    member = await queries.member(tx, member_id)
    record(tx, MemberJoined(at=at, member=member_row(member)))
    record(tx, InvitationChanged(at=at, invitation_id=invitation.id))
    await note(
        tx,
        at=at,
        deed="invitation.accepted",
        subject=str(invitation.id),
        actor=member.name,
        person_id=person_id,
    )
