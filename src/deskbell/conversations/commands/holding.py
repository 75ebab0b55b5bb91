"""What a member does with a conversation: take over, reply, hand back, resolve, reopen."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from deskbell.conversations import lifecycle, projection, queries
from deskbell.conversations.commands import emergencies
from deskbell.conversations.commands.thread import change
from deskbell.conversations.lifecycle import Resolved, Waiting, WithMember
from deskbell.conversations.tables import Conversation, NewMessage, read_state
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import (
    HandedBack,
    MessagePosted,
    Reopened,
    TakenOver,
)
from deskbell.events.types import Resolved as ResolvedEvent
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.workspaces.access import Actor


@dataclass(frozen=True)
class Replied:
    """The stored reply and the conversation after it."""

    conversation: Conversation
    message: wire.Message


async def take_over(
    tx: Transaction, row: Conversation, actor: Actor, at: datetime, *, taking_from: UUID | None = None
) -> Conversation:
    """The member holds it from now on; the agent publishes nothing more. Taking over twice is once."""
    before = read_state(row)
    after = lifecycle.take_over(before, _by(actor, at), taking_from=taking_from)
    if after == before:
        return row
    row, (line,) = await change(tx, row, at, to=after, adding=[_joined(row, actor)])
    _record_takeover(tx, row, line, at, before)
    await _keep_pickup(tx, row, before, at)
    return row


async def reply(
    tx: Transaction,
    row: Conversation,
    actor: Actor,
    *,
    key: str,
    text: str,
    seen_seq: int | None,
    at: datetime,
) -> Replied:
    """Write to the visitor. Replying to a conversation that nobody of the team holds takes it over in the same step."""
    new = _reply(actor, key, text)
    stored = await queries.message_by_key(tx, row.id, key)
    if stored is not None:
        if stored.body_digest != new.body_digest:
            raise Conflict(
                "key_reused", "Another message was already sent under this key. Send it as a new one."
            )
        return Replied(row, projection.message(stored))
    before = read_state(row)
    after = lifecycle.take_over(before, _by(actor, at))
    await _refuse_stale(tx, row, actor, seen_seq)
    joining = [] if after == before else [_joined(row, actor)]
    row, messages = await change(tx, row, at, to=after, adding=[*joining, new])
    if joining:
        _record_takeover(tx, row, messages[0], at, before)
        await _keep_pickup(tx, row, before, at)
    conversation = projection.conversation(row)
    record(tx, MessagePosted(at=at, conversation_id=row.id, conversation=conversation, message=messages[-1]))
    return Replied(row, messages[-1])


async def hand_back(tx: Transaction, row: Conversation, actor: Actor, at: datetime) -> Conversation:
    """Return to the agent: it answers only what the visitor writes from now on."""
    before = read_state(row)
    emergencies.refuse_for_agent(row)
    after = lifecycle.hand_back(before, at)
    if after == before:
        return row
    line = _line(row, wire.MessageKind.HANDED_BACK, "The AI assistant is answering again.", actor)
    row, (message,) = await change(tx, row, at, to=after, adding=[line])
    record(
        tx,
        HandedBack(at=at, conversation_id=row.id, conversation=projection.conversation(row), message=message),
    )
    return row


async def resolve(
    tx: Transaction,
    row: Conversation,
    actor: Actor,
    at: datetime,
    *,
    seen_seq: int | None,
    disposition: wire.Disposition | None = None,
) -> Conversation:
    """Close. Refused when the visitor has written something the member has not seen; an emergency needs its `disposition`."""
    before = read_state(row)
    after = lifecycle.resolve(before, at)
    if after == before:
        return row
    emergencies.refuse_unanswered(row, disposition)
    if seen_seq is not None and row.last_visitor_seq > seen_seq:
        raise Conflict(
            "new_message",
            "The visitor wrote while you were closing. Read it first.",
            last_seq=row.last_visitor_seq,
        )
    line = _line(row, wire.MessageKind.RESOLVED, "This conversation is closed.", actor)
    if row.priority == wire.Priority.EMERGENCY and disposition is not None:
        row = await emergencies.disposed(tx, row, actor, disposition, at)
        line = replace(line, disposition=disposition)
    row, (message,) = await change(tx, row, at, to=after, adding=[line])
    record(
        tx,
        ResolvedEvent(
            at=at, conversation_id=row.id, conversation=projection.conversation(row), message=message
        ),
    )
    return row


async def reopen(tx: Transaction, row: Conversation, actor: Actor, at: datetime) -> Conversation:
    """Undo the close: the member holds the conversation again."""
    before = read_state(row)
    if not isinstance(before, Resolved):
        return row
    await _refuse_left_behind(tx, row)
    after = lifecycle.reopen(before, _by(actor, at))
    row = replace(emergencies.taken_back(row), segment=row.segment + 1, left_at=None)
    line = _line(row, wire.MessageKind.REOPENED, "This conversation is open again.", actor)
    row, (message,) = await change(tx, row, at, to=after, adding=[line])
    record(
        tx,
        Reopened(at=at, conversation_id=row.id, conversation=projection.conversation(row), message=message),
    )
    return row


def _by(actor: Actor, at: datetime) -> WithMember:
    return WithMember(actor.member_id, actor.name, at)


def first_name(name: str) -> str:
    """What visitors read of a member's name."""
    return name.split(maxsplit=1)[0] if name.split() else name


def _joined(row: Conversation, actor: Actor) -> NewMessage:
    return _line(row, wire.MessageKind.TAKEN_OVER, f"{first_name(actor.name)} joined.", actor)


def _line(row: Conversation, kind: wire.MessageKind, text: str, actor: Actor) -> NewMessage:
    return NewMessage(
        key=f"{kind}:{row.epoch}:{row.last_seq}",
        author=wire.Author.DESK,
        kind=kind,
        text=text,
        member_id=actor.member_id,
        member_name=actor.name,
    )


def _reply(actor: Actor, key: str, text: str) -> NewMessage:
    return NewMessage(
        key=key,
        author=wire.Author.MEMBER,
        kind=wire.MessageKind.TEXT,
        text=text,
        member_id=actor.member_id,
        member_name=actor.name,
    )


async def _refuse_stale(tx: Transaction, row: Conversation, actor: Actor, seen_seq: int | None) -> None:
    if seen_seq is None or seen_seq >= row.last_seq:
        return
    newest = await queries.newest_seq_of_others(tx, row.id, actor.member_id)
    if newest > seen_seq:
        raise Conflict(
            "thread_changed",
            "This conversation has changed since you read it. Look at what is new.",
            last_seq=newest,
        )


async def _refuse_left_behind(tx: Transaction, row: Conversation) -> None:
    """Visitors see one thread: what is written on an older one would reach nobody."""
    current = await queries.current_of_visitor(tx, row.visitor_id)
    if current is not None and current.id != row.id:
        raise Conflict(
            "visitor_moved_on",
            "The visitor has started another conversation and does not see this one any more. Answer there.",
            conversation_id=str(current.id),
        )


async def _keep_pickup(
    tx: Transaction, row: Conversation, before: lifecycle.LifecycleState, at: datetime
) -> None:
    """How long the visitor waited for a person: those who wait now are told what is usual. Tests of members are not."""
    if row.is_test or not isinstance(before, Waiting):
        return
    await tx.run(
        """
        INSERT INTO pickups (workspace_id, conversation_id, at, seconds)
        VALUES (%(workspace_id)s, %(conversation_id)s, %(at)s, greatest(%(seconds)s, 0)) ON CONFLICT DO NOTHING
        """,
        workspace_id=tx.workspace,
        conversation_id=row.id,
        at=at,
        seconds=(at - before.since).total_seconds(),
    )


def _record_takeover(
    tx: Transaction, row: Conversation, line: wire.Message, at: datetime, before: lifecycle.LifecycleState
) -> None:
    record(
        tx,
        TakenOver(
            at=at,
            conversation_id=row.id,
            conversation=projection.conversation(row),
            message=line,
            taken_from=before.member_id if isinstance(before, WithMember) else None,
        ),
    )
