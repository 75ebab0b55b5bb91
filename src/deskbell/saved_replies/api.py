"""HTTP for saved replies. Whoever answers visitors may write them."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, StringConstraints

from deskbell.events.wire import Instant
from deskbell.kit.web import Db, Now
from deskbell.saved_replies import commands, queries
from deskbell.saved_replies.access import open_saved_reply
from deskbell.saved_replies.tables import SavedReply
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api/saved-replies", tags=["saved replies"])


class SavedReplyBody(BaseModel):
    """`text` may hold the placeholders {visitor}, {my name} and {workspace}."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class SavedReplyOut(BaseModel):
    """A saved reply as members see it."""

    id: UUID
    name: str
    text: str
    uses: int
    used_at: Instant | None
    changed_by: str
    changed_at: Instant

    @classmethod
    def of(cls, reply: SavedReply) -> "SavedReplyOut":
        return cls.model_validate(asdict(reply))


@router.get("")
async def list_saved_replies(actor: SignedIn, database: Db) -> list[SavedReplyOut]:
    """All of the workspace, the most used first."""
    async with database.transaction(actor.workspace_id) as tx:
        return [SavedReplyOut.of(reply) for reply in await queries.list_saved_replies(tx)]


@router.post("", status_code=201)
async def save_reply(new: SavedReplyBody, actor: SignedIn, database: Db, now: Now) -> SavedReplyOut:
    """A new one, for everybody in the workspace."""
    async with database.transaction(actor.workspace_id) as tx:
        reply = await commands.save_reply(tx, name=new.name, text=new.text, by=actor.name, at=now())
        return SavedReplyOut.of(reply)


@router.put("/{saved_reply_id}")
async def change_saved_reply(
    saved_reply_id: UUID, body: SavedReplyBody, actor: SignedIn, database: Db, now: Now
) -> SavedReplyOut:
    """Replace its name and words."""
    async with database.transaction(actor.workspace_id) as tx:
        reply = await open_saved_reply(tx, saved_reply_id)
        changed = await commands.change_saved_reply(
            tx, reply, name=body.name, text=body.text, by=actor.name, at=now()
        )
        return SavedReplyOut.of(changed)


@router.delete("/{saved_reply_id}", status_code=204)
async def remove_saved_reply(saved_reply_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    """Remove it for everybody."""
    async with database.transaction(actor.workspace_id) as tx:
        await commands.remove_saved_reply(tx, await open_saved_reply(tx, saved_reply_id), at=now())


@router.post("/{saved_reply_id}/uses", status_code=204)
async def count_use(saved_reply_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    """It was put into a reply: what is used often stands first."""
    async with database.transaction(actor.workspace_id) as tx:
        await commands.count_use(tx, await open_saved_reply(tx, saved_reply_id), at=now())
