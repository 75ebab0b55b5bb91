"""Streams, their long-poll twins, and "is typing"."""

import json
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from pydantic import BaseModel

from deskbell.bus import Bus
from deskbell.channels.widget.access import AsVisitor
from deskbell.channels.widget.bodies import Snapshot
from deskbell.channels.widget.projection import first_name
from deskbell.channels.widget.wire import VisitorEvent
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import conversation_for_member
from deskbell.events.ephemeral import Ephemeral, Typing, ephemeral_topic
from deskbell.events.types import MemberEvent
from deskbell.kit.web import Db, Now
from deskbell.realtime.frames import resumed_after
from deskbell.realtime.hub import Hub
from deskbell.realtime.member_stream import member_frames, member_page
from deskbell.realtime.sse import EventStream
from deskbell.realtime.visitor_stream import Place, visitor_frames, visitor_page
from deskbell.visitors.access import visitor_of_token
from deskbell.workspaces.access import SignedIn, cookie_name, session_of
from deskbell.workspaces.commands.membership import seen

router = APIRouter(tags=["realtime"])

LongestWait = Annotated[float, Query(ge=0, le=25)]
LastEventId = Annotated[str, Header(alias="last-event-id")]


async def _hub(request: Request) -> Hub:
    return request.app.state.hub


async def _bus(request: Request) -> Bus:
    return request.app.state.bus


TheHub = Annotated[Hub, Depends(_hub)]
TheBus = Annotated[Bus, Depends(_bus)]


class EventPage(BaseModel):
    events: list[MemberEvent]
    position: int


class EphemeralForMember(BaseModel):
    """The shape of `event: ephemeral` on the stream (named here so that it reaches the generated types)."""

    ephemeral: Ephemeral


class EventForVisitor(BaseModel):
    """The shapes on a visitor's stream (named here so that they reach the generated types)."""

    event: VisitorEvent


@router.get("/api/stream", response_class=Response, responses={200: {"model": EphemeralForMember}})
async def stream(
    request: Request,
    actor: SignedIn,
    db: Db,
    hub: TheHub,
    now: Now,
    after: int = 0,
    last_event_id: LastEventId = "",
) -> EventStream:
    """Everything that happens in the workspace after `after` (or after Last-Event-ID), then live."""
    secret = request.cookies.get(cookie_name(request))

    async def still_member() -> bool:
        session = await session_of(db, secret, now())
        here = session.actor if session else None  # None too when the session has moved to another workspace
        present = here is not None and (here.member_id, here.role) == (actor.member_id, actor.role)
        if present:
            async with db.transaction(actor.workspace_id) as tx:
                await seen(tx, actor.member_id, now())
        return present

    await still_member()
    start = resumed_after(last_event_id, after)
    return EventStream(member_frames(hub, db, actor.workspace_id, start, still_member))


@router.get("/api/events")
async def poll(actor: SignedIn, db: Db, hub: TheHub, after: int = 0, wait: LongestWait = 0) -> EventPage:
    """The same log as an answer: at once when there is something, else within `wait` seconds."""
    entries = await member_page(hub, db, actor.workspace_id, after, wait)
    events = [
        MemberEvent.model_validate({"position": entry.position, "event": json.loads(entry.body)})
        for entry in entries
    ]
    return EventPage(events=events, position=entries[-1].position if entries else after)


@router.post("/api/conversations/{conversation_id}/typing", status_code=204)
async def member_types(conversation_id: UUID, actor: SignedIn, db: Db, bus: TheBus) -> None:
    """Say that the member is writing a reply. Kept nowhere."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_for_member(tx, conversation_id)
    sign = Typing(
        conversation_id=row.id,
        visitor_id=row.visitor_id,
        who=first_name(actor.name),
        member_id=actor.member_id,
    )
    bus.publish(ephemeral_topic(actor.workspace_id), sign.model_dump_json().encode())


@router.get(
    "/api/widget/{widget_key}/stream",
    response_class=Response,
    responses={200: {"model": EventForVisitor}},
)
async def visitor_stream(
    door: AsVisitor, db: Db, hub: TheHub, now: Now, after: int = 0, last_event_id: LastEventId = ""
) -> EventStream:
    """The visitor's thread after `after`, then live."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token)
    start = resumed_after(last_event_id, after)
    return EventStream(visitor_frames(hub, db, now, Place(door.workspace_id, visitor.id, start)))


@router.get("/api/widget/{widget_key}/events")
async def visitor_poll(
    door: AsVisitor, db: Db, hub: TheHub, now: Now, after: int = 0, wait: LongestWait = 0
) -> Snapshot:
    """The same as an answer."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token)
    return await visitor_page(hub, db, now, Place(door.workspace_id, visitor.id, after), wait)


@router.post("/api/widget/{widget_key}/typing", status_code=204)
async def visitor_types(door: AsVisitor, db: Db, bus: TheBus) -> None:
    """Say that the visitor is writing. Members see it, nobody keeps it."""
    async with db.transaction(door.workspace_id) as tx:
        visitor = await visitor_of_token(tx, door.token)
        row = await conversations.current_of_visitor(tx, visitor.id)
    if row is not None:
        sign = Typing(conversation_id=row.id, visitor_id=visitor.id, who=row.visitor_name)
        bus.publish(ephemeral_topic(door.workspace_id), sign.model_dump_json().encode())
