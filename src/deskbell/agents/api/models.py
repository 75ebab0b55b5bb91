"""HTTP of language models: try one, what was used, and what they may do in the workspace."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from deskbell.agents import access, budget, client, commands, queries
from deskbell.agents.api.schemas import (
    BudgetReached,
    ModelIn,
    PolicyShape,
    SpendingOut,
    TestOut,
    UsageOut,
    WorkspaceUsageOut,
    models_used,
)
from deskbell.agents.checks import check_model
from deskbell.agents.tables import Agent, ModelSettings
from deskbell.audit.commands import note
from deskbell.kit.db import Transaction
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter()


async def _settings(request: Request) -> Any:
    return request.app.state.settings


ServerSettings = Annotated[Any, Depends(_settings)]


@router.post("/agents/{agent_id}/models/test")
async def try_model(
    agent_id: UUID, model: ModelIn, actor: SignedIn, database: Db, settings: ServerSettings
) -> TestOut:
    """A real call with the settings as they are typed, saved or not. A kept key is used only for its own address."""
    require(actor, Role.ADMIN)
    check_model(model.settings())
    async with database.transaction(actor.workspace_id) as tx:
        agent = await access.open_agent(tx, agent_id)
        key = await _key_for(tx, agent, model, settings.server_key)
    tried = await client.try_model(model.settings(), key, settings.loopback_targets)
    return tested(model.settings(), tried)


def tested(model: ModelSettings, tried: client.Tried) -> TestOut:
    """What an admin reads of a test."""
    usage = tried.usage
    return TestOut(
        worked=not tried.problem,
        problem=tried.problem,
        milliseconds=tried.milliseconds,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        dollars=budget.cost_micros(model, usage.input_tokens, usage.output_tokens) / 1_000_000,
        said=tried.said,
    )


@router.get("/agents/{agent_id}/models/usage")
async def model_usage(agent_id: UUID, actor: SignedIn, database: Db, now: Now) -> UsageOut:
    """What the agent's models have used today and this month, and whether it may go on."""
    today = now().date()
    async with database.transaction(actor.workspace_id) as tx:
        agent = await access.open_agent(tx, agent_id)
        policy = await queries.model_policy(tx)
        used = await queries.used_since(tx, _first_of_month(today))
    mine, all_ = budget.spending(used, today, agent.id), budget.spending(used, today)
    over = budget.over(agent, mine, policy, all_)
    return UsageOut(
        day=today,
        agent=SpendingOut.of(mine),
        workspace=SpendingOut.of(all_),
        models=models_used(row for row in used if row.agent_id == agent.id),
        over_whose=over.whose if over else None,
        over_period=over.period if over else None,
    )


@router.get("/model-usage")
async def workspace_usage(actor: SignedIn, database: Db, now: Now) -> WorkspaceUsageOut:
    """What the models of all agents have used today and this month."""
    today = now().date()
    async with database.transaction(actor.workspace_id) as tx:
        policy = await queries.model_policy(tx)
        used = await queries.used_since(tx, _first_of_month(today))
    everybody = budget.spending(used, today)
    return WorkspaceUsageOut(
        day=today, spending=SpendingOut.of(everybody), over_period=budget.reached(policy, everybody)
    )


@router.get("/model-policy")
async def get_model_policy(actor: SignedIn, database: Db) -> PolicyShape:
    """What language models may do in this workspace."""
    async with database.transaction(actor.workspace_id) as tx:
        return PolicyShape.of(await queries.model_policy(tx))


@router.put("/model-policy")
async def set_model_policy(policy: PolicyShape, actor: SignedIn, database: Db, now: Now) -> PolicyShape:
    """Replace it. It holds from the next message on."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await commands.set_model_policy(tx, policy.policy(), at=now())
        await note(
            tx,
            at=now(),
            deed="workspace.model_policy_changed",
            subject=f"text_stays_here={policy.text_stays_here}",
            actor=actor.name,
            person_id=actor.person_id,
        )
        return PolicyShape.of(await queries.model_policy(tx))


@router.get("/model-budgets/reached")
async def budgets_reached(actor: SignedIn, database: Db, now: Now) -> list[BudgetReached]:
    """The agents that do not ask their models now, because a budget is used up: every member is told."""
    today = now().date()
    async with database.transaction(actor.workspace_id) as tx:
        agents = [agent for agent in await queries.list_agents(tx) if agent.answerer == "generative"]
        policy = await queries.model_policy(tx)
        used = await queries.used_since(tx, _first_of_month(today)) if agents else []
    if policy.text_stays_here:
        return []
    everybody = budget.spending(used, today)
    reached = [(agent, budget.over(agent, _by(agent, used, today), policy, everybody)) for agent in agents]
    return [
        BudgetReached.of(agent.id, agent.name, over, quotes=agent.quotes_when_down)
        for agent, over in reached
        if over is not None
    ]


def _by(agent: Agent, used: list[Any], today: date) -> budget.Spending:
    return budget.spending(used, today, agent.id)


async def _key_for(tx: Transaction, agent: Agent, model: ModelIn, server_key: bytes) -> str:
    if model.key is not None:
        return model.key
    kept = next((known for known in await queries.models_of(tx, agent.id) if known.id == model.id), None)
    if kept is None or not commands.same_server(kept, model.settings()):
        return ""
    return (await access.model_keys(tx, agent, server_key)).get(kept.id, "")


def _first_of_month(day: date) -> date:
    return day.replace(day=1)
