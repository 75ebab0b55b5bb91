"""What happens to the conversations of a member who is no longer one."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from deskbell.conversations import lifecycle, projection
from deskbell.conversations.commands.agent_side import Handover, store_handoff
from deskbell.conversations.commands.holding import first_name
from deskbell.conversations.commands.thread import change
from deskbell.conversations.tables import Conversation, NewMessage, read_state
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import HandedOff
from deskbell.kit.db import Transaction


async def release(tx: Transaction, row: Conversation, member_id: UUID, at: datetime) -> Conversation:
    """Back to the queue, with a line in the thread. Not held by that member (any more): nothing happens."""
    before = read_state(row)
    after = lifecycle.member_left(before, member_id, at)
    if after == before:
        return row
    why = _why(row.holder_name or "")
    handoff = await store_handoff(tx, row, why, at)
    line = NewMessage(
        key=f"released:{row.epoch}",
        author=wire.Author.DESK,
        kind=wire.MessageKind.HANDED_OFF,
        text=why.line,
        reason=why.reason,
        label=why.label,
    )
    row, (message,) = await change(tx, _labeled(row, why), at, to=after, adding=[line])
    conversation = projection.conversation(row)
    record(
        tx,
        HandedOff(at=at, conversation_id=row.id, conversation=conversation, message=message, handoff=handoff),
    )
    return row


def _why(name: str) -> Handover:
    return Handover(
        reason=wire.Reason.HANDED_BY_MEMBER,
        label=f"{name} has left the workspace",
        line=f"{first_name(name)} has left this chat. Another person from our team will take over.",
    )


def _labeled(row: Conversation, why: Handover) -> Conversation:
    return replace(row, label=why.label, rule_id=None)
