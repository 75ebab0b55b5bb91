"""Reading saved replies."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.saved_replies.tables import SavedReply


async def list_saved_replies(tx: Transaction) -> list[SavedReply]:
    """All of the workspace, the most used first."""
    return await tx.all(
        SavedReply,
        "SELECT * FROM saved_replies WHERE workspace_id = %(workspace)s ORDER BY uses DESC, lower(name)",
        workspace=tx.workspace,
    )


async def find_saved_reply(tx: Transaction, saved_reply_id: UUID) -> SavedReply | None:
    """The saved reply, or None when this workspace has no such thing."""
    return await tx.maybe(
        SavedReply,
        "SELECT * FROM saved_replies WHERE workspace_id = %(workspace)s AND id = %(id)s",
        workspace=tx.workspace,
        id=saved_reply_id,
    )
