"""How an emergency ends: a named member answers for it, and whoever closes it says what came of it."""

from dataclasses import replace
from datetime import datetime

from deskbell.audit.commands import note
from deskbell.conversations import projection
from deskbell.conversations.commands.thread import change
from deskbell.conversations.tables import Conversation
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import EmergencyAcknowledged
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.workspaces.access import Actor


async def acknowledge_emergency(
    tx: Transaction, row: Conversation, actor: Actor, at: datetime
) -> Conversation:
    """A named member has seen the alarm, and it stops; the first one counts. It stays on top until the conversation is closed."""
    if row.priority != wire.Priority.EMERGENCY or row.emergency_acknowledged_at is not None:
        return row
    row = replace(row, emergency_acknowledged_by=actor.name, emergency_acknowledged_at=at)
    row, _ = await change(tx, row, at)
    await _note(tx, row, actor, "emergency.acknowledged", at)
    record(
        tx,
        EmergencyAcknowledged(at=at, conversation_id=row.id, conversation=projection.conversation(row)),
    )
    return row


def refuse_for_agent(row: Conversation) -> None:
    """The agent never gets an emergency, acknowledged or not: it is a person's until it has come to an end."""
    if row.priority == wire.Priority.EMERGENCY:
        raise Conflict(
            "emergency_open", "The agent does not take an emergency back. Close it with what came of it."
        )


def refuse_unanswered(row: Conversation, disposition: wire.Disposition | None) -> None:
    """Before an emergency is closed, somebody has answered for it, and says what came of it."""
    if row.priority != wire.Priority.EMERGENCY:
        return
    if row.emergency_acknowledged_at is None:
        raise Conflict("emergency_open", "Acknowledge the emergency before you close this conversation.")
    if disposition is None:
        raise Conflict("disposition_needed", "Say what came of the emergency, then close this conversation.")


async def disposed(
    tx: Transaction, row: Conversation, actor: Actor, disposition: wire.Disposition, at: datetime
) -> Conversation:
    """What came of the emergency, by whom: to be saved with the close."""
    await _note(tx, row, actor, f"emergency.closed.{disposition.value}", at)
    return replace(
        row, emergency_disposition=disposition, emergency_disposed_by=actor.name, emergency_disposed_at=at
    )


def taken_back(row: Conversation) -> Conversation:
    """The close is undone: if it ended an emergency, that goes on, acknowledged as it was."""
    if row.emergency_disposed_at is None or row.emergency_disposed_at != row.since:
        return row
    return replace(
        row,
        priority=wire.Priority.EMERGENCY,
        emergency_disposition=None,
        emergency_disposed_by=None,
        emergency_disposed_at=None,
    )


async def _note(tx: Transaction, row: Conversation, actor: Actor, deed: str, at: datetime) -> None:
    await note(tx, at=at, deed=deed, subject=str(row.id), actor=actor.name, person_id=actor.person_id)
