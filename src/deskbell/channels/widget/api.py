"""The visitor's routes. A message is stored and screened in one request; the agent answers in a job after it."""

from uuid import UUID

from fastapi import APIRouter

from deskbell.agents.access import open_agent
from deskbell.channels.widget import commands, queries
from deskbell.channels.widget.access import AsVisitor, AtDoor
from deskbell.channels.widget.bodies import (
    After,
    ContactBody,
    FormBody,
    HandoffBody,
    MessageBody,
    Posted,
    RatingBody,
    Snapshot,
    WelcomeBody,
    Welcomed,
)
from deskbell.channels.widget.projection import visitor_conversation, visitor_message
from deskbell.channels.widget.wire import EmergencyNumbers, WidgetSettings
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import details, visiting
from deskbell.conversations.commands.alarming import approved_card
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.kit.web import Db, Now
from deskbell.visitors import commands as visitors
from deskbell.visitors.access import Visitor, visitor_of_token
from deskbell.workspaces.queries import workspace

router = APIRouter(prefix="/api/widget/{widget_key}", tags=["widget"])


@router.get("/settings")
async def read_settings(door: AtDoor, db: Db, now: Now) -> WidgetSettings:
    """How the widget looks and greets, and whether people are there. Public."""
    async with db.transaction(door.workspace_id) as tx:
        agent = await open_agent(tx, door.agent_id)
        return WidgetSettings(
            agent_name=agent.name,
            workspace_name=(await workspace(tx)).name,
            greeting=agent.greeting,
            suggested_questions=tuple(agent.suggested_questions),
            brand_color=agent.brand_color,
            language=agent.language,
            emergency=EmergencyNumbers(numbers=approved_card(agent.emergency_region, "en").numbers),
            availability=await queries.availability(tx, now()),
        )


@router.post("/visitors")
async def welcome(body: WelcomeBody, door: AtDoor, db: Db, now: Now) -> Welcomed:
    """A new anonymous visitor. The token is shown once."""
    async with db.transaction(door.workspace_id) as tx:
        await open_agent(tx, door.agent_id)
        visitor, token = await visitors.welcome(tx, now(), is_test=body.preview)
    return Welcomed(token=token, visitor_id=visitor.id)


@router.get("/conversation")
async def read_conversation(door: AsVisitor, db: Db, now: Now) -> Snapshot:
    """The visitor's thread, whole."""
    async with db.snapshot(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token)
        return await queries.snapshot(tx, visitor.id, now())


@router.post("/messages")
async def post_message(body: MessageBody, door: AsVisitor, db: Db, now: Now) -> Posted:
    """Store a message. An emergency is recognized here, before and without any model."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token, lock=True)
        agent = await open_agent(tx, door.agent_id)
        posted = await commands.receive(tx, visitor, agent, body, now())
    return Posted(
        message=visitor_message(posted.message),
        conversation=visitor_conversation(projection.conversation(posted.conversation)),
    )


@router.post("/handoff")
async def ask_for_person(body: HandoffBody, door: AsVisitor, db: Db, now: Now) -> After:
    """The button that is always there. Collects first when the rule says so."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token, lock=True)
        agent = await open_agent(tx, door.agent_id)
        row = await commands.press_for_person(tx, visitor, agent, now(), key=body.key)
        return After(conversation=await queries.view(tx, row, now()))


@router.post("/form")
async def submit_form(body: FormBody, door: AsVisitor, db: Db, now: Now) -> After:
    """The details, typed into the card instead of the chat. What is typed there is screened like any message."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token, lock=True)
        row = await _open_thread(tx, visitor)
        agent = await open_agent(tx, door.agent_id)
        row = await commands.fill_form(tx, visitor, agent, row, body, now())
        return After(conversation=await queries.view(tx, row, now()))


@router.post("/contact")
async def leave_contact(body: ContactBody, door: AsVisitor, db: Db, now: Now) -> After:
    """Where to say that a reply is here. Never what it says."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token, lock=True)
        row = await _open_thread(tx, visitor)
        await visitors.keep_contact(tx, visitor, body.email, now())
        row = await details.contact_left(tx, row, body.email, now())
        return After(conversation=await queries.view(tx, row, now()))


@router.put("/messages/{message_id}/rating", status_code=204)
async def rate_answer(message_id: UUID, body: RatingBody, door: AsVisitor, db: Db, now: Now) -> None:
    """Thumbs on an answer of the agent."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token)
        await visiting.rate_answer(tx, visitor, message_id, body.rating, now())


@router.post("/conversations")
async def start_anew(door: AsVisitor, db: Db, now: Now) -> After:
    """Leave the closed conversation; the next message starts another."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token, lock=True)
        current = await conversations.current_of_visitor(tx, visitor.id)
        row = await conversations.locked(tx, current.id) if current else None
        if row is not None:
            await visiting.leave(tx, row, now())
    return After(conversation=None)


async def _open_thread(tx: Transaction, visitor: Visitor) -> Conversation:
    current = await conversations.current_of_visitor(tx, visitor.id)
    row = await conversations.locked(tx, current.id) if current else None
    if row is None:
        raise NotFound("conversation_not_found", "There is no conversation yet. Write a message first.")
    return row
