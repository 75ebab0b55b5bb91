"""Inviting people by address: send, send again (the old link dies), remove, and being asked for a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from deskbell.audit.commands import note
from deskbell.events.commands import record
from deskbell.events.types import InvitationChanged, InvitationSent, RenewalAsked
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, Forbidden, NotFound
from deskbell.kit.ids import digest, new_id
from deskbell.workspaces import queries
from deskbell.workspaces.access import Actor
from deskbell.workspaces.addresses import normal_address
from deskbell.workspaces.roles import Role, may_grant
from deskbell.workspaces.tables import Invitation, InvitationState, MailState
from deskbell.workspaces.tokens import invitation_token

VALID = timedelta(days=7)
ASK_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class NotInvited:
    """Why one address of many was left out; `invitation_id` is the one that is open already."""

    email: str
    code: str
    sentence: str
    invitation_id: UUID | None = None


@dataclass(frozen=True)
class Invited:
    """What came of a list of addresses."""

    invitations: Sequence[Invitation]
    left_out: Sequence[NotInvited]


async def invite(
    tx: Transaction, actor: Actor, emails: Sequence[str], role: Role, *, key: bytes, at: datetime
) -> Invited:
    """Invite each address once; a bad one does not stop the others."""
    if not may_grant(actor.role, role):
        raise Forbidden(
            "role_out_of_reach", "You cannot invite somebody to a role above your own. Ask an owner."
        )
    invitations: list[Invitation] = []
    left_out: list[NotInvited] = []
    for typed in dict.fromkeys(email.strip() for email in emails):
        outcome = await _invite_one(tx, actor, typed, role, key=key, at=at)
        if isinstance(outcome, NotInvited):
            left_out.append(outcome)
        else:
            invitations.append(outcome)
    return Invited(invitations, left_out)


async def _invite_one(
    tx: Transaction, actor: Actor, typed: str, role: Role, *, key: bytes, at: datetime
) -> Invitation | NotInvited:
    email = normal_address(typed)
    if email is None:
        return NotInvited(typed, "not_an_address", "This is not an e-mail address. Check the spelling.")
    if await queries.member_with_address(tx, email):
        return NotInvited(email, "already_member", "This person is already a member.")
    await _clear_expired(tx, email, at)
    invitation_id = await _insert(tx, actor, email, role, key=key, at=at)
    if invitation_id is None:
        pending = await queries.open_invitation_for(tx, email)
        return NotInvited(
            email,
            "already_invited",
            "An invitation is waiting for this person. Send it again instead.",
            pending.id if pending else None,
        )
    await _sent(tx, actor, invitation_id, "invitation.sent", at)
    return await queries.invitation(tx, invitation_id)


async def send_again(
    tx: Transaction, actor: Actor, invitation_id: UUID, *, key: bytes, at: datetime
) -> Invitation:
    """A new link for another seven days. The links before it say that they were replaced."""
    invitation = await _lock_open(tx, actor, invitation_id, at)
    await tx.run(
        """
        UPDATE invitations SET generation = %(generation)s, digest = %(digest)s,
          spent_digests = spent_digests || digest, sent_at = %(at)s, expires_at = %(expires_at)s,
          renewal_asked_at = NULL, mail_state = 'waiting', mail_error = NULL
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        generation=invitation.generation + 1,
        digest=digest(invitation_token(key, tx.workspace, invitation_id, invitation.generation + 1)),
        at=at,
        expires_at=at + VALID,
        workspace_id=tx.workspace,
        id=invitation_id,
    )
    await _sent(tx, actor, invitation_id, "invitation.sent_again", at)
    return await queries.invitation(tx, invitation_id)


async def remove_invitation(tx: Transaction, actor: Actor, invitation_id: UUID, *, at: datetime) -> None:
    """Its link is dead at once; the address can be invited anew."""
    await _lock_open(tx, actor, invitation_id, at)
    await _revoke(tx, invitation_id, at)
    record(tx, InvitationChanged(at=at, invitation_id=invitation_id))
    await _note(tx, actor, "invitation.removed", invitation_id, at)


async def ask_for_renewal(tx: Transaction, invitation: Invitation, *, at: datetime) -> None:
    """The invited person found the link expired: tell the inviter, at most once an hour."""
    asked = await tx.run(
        """
        UPDATE invitations SET renewal_asked_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND accepted_at IS NULL AND revoked_at IS NULL
          AND (renewal_asked_at IS NULL OR renewal_asked_at < %(since)s)
        """,
        at=at,
        since=at - ASK_AGAIN,
        workspace_id=tx.workspace,
        id=invitation.id,
    )
    if asked:
        record(tx, RenewalAsked(at=at, invitation_id=invitation.id))


async def note_mail(
    tx: Transaction,
    invitation_id: UUID,
    generation: int,
    *,
    state: MailState,
    error: str | None,
    at: datetime,
) -> None:
    """What became of the mail with the link of `generation`; nothing when a newer link is on its way."""
    noted = await tx.run(
        """
        UPDATE invitations SET mail_state = %(state)s, mail_error = %(error)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND generation = %(generation)s
        """,
        state=state,
        error=error,
        workspace_id=tx.workspace,
        id=invitation_id,
        generation=generation,
    )
    if noted:
        record(tx, InvitationChanged(at=at, invitation_id=invitation_id))


async def _lock_open(tx: Transaction, actor: Actor, invitation_id: UUID, at: datetime) -> Invitation:
    await tx.run(
        "SELECT FROM invitations WHERE workspace_id = %(workspace_id)s AND id = %(id)s FOR UPDATE",
        workspace_id=tx.workspace,
        id=invitation_id,
    )
    invitation = await queries.invitation(tx, invitation_id)
    if invitation.state(at) is InvitationState.ACCEPTED:
        raise Conflict("already_accepted", "This invitation was accepted: the person is a member.")
    if invitation.state(at) is InvitationState.REVOKED:
        raise NotFound("not_found", "This invitation was removed. Invite the address again.")
    if not may_grant(actor.role, Role(invitation.role)):
        raise Forbidden("role_out_of_reach", "This invitation is for a role above your own. Ask an owner.")
    return invitation


async def _clear_expired(tx: Transaction, email: str, at: datetime) -> None:
    """An expired invitation does not stand in the way of a new one."""
    open_one = await queries.open_invitation_for(tx, email)
    if open_one and open_one.state(at) is InvitationState.EXPIRED:
        await _revoke(tx, open_one.id, at)
        record(tx, InvitationChanged(at=at, invitation_id=open_one.id))


async def _revoke(tx: Transaction, invitation_id: UUID, at: datetime) -> None:
    await tx.run(
        """
        UPDATE invitations SET revoked_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND accepted_at IS NULL
        """,
        at=at,
        workspace_id=tx.workspace,
        id=invitation_id,
    )


async def _insert(
    tx: Transaction, actor: Actor, email: str, role: Role, *, key: bytes, at: datetime
) -> UUID | None:
    invitation_id = new_id()
    return await tx.value(
        """
        INSERT INTO invitations
          (workspace_id, id, email, role, digest, invited_by, created_at, sent_at, expires_at)
        VALUES (%(workspace_id)s, %(id)s, %(email)s, %(role)s, %(digest)s, %(invited_by)s, %(at)s, %(at)s,
                %(expires_at)s)
        ON CONFLICT (workspace_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO NOTHING
        RETURNING id
        """,
        workspace_id=tx.workspace,
        id=invitation_id,
        email=email,
        role=role.value,
        digest=digest(invitation_token(key, tx.workspace, invitation_id, 1)),
        invited_by=actor.member_id,
        at=at,
        expires_at=at + VALID,
    )


async def _sent(tx: Transaction, actor: Actor, invitation_id: UUID, deed: str, at: datetime) -> None:
    record(tx, InvitationSent(at=at, invitation_id=invitation_id))
    await _note(tx, actor, deed, invitation_id, at)


async def _note(tx: Transaction, actor: Actor, deed: str, subject: UUID, at: datetime) -> None:
    await note(tx, at=at, deed=deed, subject=str(subject), actor=actor.name, person_id=actor.person_id)
