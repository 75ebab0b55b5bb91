"""The door to a saved reply: every member of its workspace may use and change it."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.saved_replies import queries
from deskbell.saved_replies.tables import SavedReply


async def open_saved_reply(tx: Transaction, saved_reply_id: UUID) -> SavedReply:
    """The saved reply of this transaction's workspace, or `NotFound`."""
    found = await queries.find_saved_reply(tx, saved_reply_id)
    if found is None:
        raise NotFound("saved_reply_not_found", "This saved reply does not exist, or somebody removed it.")
    return found
