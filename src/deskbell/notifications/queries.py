"""Reading the outbox."""

from collections.abc import Sequence
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.notifications.tables import Mail

SHOWN = 200


async def newest_mails(tx: Transaction) -> Sequence[Mail]:
    """The last mails of the workspace, newest first."""
    return await tx.all(
        Mail,
        """
        SELECT id, kind, recipient, invitation_id, generation, state, error, created_at FROM mails
        WHERE workspace_id = %(workspace_id)s ORDER BY created_at DESC, id DESC LIMIT %(limit)s
        """,
        workspace_id=tx.workspace,
        limit=SHOWN,
    )


async def mail(tx: Transaction, mail_id: UUID) -> Mail:
    """One mail."""
    return await tx.one(
        Mail,
        """
        SELECT id, kind, recipient, invitation_id, generation, state, error, created_at FROM mails
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=mail_id,
    )
