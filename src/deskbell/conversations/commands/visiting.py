"""What a visitor does: write (starting or reopening a thread), start anew, rate an answer."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from deskbell.conversations import lifecycle, projection, queries
from deskbell.conversations.commands.alarming import (
    Alert,
    alarmed,
    announced,
    quietly,
    record_messages,
    reopens,
)
from deskbell.conversations.commands.thread import change
from deskbell.conversations.courtesy import is_courtesy
from deskbell.conversations.lifecycle import LifecycleState, Resolved
from deskbell.conversations.tables import Conversation, MessageRow, NewMessage, read_state
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import AnswerRated, ConversationStarted
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, NotFound
from deskbell.kit.ids import new_id
from deskbell.visitors.access import Visitor
from deskbell.workspaces.access import ReopenPolicy
from deskbell.workspaces.queries import workspace


@dataclass(frozen=True)
class Writing:
    """What arrives: the text, its idempotency key, the page it was written on, what the screen found in it."""

    key: str
    text: str
    page: str | None = None
    alert: Alert | None = None


@dataclass(frozen=True)
class Posted:
    """The stored message; `repeated` when the same key had brought it before."""

    conversation: Conversation
    message: wire.Message
    repeated: bool = False


async def visitor_writes(
    tx: Transaction,
    visitor: Visitor,
    agent_id: UUID,
    writing: Writing,
    at: datetime,
) -> Posted:
    """Store a visitor's message, whatever happens after. `visitor` is locked, so two first messages start one thread."""
    new = NewMessage(
        key=writing.key, author=wire.Author.VISITOR, kind=wire.MessageKind.TEXT, text=writing.text
    )
    current, key_used = await queries.current_to_write(tx, visitor.id, writing.key)
    stored = await queries.visitor_message_by_key(tx, visitor.id, writing.key) if key_used else None
    if stored is not None:
        return await _again(tx, stored, new)
    left_for = await _left_for(tx, current, writing, at) if current else None
    row = current if current and left_for is None else None
    row = row or await start(tx, visitor, agent_id, page=writing.page, at=at)
    before = read_state(row)
    after = before if _is_courtesy(before, writing, at) else lifecycle.visitor_wrote(before, at)
    if left_for == "new_with_people":
        after = lifecycle.hand_off(before, wire.Reason.REOPENED, at)
    if writing.alert is not None:
        row, after = await alarmed(tx, row, after, writing.alert, at)
    if after != before:  # why it went to people before is not why it does now
        row = replace(row, label=None, rule_id=None)
    row = replace(row, page=writing.page or row.page, segment=row.segment + reopens(before, after))
    lines = announced(writing.alert, writing.key, reopened=reopens(before, after))
    if left_for == "new_with_people":
        lines.append(_for_people(writing))
    quiet = await quietly(tx, row, writing.alert)
    row, messages = await change(tx, row, at, to=after, adding=[new, *lines, *quiet])
    record_messages(tx, row, messages, at)
    return Posted(row, messages[0])


async def _again(tx: Transaction, stored: MessageRow, new: NewMessage) -> Posted:
    if stored.body_digest != new.body_digest:
        raise Conflict("key_reused", "Another message was already sent under this key. Send it as a new one.")
    row = await queries.conversation(tx, stored.conversation_id)
    if row is None:
        raise NotFound("not_found", "This conversation does not exist any more.")
    return Posted(row, projection.message(stored), repeated=True)


async def _left_for(
    tx: Transaction, row: Conversation, writing: Writing, at: datetime
) -> ReopenPolicy | None:
    """None when the message belongs to `row`; else the policy by which the closed thread was left for a new one.

    An emergency always opens the thread again: whoever hurries to it finds what was said before.
    """
    state = read_state(row)
    if not isinstance(state, Resolved) or _is_courtesy(state, writing, at) or _is_emergency(writing):
        return None
    policy = (await workspace(tx)).reopen_policy
    if policy == "to_people":
        return None
    await leave(tx, row, at)
    return policy


def _is_emergency(writing: Writing) -> bool:
    return writing.alert is not None and writing.alert.card is not None


def _for_people(writing: Writing) -> NewMessage:
    return NewMessage(
        key=f"reopened:{writing.key}",
        author=wire.Author.DESK,
        kind=wire.MessageKind.REOPENED,
        text="This is a new conversation. A person from our team will read it.",
    )


def _is_courtesy(state: LifecycleState, writing: Writing, at: datetime) -> bool:
    return isinstance(state, Resolved) and writing.alert is None and is_courtesy(writing.text, at - state.at)


async def start(
    tx: Transaction, visitor: Visitor, agent_id: UUID, *, page: str | None, at: datetime
) -> Conversation:
    """A new thread, held by the agent."""
    row = await tx.one(
        Conversation,
        """
        INSERT INTO conversations (workspace_id, id, agent_id, visitor_id, visitor_name, is_test, is_check, state,
                                   epoch, segment, priority, since, page, created_at, updated_at)
        VALUES (%(workspace_id)s, %(id)s, %(agent_id)s, %(visitor_id)s, %(visitor_name)s, %(is_test)s, %(is_check)s, 'agent',
                1, 1, 'normal', %(at)s, %(page)s, %(at)s, %(at)s)
        RETURNING *
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        agent_id=agent_id,
        visitor_id=visitor.id,
        visitor_name=visitor.name,
        is_test=visitor.is_test,
        is_check=visitor.is_check,
        page=page,
        at=at,
    )
    record(tx, ConversationStarted(at=at, conversation_id=row.id, conversation=projection.conversation(row)))
    return row


async def leave(tx: Transaction, row: Conversation, at: datetime) -> None:
    """The visitor starts anew: their next message opens another thread. Only from a closed one."""
    if not isinstance(read_state(row), Resolved):
        raise Conflict("still_open", "This conversation is still open. Write here, a person will see it.")
    await change(tx, replace(row, left_at=at), row.updated_at)  # nothing that members see has changed


async def rate_answer(
    tx: Transaction, visitor: Visitor, message_id: UUID, rating: Literal["up", "down"] | None, at: datetime
) -> None:
    """Thumbs on one of the agent's answers in one of the visitor's own conversations."""
    conversation_id = await tx.value(
        """
        UPDATE messages m SET rating = %(rating)s
        FROM conversations c
        WHERE m.workspace_id = %(workspace_id)s AND m.id = %(message_id)s AND m.author = 'agent'
          AND c.workspace_id = m.workspace_id AND c.id = m.conversation_id AND c.visitor_id = %(visitor_id)s
        RETURNING m.conversation_id
        """,
        workspace_id=tx.workspace,
        message_id=message_id,
        visitor_id=visitor.id,
        rating=rating,
    )
    if conversation_id is None:
        raise NotFound("not_found", "This answer does not exist any more.")
    record(tx, AnswerRated(at=at, conversation_id=conversation_id, message_id=message_id, rating=rating))
