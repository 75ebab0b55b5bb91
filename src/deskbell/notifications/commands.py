"""Writing a mail into the outbox, and noting what became of it."""

from datetime import datetime

from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.notifications import queries
from deskbell.notifications.tables import Kind, Mail, State
from deskbell.workspaces.access import Invitation
from deskbell.workspaces.commands.inviting import note_mail


async def write_mail(
    tx: Transaction, kind: Kind, recipient: str, invitation: Invitation, *, at: datetime
) -> Mail:
    """One mail per link and kind: a job that runs twice finds the first one."""
    mail_id = await tx.value(
        """
        INSERT INTO mails AS m (workspace_id, id, kind, recipient, invitation_id, generation, created_at)
        VALUES (%(workspace_id)s, %(id)s, %(kind)s, %(recipient)s, %(invitation_id)s, %(generation)s, %(at)s)
        ON CONFLICT (workspace_id, invitation_id, generation, kind) DO UPDATE SET recipient = m.recipient
        RETURNING id
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        kind=kind,
        recipient=recipient,
        invitation_id=invitation.id,
        generation=invitation.generation,
        at=at,
    )
    return await queries.mail(tx, mail_id)


async def settle_mail(tx: Transaction, mail: Mail, state: State, error: str | None, *, at: datetime) -> None:
    """Sent, failed (with a sentence for the admin), or kept because there is no mail server."""
    await tx.run(
        """
        UPDATE mails SET state = %(state)s, error = %(error)s, settled_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        state=state,
        error=error,
        at=at,
        workspace_id=tx.workspace,
        id=mail.id,
    )
    if mail.kind == "invitation":
        await note_mail(tx, mail.invitation_id, mail.generation, state=state, error=error, at=at)
