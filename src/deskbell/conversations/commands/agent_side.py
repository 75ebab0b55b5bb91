"""What the agent's side writes: an answer, a question for details, a handoff. All of it needs the fence:
the row comes from `queries.locked_for_agent`, so after a takeover there is nothing to write on.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from deskbell.conversations import lifecycle, projection, queries
from deskbell.conversations.commands.thread import change
from deskbell.conversations.tables import Conversation, NewMessage, read_state
from deskbell.events import wire
from deskbell.events.commands import record
from deskbell.events.types import HandedOff, MessagePosted
from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id


@dataclass(frozen=True)
class Handover:
    """Why the agent lets go, and the one line that tells the visitor. `route`: the rule on collected details that said where to."""

    reason: wire.Reason
    label: str
    line: str
    rule_id: UUID | None = None
    rule_version: int | None = None
    route: tuple[UUID, int] | None = None
    matched: str | None = None
    score: float | None = None
    question: str | None = None
    tried: tuple[wire.Tried, ...] = ()
    urgent: bool = False
    language: str | None = None


async def publish_answer(
    tx: Transaction,
    row: Conversation,
    *,
    text: str,
    sources: Sequence[wire.Citation],
    confidence: float,
    turn_id: UUID,
    at: datetime,
) -> Conversation:
    """The agent's answer, with what it used. One per turn: the turn's id is its key."""
    answer = NewMessage(
        key=f"turn:{turn_id}",
        author=wire.Author.AGENT,
        kind=wire.MessageKind.ANSWER,
        text=text,
        sources=tuple(sources),
        confidence=confidence,
        turn_id=turn_id,
    )
    return await _post(tx, row, answer, at)


async def say(
    tx: Transaction, row: Conversation, *, key: str, text: str, at: datetime, turn_id: UUID | None = None
) -> Conversation:
    """A fixed sentence of the agent (who it is, an approved wording): no sources, no confidence."""
    said = NewMessage(
        key=key, author=wire.Author.AGENT, kind=wire.MessageKind.TEXT, text=text, turn_id=turn_id
    )
    return await _post(tx, row, said, at)


async def tell(tx: Transaction, row: Conversation, *, key: str, text: str, at: datetime) -> Conversation:
    """A line of the desk for the visitor, whoever holds the conversation; the same key says it once."""
    if await queries.message_by_key(tx, row.id, key) is not None:
        return row
    line = NewMessage(key=key, author=wire.Author.DESK, kind=wire.MessageKind.TEXT, text=text)
    return await _post(tx, row, line, at)


async def ask_for_details(
    tx: Transaction,
    row: Conversation,
    *,
    key: str,
    text: str,
    form: wire.Form,
    progress: dict[str, Any],
    at: datetime,
) -> Conversation:
    """Ask for the fields of an action and remember how far the collection is."""
    row = replace(
        row,
        collecting_action_id=form.action_id,
        collection={"form": form.model_dump(mode="json"), "progress": progress},
    )
    question = NewMessage(
        key=key, author=wire.Author.AGENT, kind=wire.MessageKind.QUESTION, text=text, form=form
    )
    return await _post(tx, row, question, at)


async def hand_off(tx: Transaction, row: Conversation, why: Handover, at: datetime) -> Conversation:
    """The agent lets go: the conversation waits for a person. Where it does not hold, nothing happens."""
    before = read_state(row)
    after = lifecycle.hand_off(before, why.reason, at)
    if after == before:
        return row
    handoff = await store_handoff(tx, row, why, at)
    line = NewMessage(
        key=f"handed_off:{row.epoch}",
        author=wire.Author.DESK,
        kind=wire.MessageKind.HANDED_OFF,
        text=why.line,
        reason=why.reason,
        label=why.label,
    )
    urgent = why.urgent and row.priority == wire.Priority.NORMAL
    row = replace(
        row, label=why.label, rule_id=why.rule_id, priority=wire.Priority.URGENT if urgent else row.priority
    )
    row, (message,) = await change(tx, row, at, to=after, adding=[line])
    conversation = projection.conversation(row)
    record(
        tx,
        HandedOff(at=at, conversation_id=row.id, conversation=conversation, message=message, handoff=handoff),
    )
    return row


async def _post(tx: Transaction, row: Conversation, new: NewMessage, at: datetime) -> Conversation:
    row, (message,) = await change(tx, row, at, adding=[new])
    conversation = projection.conversation(row)
    record(tx, MessagePosted(at=at, conversation_id=row.id, conversation=conversation, message=message))
    return row


async def store_handoff(tx: Transaction, row: Conversation, why: Handover, at: datetime) -> wire.Handoff:
    """Keep why the conversation went to people."""
    handoff = wire.Handoff(
        id=new_id(),
        conversation_id=row.id,
        at=at,
        reason=why.reason,
        label=why.label,
        rule_id=why.rule_id,
        rule_version=why.rule_version,
        route_id=why.route[0] if why.route else None,
        route_version=why.route[1] if why.route else None,
        matched=why.matched,
        score=why.score,
        question=why.question,
        tried=why.tried,
        language=why.language,
    )
    await tx.run(
        """
        INSERT INTO handoffs (workspace_id, id, conversation_id, segment, at, reason, label, rule_id,
                              rule_version, route_id, route_version, matched, score, question, tried, language)
        VALUES (%(workspace_id)s, %(id)s, %(conversation_id)s, %(segment)s, %(at)s, %(reason)s, %(label)s,
                %(rule_id)s, %(rule_version)s, %(route_id)s, %(route_version)s, %(matched)s, %(score)s, %(question)s,
                %(tried)s::jsonb, %(language)s)
        """,
        workspace_id=tx.workspace,
        segment=row.segment,
        **{**handoff.model_dump(), "tried": json.dumps([tried.model_dump() for tried in why.tried])},
    )
    return handoff
