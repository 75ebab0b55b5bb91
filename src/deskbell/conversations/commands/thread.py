"""The one place that changes a conversation and adds to its thread. Every verb of the slice ends here."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from deskbell.conversations import projection
from deskbell.conversations.lifecycle import LifecycleState
from deskbell.conversations.tables import Conversation, MessageRow, NewMessage, write_state
from deskbell.events import wire
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.ids import new_id

SUMMARY_LENGTH = 160

_SAVE = """
UPDATE conversations SET
  visitor_name = %(visitor_name)s, left_at = %(left_at)s, state = %(state)s, epoch = %(epoch)s,
  segment = %(segment)s, priority = %(priority)s, since = %(since)s, reason = %(reason)s, label = %(label)s,
  rule_id = %(rule_id)s, waiting_since = %(waiting_since)s, holder_id = %(holder_id)s,
  holder_name = %(holder_name)s, collecting_action_id = %(collecting_action_id)s,
  collection = %(collection)s::jsonb, last_seq = %(last_seq)s, last_visitor_seq = %(last_visitor_seq)s,
  last_message = %(last_message)s::jsonb, contact_known = %(contact_known)s,
  emergency_kind = %(emergency_kind)s, emergency_card = %(emergency_card)s::jsonb,
  emergency_raised_at = %(emergency_raised_at)s, emergency_acknowledged_by = %(emergency_acknowledged_by)s,
  emergency_acknowledged_at = %(emergency_acknowledged_at)s, emergency_disposition = %(emergency_disposition)s,
  emergency_disposed_by = %(emergency_disposed_by)s, emergency_disposed_at = %(emergency_disposed_at)s, page = %(page)s, updated_at = %(updated_at)s
WHERE workspace_id = %(workspace_id)s AND id = %(id)s
  AND epoch = %(epoch_before)s AND last_seq = %(last_seq_before)s
  AND (state = 'agent' OR NOT %(agent_writes)s)
"""

# The fence: messages exist only if the row was still what the verb was decided on, and the agent's
# only while the agent holds the conversation. One statement, one round trip.
_SAVE_AND_APPEND = (
    "WITH kept AS ("
    + _SAVE
    + """ RETURNING id)
INSERT INTO messages (workspace_id, id, conversation_id, seq, segment, key, body_digest, author, member_id,
                      member_name, kind, text, at, reason, label, confidence, turn_id, extra)
SELECT %(workspace_id)s, m.id, kept.id, m.seq, m.segment, m.key, decode(m.body_digest, 'hex'), m.author,
       m.member_id, m.member_name, m.kind, m.text, m.at, m.reason, m.label, m.confidence, m.turn_id, m.extra
FROM kept, jsonb_to_recordset(%(messages)s::jsonb) AS m(
  id uuid, seq integer, segment integer, key text, body_digest text, author text, member_id uuid,
  member_name text, kind text, text text, at timestamptz, reason text, label text, confidence real,
  turn_id uuid, extra jsonb)
"""
)


async def change(
    tx: Transaction,
    row: Conversation,
    at: datetime,
    *,
    to: LifecycleState | None = None,
    adding: Sequence[NewMessage] = (),
) -> tuple[Conversation, tuple[wire.Message, ...]]:
    """Bring the locked `row` into state `to` and append messages, or raise `Conflict` when it has moved on.

    Changes of other columns are made on `row` by the caller with `replace` before.
    """
    after = write_state(row, to) if to is not None else row
    rows = tuple(_placed(after, new, index, at) for index, new in enumerate(adding, start=1))
    after = replace(after, last_seq=row.last_seq + len(rows), updated_at=at, **_summary(after, rows))
    params = {
        **asdict(after),
        "collection": _json(after.collection),
        "last_message": _json(after.last_message),
        "emergency_card": _json(after.emergency_card),
        "epoch_before": row.epoch,
        "last_seq_before": row.last_seq,
        "agent_writes": any(message.author == wire.Author.AGENT for message in rows),
    }
    if rows:
        params["messages"] = json.dumps([_column_values(message) for message in rows])
        touched = await tx.run(_SAVE_AND_APPEND, **params)
    else:
        touched = await tx.run(_SAVE, **params)
    if touched != max(len(rows), 1):
        raise Conflict("thread_changed", "This conversation has changed meanwhile. Look again.")
    return after, tuple(projection.message(message) for message in rows)


def _placed(row: Conversation, new: NewMessage, offset: int, at: datetime) -> MessageRow:
    return MessageRow(
        workspace_id=row.workspace_id,
        id=new_id(),
        conversation_id=row.id,
        seq=row.last_seq + offset,
        segment=row.segment,
        key=new.key,
        body_digest=new.body_digest,
        author=new.author,
        member_id=new.member_id,
        member_name=new.member_name,
        kind=new.kind,
        text=new.text,
        at=at,
        reason=new.reason,
        label=new.label,
        confidence=new.confidence,
        turn_id=new.turn_id,
        extra=projection.extra_of(new),
        rating=None,
    )


def _summary(row: Conversation, added: Sequence[MessageRow]) -> dict[str, Any]:
    last = next((message for message in reversed(added) if _says_what_it_is_about(message)), None)
    by_visitor = [message.seq for message in added if message.author == wire.Author.VISITOR]
    return {
        "last_visitor_seq": by_visitor[-1] if by_visitor else row.last_visitor_seq,
        "last_message": row.last_message
        if last is None
        else {
            "author": last.author,
            "kind": last.kind,
            "text": last.text[:SUMMARY_LENGTH],
            "at": last.at.isoformat(),
        },
    }


def _says_what_it_is_about(message: MessageRow) -> bool:
    """What the inbox shows of a thread: a fixed sentence of the agent says less than the words it answers."""
    match message.author:
        case wire.Author.DESK:
            return False
        case wire.Author.AGENT:
            return message.kind == wire.MessageKind.ANSWER
        case _:
            return True


def _column_values(row: MessageRow) -> dict[str, Any]:
    columns = asdict(row)
    columns["body_digest"] = row.body_digest.hex()
    for name in ("id", "member_id", "turn_id"):
        columns[name] = str(columns[name]) if columns[name] else None
    columns["at"] = row.at.isoformat()
    del columns["workspace_id"], columns["conversation_id"], columns["rating"]
    return columns


def _json(value: dict[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(value)
