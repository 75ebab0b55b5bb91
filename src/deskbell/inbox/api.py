"""The inbox over HTTP: lists, threads, read marks. Every answer carries the log position it was true at."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation, conversation_for_member
from deskbell.events import queries as log
from deskbell.events import wire
from deskbell.inbox import commands, queries
from deskbell.inbox.views import View
from deskbell.kit.db import Transaction
from deskbell.kit.web import Db, Now
from deskbell.visitors import queries as visitors
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api", tags=["inbox"])


class InboxPage(BaseModel):
    """`position`: apply the events of the stream after it."""

    conversations: list[wire.Conversation]
    next_cursor: str | None
    counts: dict[View, int]
    read: dict[UUID, int]
    position: int


class EarlierConversation(BaseModel):
    id: UUID
    opened_at: wire.Instant
    state: wire.State
    last_text: str | None


class VisitorPanel(BaseModel):
    id: UUID
    name: str
    email: str | None
    first_seen_at: wire.Instant
    page: str | None
    earlier: list[EarlierConversation]


class Thread(BaseModel):
    """A conversation, whole."""

    conversation: wire.Conversation
    messages: list[wire.Message]
    notes: list[wire.Note]
    fields: list[wire.FieldValue]
    handoffs: list[wire.Handoff]
    visitor: VisitorPanel
    read_seq: int
    position: int


class ReadBody(BaseModel):
    model_config = ConfigDict(extra="forbid")
    seq: Annotated[int, Field(ge=0)]


@router.get("/inbox")
async def list_inbox(
    actor: SignedIn,
    db: Db,
    view: View = View.NEEDS_PERSON,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> InboxPage:
    """One page of a view, with the counts of all views."""
    async with db.snapshot(actor.workspace_id) as tx:
        position = await log.head(tx)
        page = await queries.page(tx, view, actor.member_id, cursor=cursor, limit=limit)
        counts = await queries.counts(tx, actor.member_id)
    return InboxPage(
        conversations=list(page.conversations),
        next_cursor=page.next_cursor,
        counts=dict(counts),
        read=dict(page.read),
        position=position,
    )


@router.get("/conversations/{conversation_id}")
async def read_thread(conversation_id: UUID, actor: SignedIn, db: Db) -> Thread:
    """The whole thread, with notes, collected details and why it was handed off."""
    async with db.snapshot(actor.workspace_id) as tx:
        position = await log.head(tx)
        row = await conversation_for_member(tx, conversation_id)
        marks = await queries.read_marks(tx, actor.member_id, [row.id])
        return Thread(
            conversation=projection.conversation(row),
            messages=[projection.message(message) for message in await conversations.messages(tx, row.id)],
            notes=[projection.note(note) for note in await conversations.notes(tx, row.id)],
            fields=[projection.field(field) for field in await conversations.fields(tx, row.id)],
            handoffs=[projection.handoff(handoff) for handoff in await conversations.handoffs(tx, row.id)],
            visitor=await _visitor_panel(tx, row),
            read_seq=marks.get(row.id, 0),
            position=position,
        )


async def _visitor_panel(tx: Transaction, row: Conversation) -> VisitorPanel:
    visitor = await visitors.visitor(tx, row.visitor_id)
    earlier = await conversations.earlier_of_visitor(tx, row.visitor_id, row.id)
    return VisitorPanel(
        id=row.visitor_id,
        name=row.visitor_name,
        email=visitor.contact_email if visitor else None,
        first_seen_at=visitor.first_seen_at if visitor else row.created_at,
        page=row.page,
        earlier=[
            EarlierConversation(
                id=other.id,
                opened_at=other.created_at,
                state=wire.State(other.state),
                last_text=(other.last_message or {}).get("text"),
            )
            for other in earlier
        ],
    )


@router.put("/conversations/{conversation_id}/read", status_code=204)
async def mark_read(conversation_id: UUID, body: ReadBody, actor: SignedIn, db: Db, now: Now) -> None:
    """Say that the thread was on screen up to `seq`."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_for_member(tx, conversation_id)
        await commands.mark_read(tx, row.id, actor, body.seq, now())
