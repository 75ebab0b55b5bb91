"""Writing the inbox: what a member has read."""

from datetime import datetime
from uuid import UUID

from deskbell.events.commands import record
from deskbell.events.types import ConversationRead
from deskbell.kit.db import Transaction
from deskbell.workspaces.access import Actor


async def mark_read(tx: Transaction, conversation_id: UUID, actor: Actor, seq: int, at: datetime) -> None:
    """The member has seen the thread up to `seq`. Marks only ever move forward."""
    marked = await tx.value(
        """
        INSERT INTO read_marks AS mark (workspace_id, member_id, conversation_id, seq)
        SELECT workspace_id, %(member_id)s, id, least(%(seq)s, last_seq) FROM conversations
        WHERE workspace_id = %(workspace_id)s AND id = %(conversation_id)s
        ON CONFLICT (workspace_id, member_id, conversation_id) DO UPDATE SET seq = excluded.seq
        WHERE mark.seq < excluded.seq
        RETURNING seq
        """,
        workspace_id=tx.workspace,
        member_id=actor.member_id,
        conversation_id=conversation_id,
        seq=seq,
    )
    if marked is not None:
        record(
            tx,
            ConversationRead(at=at, conversation_id=conversation_id, member_id=actor.member_id, seq=marked),
        )
