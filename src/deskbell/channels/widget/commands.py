"""What a visitor's requests do, for whoever is the visitor: somebody's browser (api.py) or the set-up check."""

from datetime import datetime

from deskbell.agents.access import Agent
from deskbell.channels.widget import queries
from deskbell.channels.widget.bodies import FormBody, MessageBody
from deskbell.channels.widget.screening import alert_in, first_alarm, may_continue
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import visiting
from deskbell.handoff.commands import collection, passing
from deskbell.kit.db import Transaction
from deskbell.visitors.access import Visitor


async def receive(
    tx: Transaction, visitor: Visitor, agent: Agent, body: MessageBody, at: datetime
) -> visiting.Posted:
    """Screen and store a message. `visitor` is locked."""
    earlier = await queries.recent_words(tx, visitor.id) if may_continue(body.text) else []
    writing = visiting.Writing(
        key=body.key,
        text=body.text,
        page=body.page,
        alert=alert_in(body.text, earlier, agent.emergency_region),
    )
    return await visiting.visitor_writes(tx, visitor, agent.id, writing, at)


async def press_for_person(
    tx: Transaction, visitor: Visitor, agent: Agent, at: datetime, *, key: str
) -> Conversation:
    """The "Talk to a person" button; it opens a thread when there is none."""
    current = await conversations.current_of_visitor(tx, visitor.id)
    row = await conversations.locked(tx, current.id) if current else None
    if row is None:
        row = await visiting.start(tx, visitor, agent.id, page=None, at=at)
    return await passing.button_pressed(tx, row, at, key=key)


async def fill_form(
    tx: Transaction, visitor: Visitor, agent: Agent, row: Conversation, body: FormBody, at: datetime
) -> Conversation:
    """The card was sent. What is typed there is screened like any message."""
    alarming = first_alarm(body.values.values(), agent.emergency_region)
    if alarming is not None:
        await collection.keep_typed(tx, row, body.values, at)
        writing = visiting.Writing(key=f"form:{body.key}", text=alarming[0], alert=alarming[1])
        return (await visiting.visitor_writes(tx, visitor, agent.id, writing, at)).conversation
    if body.just_connect_me:
        return await collection.stop(tx, row, at)
    return await collection.submitted(tx, row, body.values, at, key=body.key)
