"""Reading conversations, messages, notes, fields and handoffs. Who may read is decided in access.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as fields_of
from datetime import datetime
from uuid import UUID

from deskbell.conversations.tables import Conversation, FieldRow, Handoff, MessageRow, NoteRow
from deskbell.kit.db import Transaction

_COLUMNS = tuple(column.name for column in fields_of(Conversation))


async def conversation(tx: Transaction, conversation_id: UUID) -> Conversation | None:
    """The row, unlocked."""
    return await tx.maybe(
        Conversation,
        "SELECT * FROM conversations WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=conversation_id,
    )


async def locked(tx: Transaction, conversation_id: UUID) -> Conversation | None:
    """The row, locked until the commit: every command starts here."""
    return await tx.maybe(
        Conversation,
        "SELECT * FROM conversations WHERE workspace_id = %(workspace_id)s AND id = %(id)s FOR UPDATE",
        workspace_id=tx.workspace,
        id=conversation_id,
    )


async def locked_for_agent(
    tx: Transaction, conversation_id: UUID, epoch: int, seq: int
) -> Conversation | None:
    """The row, only if the agent still holds it in that epoch and the visitor has written nothing after `seq`."""
    return await tx.maybe(
        Conversation,
        """
        SELECT * FROM conversations
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
          AND state = 'agent' AND epoch = %(epoch)s AND last_visitor_seq = %(seq)s
        FOR UPDATE
        """,
        workspace_id=tx.workspace,
        id=conversation_id,
        epoch=epoch,
        seq=seq,
    )


async def current_of_visitor(tx: Transaction, visitor_id: UUID) -> Conversation | None:
    """The thread the visitor is in: the newest one they have not left."""
    return await tx.maybe(
        Conversation,
        """
        SELECT * FROM conversations
        WHERE workspace_id = %(workspace_id)s AND visitor_id = %(visitor_id)s AND left_at IS NULL
        ORDER BY created_at DESC LIMIT 1
        """,
        workspace_id=tx.workspace,
        visitor_id=visitor_id,
    )


@dataclass(frozen=True)
class _CurrentRow(Conversation):
    key_used: bool


async def current_to_write(tx: Transaction, visitor_id: UUID, key: str) -> tuple[Conversation | None, bool]:
    """The thread the visitor is in, locked until the commit, and whether they have used `key` in any of theirs.

    The visitor must be locked: only then can no other thread become the current one meanwhile.
    """
    row = await tx.maybe(
        _CurrentRow,
        """
        WITH used AS (
          SELECT EXISTS (
            SELECT FROM conversations c
            JOIN messages m ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id AND m.key = %(key)s
            WHERE c.workspace_id = %(workspace_id)s AND c.visitor_id = %(visitor_id)s
          ) AS key_used
        ), thread AS (
          SELECT * FROM conversations
          WHERE workspace_id = %(workspace_id)s AND visitor_id = %(visitor_id)s AND left_at IS NULL
          ORDER BY created_at DESC LIMIT 1 FOR UPDATE
        )
        SELECT thread.*, used.key_used FROM thread, used
        """,
        workspace_id=tx.workspace,
        visitor_id=visitor_id,
        key=key,
    )
    if row is None:  # the key may still have come in a thread that they have left
        return None, await visitor_message_by_key(tx, visitor_id, key) is not None
    return Conversation(**{name: getattr(row, name) for name in _COLUMNS}), row.key_used


async def held_by(tx: Transaction, member_id: UUID) -> Sequence[UUID]:
    """The conversations that a member holds, in a fixed order."""
    return await tx.values(
        """
        SELECT id FROM conversations
        WHERE workspace_id = %(workspace_id)s AND state = 'member' AND holder_id = %(member_id)s
        ORDER BY id
        """,
        workspace_id=tx.workspace,
        member_id=member_id,
    )


async def earlier_of_visitor(tx: Transaction, visitor_id: UUID, but: UUID) -> Sequence[Conversation]:
    """Their other conversations, newest first, at most 20."""
    return await tx.all(
        Conversation,
        """
        SELECT * FROM conversations
        WHERE workspace_id = %(workspace_id)s AND visitor_id = %(visitor_id)s AND id <> %(but)s
        ORDER BY created_at DESC LIMIT 20
        """,
        workspace_id=tx.workspace,
        visitor_id=visitor_id,
        but=but,
    )


async def messages(
    tx: Transaction, conversation_id: UUID, *, after: int = 0, limit: int = 1000
) -> Sequence[MessageRow]:
    """The thread after `after`, in order; of a very long one the newest `limit`."""
    newest_first = await tx.all(
        MessageRow,
        """
        SELECT * FROM messages
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND seq > %(after)s
        ORDER BY seq DESC LIMIT %(limit)s
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        after=after,
        limit=limit,
    )
    return newest_first[::-1]


async def newest_visitor_texts(tx: Transaction, conversation_id: UUID, limit: int = 5) -> Sequence[str]:
    """What the visitor wrote last, the newest first."""
    return await tx.values(
        """
        SELECT text FROM messages
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND author = 'visitor'
        ORDER BY seq DESC LIMIT %(limit)s
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        limit=limit,
    )


async def message_by_key(tx: Transaction, conversation_id: UUID, key: str) -> MessageRow | None:
    """What was stored for an idempotency key."""
    return await tx.maybe(
        MessageRow,
        """
        SELECT * FROM messages
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND key = %(key)s
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        key=key,
    )


async def visitor_message_by_key(tx: Transaction, visitor_id: UUID, key: str) -> MessageRow | None:
    """The same, over all conversations of a visitor (a first message does not know its conversation yet)."""
    return await tx.maybe(
        MessageRow,
        """
        SELECT m.* FROM conversations c
        JOIN messages m ON m.workspace_id = c.workspace_id AND m.conversation_id = c.id AND m.key = %(key)s
        WHERE c.workspace_id = %(workspace_id)s AND c.visitor_id = %(visitor_id)s
        LIMIT 1
        """,
        workspace_id=tx.workspace,
        visitor_id=visitor_id,
        key=key,
    )


async def usual_wait(tx: Transaction, since: datetime, least: int = 3) -> float | None:
    """The median of how many seconds visitors waited who were taken up since then; None for fewer than `least`."""
    return await tx.value(
        """
        SELECT CASE WHEN count(*) >= %(least)s THEN percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) END
        FROM pickups WHERE workspace_id = %(workspace_id)s AND at >= %(since)s
        """,
        workspace_id=tx.workspace,
        since=since,
        least=least,
    )


async def waiting(tx: Transaction) -> Sequence[UUID]:
    """Who waits for a person and is no emergency, longest first; members' tests are left out."""
    return await tx.values(
        """
        SELECT id FROM conversations
        WHERE workspace_id = %(workspace_id)s AND state = 'waiting' AND priority <> 'emergency' AND NOT is_test
        ORDER BY waiting_since, id
        """,
        workspace_id=tx.workspace,
    )


async def newest_seq_of_others(tx: Transaction, conversation_id: UUID, member_id: UUID) -> int:
    """The last message by the visitor or a colleague: what a stale page may have missed."""
    return int(
        await tx.value(
            """
            SELECT coalesce(max(seq), 0) FROM messages
            WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s
              AND (author = 'visitor' OR (author = 'member' AND member_id <> %(member_id)s))
            """,
            workspace_id=tx.workspace,
            conversation_id=conversation_id,
            member_id=member_id,
        )
    )


async def notes(tx: Transaction, conversation_id: UUID) -> Sequence[NoteRow]:
    """Every note, oldest first."""
    return await tx.all(
        NoteRow,
        """
        SELECT * FROM notes WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s
        ORDER BY at, id
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
    )


async def fields(tx: Transaction, conversation_id: UUID, segment: int | None = None) -> Sequence[FieldRow]:
    """The collected details of a segment; without one, the newest value of each key."""
    return await tx.all(
        FieldRow,
        """
        SELECT * FROM (
          SELECT DISTINCT ON (key) * FROM field_values
          WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s
            AND (%(segment)s::integer IS NULL OR segment = %(segment)s)
          ORDER BY key, segment DESC
        ) newest ORDER BY segment, ordinal
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        segment=segment,
    )


async def handoffs(tx: Transaction, conversation_id: UUID) -> Sequence[Handoff]:
    """Every handoff, oldest first: live events add to the end."""
    return await tx.all(
        Handoff,
        """
        SELECT * FROM handoffs WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s
        ORDER BY at, id
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
    )


@dataclass(frozen=True)
class _Fired:
    rule_id: UUID
    times: int


async def handoffs_per_rule(tx: Transaction, rule_ids: Sequence[UUID], since: datetime) -> Mapping[UUID, int]:
    """How often each of the rules has handed off since then, or said where to; rules that never did are absent. Members' tests do not count."""
    fired = await tx.all(
        _Fired,
        """
        SELECT f.rule_id, count(*) AS times FROM handoffs h CROSS JOIN LATERAL (VALUES (h.rule_id), (h.route_id)) AS f (rule_id)
        WHERE h.workspace_id = %(workspace_id)s AND f.rule_id = ANY(%(rule_ids)s) AND h.at >= %(since)s
          AND NOT EXISTS (SELECT FROM conversations c
                          WHERE c.workspace_id = h.workspace_id AND c.id = h.conversation_id AND c.is_test)
        GROUP BY f.rule_id
        """,
        workspace_id=tx.workspace,
        rule_ids=list(rule_ids),
        since=since,
    )
    return {row.rule_id: row.times for row in fired}
