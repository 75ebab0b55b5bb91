"""HTTP for what the owner should look at: contradictions and passages of a time gone by."""

from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter, status

from deskbell.agents.access import open_agent
from deskbell.kit.db import Transaction
from deskbell.kit.web import Db, Now
from deskbell.knowledge import access, commands, queries
from deskbell.knowledge.api.shapes import FlaggedPassage, FlagList, FlagOut
from deskbell.knowledge.queries.flags import Marked
from deskbell.knowledge.tables import Flag
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["knowledge"])


@router.get("/agents/{agent_id}/flags")
async def list_flags(agent_id: UUID, actor: SignedIn, database: Db) -> FlagList:
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        return FlagList(flags=await _shown(tx, await queries.list_flags(tx, agent_id)))


@router.post("/flags/{flag_id}/dismissal", status_code=status.HTTP_204_NO_CONTENT)
async def dismiss_flag(flag_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        flag = await access.open_flag(tx, flag_id)
        await commands.dismiss_flag(tx, flag, member_id=actor.member_id, at=now())


@router.delete("/flags/{flag_id}/dismissal", status_code=status.HTTP_204_NO_CONTENT)
async def restore_flag(flag_id: UUID, actor: SignedIn, database: Db) -> None:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await commands.restore_flag(tx, await access.open_flag(tx, flag_id))


async def _shown(tx: Transaction, flags: list[Flag]) -> list[FlagOut]:
    ids = {passage_id for flag in flags for passage_id in (flag.passage_id, flag.other_id) if passage_id}
    marked = await queries.marked_passages(tx, sorted(ids))
    return [
        FlagOut(
            id=flag.id,
            agent_id=flag.agent_id,
            kind=flag.kind,
            sentence=flag.sentence,
            passages=_passages(flag, marked),
            found_at=flag.found_at,
            dismissed_at=flag.dismissed_at,
        )
        for flag in flags
    ]


def _passages(flag: Flag, marked: Mapping[UUID, Marked]) -> list[FlaggedPassage]:
    named = [(flag.passage_id, flag.words), (flag.other_id, flag.other_words)]
    return [
        FlaggedPassage(**vars(marked[passage_id]), words=words)
        for passage_id, words in named
        if passage_id is not None
    ]
