"""Notes of members, and the collected details of a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from deskbell.conversations import projection, queries
from deskbell.conversations.commands.thread import change
from deskbell.conversations.tables import Conversation, NoteRow
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import FieldsCollected, NoteAdded
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, NotFound
from deskbell.kit.ids import new_id
from deskbell.workspaces.access import Actor


@dataclass(frozen=True)
class Detail:
    """A value as the collection settled it. `missing`: asked for and not given."""

    key: str
    label: str
    value: str
    original: str
    verified: bool
    missing: bool = False
    action_id: UUID | None = None
    ordinal: int = 0


async def add_note(
    tx: Transaction, row: Conversation, actor: Actor, *, key: str, text: str, at: datetime
) -> wire.Note:
    """A note for the team. The same key brings the same note."""
    stored = await tx.maybe(
        NoteRow,
        """
        SELECT * FROM notes
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND key = %(key)s
        """,
        workspace_id=tx.workspace,
        conversation_id=row.id,
        key=key,
    )
    if stored is not None:
        if stored.text != text:
            raise Conflict(
                "key_reused", "Another note was already saved under this key. Save it as a new one."
            )
        return projection.note(stored)
    note = await tx.one(
        NoteRow,
        """
        INSERT INTO notes (workspace_id, id, conversation_id, key, member_id, member_name, text, after_seq, at)
        VALUES (%(workspace_id)s, %(id)s, %(conversation_id)s, %(key)s, %(member_id)s, %(member_name)s,
                %(text)s, %(after_seq)s, %(at)s)
        RETURNING *
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        conversation_id=row.id,
        key=key,
        member_id=actor.member_id,
        member_name=actor.name,
        text=text,
        after_seq=row.last_seq,
        at=at,
    )
    record(tx, NoteAdded(at=at, conversation_id=row.id, note=projection.note(note)))
    return projection.note(note)


async def keep_details(
    tx: Transaction, row: Conversation, details: Sequence[Detail], at: datetime, *, name: str | None = None
) -> Conversation:
    """Store the collected values of this segment; `name` becomes how the visitor is called in the inbox."""
    for detail in details:
        await _put(tx, row, detail, at)
    if name:
        row, _ = await change(tx, replace(row, visitor_name=name[:120]), at)
    await _record_fields(tx, row, at)
    return row


async def contact_left(tx: Transaction, row: Conversation, email: str, at: datetime) -> Conversation:
    """The visitor left an address: it passed the check of an address, joins the collected details, and the waiting card stops asking."""
    detail = Detail("contact_email", "E-mail", email, email, verified=True, ordinal=99)
    await _put(tx, row, detail, at)
    row, _ = await change(tx, replace(row, contact_known=True), at)
    await _record_fields(tx, row, at)
    return row


async def correct_field(
    tx: Transaction, row: Conversation, actor: Actor, *, key: str, value: str, at: datetime
) -> Sequence[wire.FieldValue]:
    """A member's correction: the visitor's own words stay in `original`."""
    touched = await tx.run(
        """
        UPDATE field_values SET value = %(value)s, verified = true, missing = false,
               edited_by = %(name)s, at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND key = %(key)s
          AND segment = (SELECT max(segment) FROM field_values
                         WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s
                           AND key = %(key)s)
        """,
        workspace_id=tx.workspace,
        conversation_id=row.id,
        key=key,
        value=value,
        name=actor.name,
        at=at,
    )
    if touched == 0:
        raise NotFound("not_found", "This detail was not collected in this conversation.")
    return await _record_fields(tx, row, at)


async def _put(tx: Transaction, row: Conversation, detail: Detail, at: datetime) -> None:
    await tx.run(
        """
        INSERT INTO field_values (workspace_id, conversation_id, segment, key, label, value, original, verified,
                                  missing, action_id, ordinal, at)
        VALUES (%(workspace_id)s, %(conversation_id)s, %(segment)s, %(key)s, %(label)s, %(value)s, %(original)s,
                %(verified)s, %(missing)s, %(action_id)s, %(ordinal)s, %(at)s)
        ON CONFLICT (workspace_id, conversation_id, segment, key) DO UPDATE
        SET value = excluded.value, original = excluded.original, verified = excluded.verified,
            missing = excluded.missing, action_id = excluded.action_id, at = excluded.at
        WHERE field_values.edited_by IS NULL
        """,
        workspace_id=tx.workspace,
        conversation_id=row.id,
        segment=row.segment,
        ordinal=detail.ordinal,
        at=at,
        key=detail.key,
        label=detail.label,
        value=detail.value[:500],
        original=detail.original[:2000],
        verified=detail.verified,
        missing=detail.missing,
        action_id=detail.action_id,
    )


async def _record_fields(tx: Transaction, row: Conversation, at: datetime) -> Sequence[wire.FieldValue]:
    fields = tuple(projection.field(field) for field in await queries.fields(tx, row.id))
    conversation = projection.conversation(row)
    record(tx, FieldsCollected(at=at, conversation_id=row.id, conversation=conversation, fields=fields))
    return fields
