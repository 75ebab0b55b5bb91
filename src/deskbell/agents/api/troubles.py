"""HTTP of models that do not answer: every member is told, an admin tries one with a click."""

from uuid import UUID

from fastapi import APIRouter

from deskbell.agents import access, client, commands, queries
from deskbell.agents.api.models import ServerSettings, tested
from deskbell.agents.api.schemas import ModelOutOfOrder, TestOut
from deskbell.agents.troubles import out_of_order
from deskbell.kit.errors import NotFound
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter()


@router.get("/model-troubles")
async def models_out_of_order(actor: SignedIn, database: Db) -> list[ModelOutOfOrder]:
    """The models that have not answered lately, with what visitors get meanwhile. None while texts stay on this server."""
    async with database.transaction(actor.workspace_id) as tx:
        troubles = await queries.model_troubles(tx)
        if not troubles or (await queries.model_policy(tx)).text_stays_here:
            return []
        broken = out_of_order(await queries.list_agents(tx), await queries.models_of_all(tx), troubles)
    return [ModelOutOfOrder.of(one, client.words_for(one.trouble.kind, one.trouble.status)) for one in broken]


@router.post("/agents/{agent_id}/models/{model_id}/trial")
async def try_kept_model(
    agent_id: UUID, model_id: UUID, actor: SignedIn, database: Db, settings: ServerSettings, now: Now
) -> TestOut:
    """A real call to a model as it is saved. When it answers, its trouble is over; when not, the reason is the new one."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        agent = await access.open_agent(tx, agent_id)
        kept = {model.id: model for model in await queries.models_of(tx, agent.id)}
        if model_id not in kept:
            raise NotFound("model", "This model was removed. Reload the page.")
        key = (await access.model_keys(tx, agent, settings.server_key)).get(model_id, "")
    model = kept[model_id]
    tried = await client.try_model(model, key, settings.loopback_targets)
    async with database.transaction(actor.workspace_id) as tx:
        if tried.failed is None:
            await commands.note_answer(tx, model_id)
        else:
            await commands.note_failure(tx, model_id, tried.failed, at=now())
    return tested(model, tried)
