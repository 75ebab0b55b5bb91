"""The one door to a conversation. A stranger's conversation does not exist."""

from uuid import UUID

from deskbell.conversations import queries
from deskbell.conversations.tables import Conversation
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound

LONGEST_MESSAGE = 20_000  # characters of one message of a visitor; all of it is stored, screened and shown

__all__ = ["LONGEST_MESSAGE", "Conversation", "conversation_for_member", "conversation_to_change"]

_GONE = "This conversation does not exist, or it belongs to another workspace."


async def conversation_for_member(tx: Transaction, conversation_id: UUID) -> Conversation:
    """To look at. Every role of the workspace may; row-level security keeps other workspaces out."""
    row = await queries.conversation(tx, conversation_id)
    if row is None:
        raise NotFound("conversation_not_found", _GONE)
    return row


async def conversation_to_change(tx: Transaction, conversation_id: UUID) -> Conversation:
    """To act on: locked until the commit."""
    row = await queries.locked(tx, conversation_id)
    if row is None:
        raise NotFound("conversation_not_found", _GONE)
    return row
