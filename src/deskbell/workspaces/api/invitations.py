"""Inviting, and following an invitation's link. Tokens come in bodies only, never in an address that is logged."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from deskbell.kit.web import Db, Now
from deskbell.workspaces import access
from deskbell.workspaces.access import Actor, MaybeSignedIn, SignedIn, require
from deskbell.workspaces.api.schemas import (
    AcceptBody,
    InvitationOut,
    InviteBody,
    InvitedOut,
    Me,
    NotInvitedOut,
    PreviewOut,
    TokenBody,
)
from deskbell.workspaces.api.sessions import me_of
from deskbell.workspaces.commands import accepting, inviting, signing_in
from deskbell.workspaces.roles import Role, may_grant
from deskbell.workspaces.tables import Invitation
from deskbell.workspaces.tokens import invitation_link, invitation_token

router = APIRouter(prefix="/invitations")


@router.post("")
async def invite(body: InviteBody, request: Request, actor: SignedIn, database: Db, now: Now) -> InvitedOut:
    """Invite a pasted list; the good addresses go out, the others say why not."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        invited = await inviting.invite(tx, actor, body.emails, body.role, key=_key(request), at=now())
    return InvitedOut(
        invited=[shown(request, actor, invitation, now()) for invitation in invited.invitations],
        refused=[
            NotInvitedOut(
                email=out.email, code=out.code, message=out.sentence, invitation_id=out.invitation_id
            )
            for out in invited.left_out
        ],
    )


@router.post("/{invitation_id}/resend")
async def send_again(
    invitation_id: UUID, request: Request, actor: SignedIn, database: Db, now: Now
) -> InvitationOut:
    """A new link and another seven days; the link before it is dead."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        invitation = await inviting.send_again(tx, actor, invitation_id, key=_key(request), at=now())
    return shown(request, actor, invitation, now())


@router.delete("/{invitation_id}", status_code=204)
async def remove_invitation(invitation_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    """Take it back; the address can be invited anew."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await inviting.remove_invitation(tx, actor, invitation_id, at=now())


@router.post("/preview")
async def preview(body: TokenBody, database: Db, now: Now, session: MaybeSignedIn) -> PreviewOut:
    """What this link is good for, said to whoever holds it."""
    seen = await accepting.preview(database, body.token, session, at=now())
    return PreviewOut.of(seen, signed_in_as=session.person.email if session else None)


@router.post("/accept")
async def accept(
    body: AcceptBody, request: Request, response: Response, database: Db, now: Now, session: MaybeSignedIn
) -> Me:
    """Join, signed in with the invited address or creating its sign-in."""
    secret = await accepting.accept(
        database, body.token, session, name=body.name, password=body.password, at=now()
    )
    access.keep_signed_in(request, response, secret, seconds=signing_in.SECONDS)
    return await me_of(database, secret, now())


@router.post("/renewal", status_code=204)
async def ask_for_new_link(body: TokenBody, database: Db, now: Now, _: MaybeSignedIn) -> None:
    """Ask the inviter for a new link. The answer is the same for every token."""
    await accepting.ask_for_new_link(database, body.token, at=now())


def shown(request: Request, actor: Actor, invitation: Invitation, now: datetime) -> InvitationOut:
    """An invitation with its link, made anew from the server's key.

    Only for those who could have sent it: whoever holds a link to a higher role could join with it.
    """
    link = None
    if may_grant(actor.role, Role(invitation.role)):
        token = invitation_token(_key(request), actor.workspace_id, invitation.id, invitation.generation)
        link = invitation_link(str(request.app.state.settings.public_url), token)
    return InvitationOut.of(invitation, link=link, now=now)


def _key(request: Request) -> bytes:
    return request.app.state.settings.server_key
