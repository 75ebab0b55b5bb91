"""What an emergency makes of a conversation, whoever heard it: the visitor's request, or the second look of the turn."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from deskbell.conversations import lifecycle, projection, queries
from deskbell.conversations.commands.thread import change
from deskbell.conversations.lifecycle import LifecycleState, Resolved
from deskbell.conversations.tables import Conversation, NewMessage, read_state
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import EmergencyRaised, MessagePosted, Reopened
from deskbell.kit.db import Transaction
from deskbell.safety import cards
from deskbell.workspaces.queries import is_here


@dataclass(frozen=True)
class Alert:
    """What the emergency screen found in a message, with the approved card to show. Without a card it is a concern: marked, not
    alarmed; the visitor reads `quiet_line`, and the agent goes on.

    `turn_id` is the turn that heard it, when it was not the visitor's request.
    """

    kind: str
    card: wire.EmergencyCard | None
    turn_id: UUID | None = None
    quiet_line: str = ""


def approved_card(region: str, language: str) -> wire.EmergencyCard:
    """The approved card of a region."""
    approved = cards.card_for(region, language)
    return wire.EmergencyCard(
        heading=approved.heading,
        sentence=approved.sentence,
        numbers=tuple(
            wire.EmergencyNumber(label=call.label, number=call.number, can_text=bool(call.text_to))
            for call in approved.calls
        ),
        footnote=approved.elsewhere,
        after=approved.after,
    )


async def raise_alarm(
    tx: Transaction, row: Conversation, alert: Alert, at: datetime, *, key: str
) -> Conversation:
    """Raise the locked `row` as an emergency for words that are stored already. A member who holds it keeps it."""
    before = read_state(row)
    row, after = await alarmed(tx, row, before, alert, at)
    if after != before:  # why it went to people before is not why it does now
        row = replace(row, label=None, rule_id=None)
    reopened = reopens(before, after)
    row = replace(row, segment=row.segment + reopened)
    row, messages = await change(tx, row, at, to=after, adding=announced(alert, key, reopened=reopened))
    record_messages(tx, row, messages, at)
    return row


async def give_concern(tx: Transaction, row: Conversation, alert: Alert, at: datetime) -> None:
    """Flag the locked `row` and show the numbers, once per segment, for words that are stored already: the agent goes on."""
    lines = await quietly(tx, row, alert)
    if lines:
        row, state = await alarmed(tx, row, read_state(row), alert, at)
        row, messages = await change(tx, row, at, to=state, adding=lines)
        record_messages(tx, row, messages, at)


async def alarmed(
    tx: Transaction, row: Conversation, state: LifecycleState, alert: Alert, at: datetime
) -> tuple[Conversation, LifecycleState]:
    """The row and the state as the alert leaves them: a concern is only marked, and an alarm that rings already goes on ringing
    (its time counts from the first words). One that somebody has answered for rings again, unless that somebody is with the visitor.
    """
    if alert.card is None:
        calm = row.priority == wire.Priority.NORMAL
        return replace(row, priority=wire.Priority.URGENT if calm else row.priority), state
    is_new = not await _is_attended(tx, row, at) if row.priority == wire.Priority.EMERGENCY else True
    row = replace(
        row,
        priority=wire.Priority.EMERGENCY,
        emergency_kind=alert.kind,
        emergency_card=alert.card.model_dump(mode="json"),
    )
    return _ringing(row, at) if is_new else row, lifecycle.raise_emergency(state, at)


async def _is_attended(tx: Transaction, row: Conversation, at: datetime) -> bool:
    """Whether the emergency of `row` rings, or somebody who has answered for it is there and holds it."""
    if row.emergency_acknowledged_at is None:
        return True
    return row.holder_id is not None and await is_here(tx, row.holder_id, at)


def _ringing(row: Conversation, at: datetime) -> Conversation:
    return replace(
        row,
        emergency_raised_at=at,
        emergency_acknowledged_by=None,
        emergency_acknowledged_at=None,
        emergency_disposition=None,
        emergency_disposed_by=None,
        emergency_disposed_at=None,
    )


def reopens(before: LifecycleState, after: LifecycleState) -> bool:
    """Whether a closed thread is open again."""
    return isinstance(before, Resolved) and not isinstance(after, Resolved)


def announced(alert: Alert | None, key: str, *, reopened: bool) -> list[NewMessage]:
    """The lines of the desk that belong to what was written under `key`."""
    lines: list[NewMessage] = []
    if reopened:
        lines.append(
            NewMessage(
                key=f"reopened:{key}",
                author=wire.Author.DESK,
                kind=wire.MessageKind.REOPENED,
                text="This conversation is open again. A person from our team will read it.",
            )
        )
    if alert is not None and alert.card is not None:
        lines.append(
            NewMessage(
                key=f"emergency:{key}",
                author=wire.Author.DESK,
                kind=wire.MessageKind.EMERGENCY,
                text=f"{alert.card.heading} {alert.card.sentence}",
                card=alert.card,
                turn_id=alert.turn_id,
            )
        )
    return lines


async def quietly(tx: Transaction, row: Conversation, alert: Alert | None) -> list[NewMessage]:
    """The numbers, for a concern: once per segment, and not where a person or the card has said so already."""
    key = f"quiet_line:{row.segment}"
    if (
        alert is None
        or not alert.quiet_line
        or row.state == wire.State.MEMBER
        or row.priority == wire.Priority.EMERGENCY
    ):
        return []
    if await queries.message_by_key(tx, row.id, key) is not None:
        return []
    return [NewMessage(key=key, author=wire.Author.DESK, kind=wire.MessageKind.TEXT, text=alert.quiet_line)]


def record_messages(
    tx: Transaction, row: Conversation, messages: tuple[wire.Message, ...], at: datetime
) -> None:
    """One event per message: members and visitors hear of each."""
    conversation = projection.conversation(row)
    for message in messages:
        match message.kind:
            case wire.MessageKind.REOPENED:
                record(
                    tx, Reopened(at=at, conversation_id=row.id, conversation=conversation, message=message)
                )
            case wire.MessageKind.EMERGENCY:
                record(
                    tx,
                    EmergencyRaised(
                        at=at, conversation_id=row.id, conversation=conversation, message=message
                    ),
                )
            case _:
                record(
                    tx,
                    MessagePosted(at=at, conversation_id=row.id, conversation=conversation, message=message),
                )
