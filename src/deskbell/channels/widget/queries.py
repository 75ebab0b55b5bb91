"""What a visitor's page needs to know: the thread, the truth about people, the place in line."""

from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from deskbell.channels.widget.bodies import Snapshot
from deskbell.channels.widget.projection import (
    visitor_availability,
    visitor_conversation,
    visitor_message,
)
from deskbell.channels.widget.wire import VisitorAvailability, VisitorConversation, VisitorMessage
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.kit.db import Transaction
from deskbell.workspaces.queries import availability_at


async def snapshot(tx: Transaction, visitor_id: UUID, now: datetime) -> Snapshot:
    """The thread the visitor is in, whole; no conversation when there is none yet."""
    row = await conversations.current_of_visitor(tx, visitor_id)
    return Snapshot(
        conversation=await view(tx, row, now) if row else None,
        messages=await _shown(tx, row) if row else [],
        last_seq=row.last_seq if row else 0,
        availability=await availability(tx, now),
    )


async def _shown(tx: Transaction, row: Conversation) -> list[VisitorMessage]:
    messages = await conversations.messages(tx, row.id)
    return [visitor_message(projection.message(message)) for message in messages]


async def view(tx: Transaction, row: Conversation, now: datetime) -> VisitorConversation:
    """The conversation for its visitor, with the place in line while waiting."""
    if row.state != "waiting":
        return visitor_conversation(projection.conversation(row))
    seconds = await conversations.usual_wait(tx, now - timedelta(hours=1))
    return visitor_conversation(
        projection.conversation(row),
        place_in_line=await _place_in_line(tx, row),
        usual_wait_minutes=None if seconds is None else max(1, ceil(seconds / 60)),
    )


async def availability(tx: Transaction, now: datetime) -> VisitorAvailability:
    """What this workspace tells visitors about people at this moment."""
    return visitor_availability(await availability_at(tx, now))


async def recent_words(tx: Transaction, visitor_id: UUID) -> list[str]:
    """The visitor's last three messages, oldest first: an emergency can be split over several."""
    newest_first = await tx.values(
        """
        SELECT m.text FROM conversations c
        CROSS JOIN LATERAL (
          SELECT seq, text FROM messages
          WHERE workspace_id = c.workspace_id AND conversation_id = c.id AND author = 'visitor'
          ORDER BY seq DESC LIMIT 3
        ) AS m
        WHERE c.workspace_id = %(workspace_id)s AND c.visitor_id = %(visitor_id)s AND c.left_at IS NULL
        ORDER BY m.seq DESC LIMIT 3
        """,
        workspace_id=tx.workspace,
        visitor_id=visitor_id,
    )
    return [str(text) for text in reversed(newest_first)]


async def _place_in_line(tx: Transaction, row: Conversation) -> int:
    ahead = await tx.value(
        """
        SELECT count(*) FROM conversations
        WHERE workspace_id = %(workspace_id)s AND state = 'waiting' AND NOT is_check AND waiting_since < %(since)s
        """,
        workspace_id=tx.workspace,
        since=row.waiting_since,
    )
    return int(ahead) + 1
