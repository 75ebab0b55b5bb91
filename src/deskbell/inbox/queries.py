"""Reading the inbox: a page of a view, the counts of all views, what a member has read."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deskbell.conversations import projection
from deskbell.conversations.access import Conversation
from deskbell.events import wire
from deskbell.inbox.views import SHAPES, View
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Refused

MOST_COUNTED = 1000  # "1000+" is as good as the exact number, and never slow


@dataclass(frozen=True)
class Page:
    """`next_cursor` is None on the last page. `read` holds the marks of the listed conversations."""

    conversations: Sequence[wire.Conversation]
    next_cursor: str | None
    read: Mapping[UUID, int]


@dataclass(frozen=True)
class _Cursor:
    rank: int
    at: datetime
    id: UUID


@dataclass(frozen=True)
class _Count:
    view: str
    count: int


@dataclass(frozen=True)
class _Mark:
    conversation_id: UUID
    seq: int


async def page(tx: Transaction, view: View, member_id: UUID, *, cursor: str | None, limit: int) -> Page:
    """`limit` conversations of a view after `cursor`."""
    shape = SHAPES[view]
    after = _decode(cursor) if cursor else None
    rows = await tx.all(
        Conversation,
        "SELECT c.* FROM conversations c WHERE c.workspace_id = %(workspace_id)s AND NOT c.is_check AND "
        + shape.condition
        + (" AND " + shape.after if after else "")
        + " ORDER BY "
        + shape.order
        + " LIMIT %(limit)s",
        workspace_id=tx.workspace,
        member_id=member_id,
        limit=limit + 1,
        cursor_rank=after.rank if after else None,
        cursor_at=after.at if after else None,
        cursor_id=after.id if after else None,
    )
    shown = rows[:limit]
    marks = await read_marks(tx, member_id, [row.id for row in shown])
    more = len(rows) > limit
    return Page(
        [projection.conversation(row) for row in shown], _encode(view, shown[-1]) if more else None, marks
    )


async def read_marks(
    tx: Transaction, member_id: UUID, conversation_ids: Sequence[UUID]
) -> Mapping[UUID, int]:
    """conversation → the seq the member has read to. Conversations never opened are absent."""
    marks = await tx.all(
        _Mark,
        """
        SELECT conversation_id, seq FROM read_marks
        WHERE workspace_id = %(workspace_id)s AND member_id = %(member_id)s
          AND conversation_id = ANY(%(conversation_ids)s)
        """,
        workspace_id=tx.workspace,
        member_id=member_id,
        conversation_ids=list(conversation_ids),
    )
    return {mark.conversation_id: mark.seq for mark in marks}


async def counts(tx: Transaction, member_id: UUID) -> Mapping[View, int]:
    """How many conversations each view holds, counted to at most `MOST_COUNTED` each."""
    sql = " UNION ALL ".join(
        "(SELECT '"
        + shape.name
        + "' AS view, count(*) AS count FROM (SELECT FROM conversations c WHERE c.workspace_id = %(workspace_id)s AND NOT c.is_check AND "
        + shape.condition
        + " LIMIT %(most)s) AS counted)"
        for shape in SHAPES.values()
    )
    rows = await tx.all(_Count, sql, workspace_id=tx.workspace, member_id=member_id, most=MOST_COUNTED)
    return {View(row.view): row.count for row in rows}


async def is_listed(tx: Transaction, view: View, conversation_id: UUID, member_id: UUID) -> bool:
    """Whether the view's condition holds for a conversation: for set-up checks, which no view shows."""
    return bool(
        await tx.value(
            "SELECT EXISTS (SELECT FROM conversations c WHERE c.workspace_id = %(workspace_id)s AND c.id = %(id)s AND "
            + SHAPES[view].condition
            + ")",
            workspace_id=tx.workspace,
            id=conversation_id,
            member_id=member_id,
        )
    )


def _encode(view: View, row: Conversation) -> str:
    waiting = view is View.NEEDS_PERSON
    at = (row.waiting_since or row.emergency_raised_at or row.since) if waiting else row.updated_at
    rank = int(row.priority != wire.Priority.EMERGENCY)
    return base64.urlsafe_b64encode(json.dumps([rank, at.isoformat(), str(row.id)]).encode()).decode()


def _decode(cursor: str) -> _Cursor:
    try:
        rank, at, row_id = json.loads(base64.urlsafe_b64decode(cursor))
        return _Cursor(int(rank), datetime.fromisoformat(at), UUID(row_id))
    except (binascii.Error, ValueError, TypeError, ArithmeticError, RecursionError) as broken:
        raise Refused("cursor", "This page of the list cannot be found. Load the list again.") from broken
