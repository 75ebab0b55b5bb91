"""The outbox: every mail of the workspace, so that nothing depends on a mail server."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel

from deskbell.kit.web import Db
from deskbell.notifications import queries
from deskbell.notifications.access import about
from deskbell.notifications.letters import letter
from deskbell.notifications.tables import State
from deskbell.workspaces import queries as workspaces
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api/mails", tags=["notifications"])


class MailOut(BaseModel):
    """`text` is composed when it is read; a link that is dead, or above the reader's role, is not in it."""

    id: UUID
    to: str
    subject: str
    text: str
    state: State
    at: datetime
    error: str | None


class Outbox(BaseModel):
    """`smtp` is False when there is no mail server: then these mails were sent to nobody."""

    smtp: bool
    mails: list[MailOut]


@router.get("")
async def read_outbox(request: Request, actor: SignedIn, database: Db) -> Outbox:
    """The newest mails, with their text."""
    require(actor, Role.ADMIN)
    settings = request.app.state.settings
    mails: list[MailOut] = []
    async with database.transaction(actor.workspace_id) as tx:
        workspace = await workspaces.workspace(tx)
        for mail in await queries.newest_mails(tx):
            invitation = await workspaces.invitation(tx, mail.invitation_id)
            spoken_of = about(
                mail, invitation, workspace,
                public_url=settings.public_url, key=settings.server_key, reader=actor.role,
            )  # fmt: skip
            text = letter(mail.kind, mail.recipient, spoken_of)
            mails.append(
                MailOut(id=mail.id, to=text.to, subject=text.subject, text=text.text, state=mail.state,
                        at=mail.created_at, error=mail.error)
            )  # fmt: skip
    return Outbox(smtp=settings.mail_server is not None, mails=mails)
