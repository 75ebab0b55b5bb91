"""What members do with a conversation, over HTTP: parse → door → command → shape."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, StringConstraints

from deskbell.conversations import projection
from deskbell.conversations.access import conversation_to_change
from deskbell.conversations.commands import details, emergencies, holding
from deskbell.events import wire
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api/conversations/{conversation_id}", tags=["conversations"])

# No colon: the keys of our own lines have one ("turn:…", "handed_off:…"), and nobody may take those first.
Key = Annotated[str, StringConstraints(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000, strip_whitespace=True)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ReplyBody(_Body):
    """`seen_seq`: the newest message on the page that sends; older than the thread → 409 `thread_changed`."""

    key: Key
    text: Text
    seen_seq: int | None = None


class NoteBody(_Body):
    key: Key
    text: Text


class TakeoverBody(_Body):
    """`from_member_id`: the confirmed answer to "take it from Maya?"."""

    from_member_id: UUID | None = None


class ResolutionBody(_Body):
    """`disposition`: what came of the emergency, if it is one; without it → 409 `disposition_needed`."""

    seen_seq: int | None = None
    disposition: wire.Disposition | None = None


class CorrectionBody(_Body):
    value: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]


class RepliedBody(BaseModel):
    message: wire.Message
    conversation: wire.Conversation


class FieldsBody(BaseModel):
    fields: list[wire.FieldValue]


@router.post("/messages")
async def post_reply(
    conversation_id: UUID, body: ReplyBody, actor: SignedIn, db: Db, now: Now
) -> RepliedBody:
    """Reply to the visitor; takes the conversation over when nobody of the team holds it."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        replied = await holding.reply(
            tx, row, actor, key=body.key, text=body.text, seen_seq=body.seen_seq, at=now()
        )
    return RepliedBody(message=replied.message, conversation=projection.conversation(replied.conversation))


@router.post("/notes")
async def post_note(conversation_id: UUID, body: NoteBody, actor: SignedIn, db: Db, now: Now) -> wire.Note:
    """Leave a note for the team. Visitors never receive it."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        return await details.add_note(tx, row, actor, key=body.key, text=body.text, at=now())


@router.post("/takeover")
async def take_over(
    conversation_id: UUID, body: TakeoverBody, actor: SignedIn, db: Db, now: Now
) -> wire.Conversation:
    """Hold the conversation; the agent is silent from this moment."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        row = await holding.take_over(tx, row, actor, now(), taking_from=body.from_member_id)
    return projection.conversation(row)


@router.delete("/takeover")
async def hand_back(conversation_id: UUID, actor: SignedIn, db: Db, now: Now) -> wire.Conversation:
    """Return to the agent."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        row = await holding.hand_back(tx, row, actor, now())
    return projection.conversation(row)


@router.post("/resolution")
async def resolve(
    conversation_id: UUID, body: ResolutionBody, actor: SignedIn, db: Db, now: Now
) -> wire.Conversation:
    """Close the conversation."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        row = await holding.resolve(
            tx, row, actor, now(), seen_seq=body.seen_seq, disposition=body.disposition
        )
    return projection.conversation(row)


@router.delete("/resolution")
async def reopen(conversation_id: UUID, actor: SignedIn, db: Db, now: Now) -> wire.Conversation:
    """Undo the close: the member holds it again."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        row = await holding.reopen(tx, row, actor, now())
    return projection.conversation(row)


@router.post("/acknowledgement")
async def acknowledge_emergency(
    conversation_id: UUID, actor: SignedIn, db: Db, now: Now
) -> wire.Conversation:
    """Say that a named person has seen the alarm."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        row = await emergencies.acknowledge_emergency(tx, row, actor, now())
    return projection.conversation(row)


@router.patch("/fields/{key}")
async def correct_field(
    conversation_id: UUID, key: str, body: CorrectionBody, actor: SignedIn, db: Db, now: Now
) -> FieldsBody:
    """Correct a collected detail; what the visitor wrote is kept beside it."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_to_change(tx, conversation_id)
        fields = await details.correct_field(tx, row, actor, key=key, value=body.value, at=now())
    return FieldsBody(fields=list(fields))
