"""HTTP for agents. Operators read, admins write; the keys of models go in and never come out."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.agents import access, commands, queries
from deskbell.agents.api.schemas import BudgetShape, ModelIn, ModelOut
from deskbell.agents.commands import Entered
from deskbell.agents.defaults import new_agent_settings
from deskbell.agents.tables import Agent, AgentModel, AgentSettings, Answerer, Length, Tone
from deskbell.agents.widget_key import encode
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/agents")

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Greeting = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Site = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=253)]
Color = Annotated[str, StringConstraints(to_lower=True, pattern=r"^#[0-9a-fA-F]{6}$")]
Language = Annotated[
    str, StringConstraints(pattern=r"^(auto|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$", max_length=35)
]
Region = Annotated[str, StringConstraints(to_upper=True, pattern=r"^[A-Za-z]{2,4}$")]


class AgentOut(BaseModel):
    """An agent as members see it. `widget_key` is public. `models` are asked in their order."""

    id: UUID
    name: str
    instructions: str
    tone: Tone
    answer_length: Length
    greeting: str
    suggested_questions: list[str]
    answerer: Answerer
    models: list[ModelOut]
    quotes_when_down: bool
    budget: BudgetShape
    brand_color: str
    allowed_sites: list[str]
    language: str
    emergency_region: str
    widget_key: str
    created_at: datetime

    @classmethod
    def of(cls, agent: Agent, models: Iterable[AgentModel]) -> "AgentOut":
        more = {
            "widget_key": encode(agent.workspace_id, agent.id),
            "models": [ModelOut.of(model) for model in models if model.agent_id == agent.id],
            "budget": BudgetShape.of(agent),
        }
        return cls.model_validate(asdict(agent) | more)


class AgentPatch(BaseModel):
    """What to change; a field that is absent stays. `models` and `budget` are replaced as a whole."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    instructions: Annotated[str, Field(max_length=4000)] | None = None
    tone: Tone | None = None
    answer_length: Length | None = None
    greeting: Greeting | None = None
    suggested_questions: Annotated[list[Question], Field(max_length=6)] | None = None
    answerer: Answerer | None = None
    models: Annotated[list[ModelIn], Field(max_length=20)] | None = None
    quotes_when_down: bool | None = None
    budget: BudgetShape | None = None
    brand_color: Color | None = None
    allowed_sites: Annotated[list[Site], Field(max_length=50)] | None = None
    language: Language | None = None
    emergency_region: Region | None = None

    def applied_to(self, settings: AgentSettings) -> AgentSettings:
        budget = self.budget.columns() if self.budget is not None else {}
        plain = self.model_dump(exclude_none=True, exclude={"models", "budget"})
        return replace(settings, **plain, **budget)

    def entered(self) -> list[Entered] | None:
        return None if self.models is None else [model.entered() for model in self.models]


class NewAgent(AgentPatch):
    """A new agent needs a name; everything else has a default that works."""

    name: Name  # pyright: ignore[reportIncompatibleVariableOverride, reportGeneralTypeIssues]


async def _server_key(request: Request) -> Any:
    return request.app.state.settings.server_key


ServerKey = Annotated[bytes, Depends(_server_key)]


@router.get("")
async def list_agents(actor: SignedIn, database: Db) -> list[AgentOut]:
    """Every agent of the workspace."""
    async with database.transaction(actor.workspace_id) as tx:
        models = await queries.models_of_all(tx)
        return [AgentOut.of(agent, models) for agent in await queries.list_agents(tx)]


@router.post("", status_code=201)
async def create_agent(
    new: NewAgent, actor: SignedIn, database: Db, now: Now, server_key: ServerKey
) -> AgentOut:
    """A new agent with safe defaults: verbatim answers, and rules that ring for a person."""
    require(actor, Role.ADMIN)
    entered = new.entered() or []
    async with database.transaction(actor.workspace_id) as tx:
        settings = new.applied_to(new_agent_settings(new.name))
        agent = await commands.create_agent(
            tx, settings, models=[model.settings for model in entered], at=now()
        )
        models = await commands.replace_models(tx, agent, entered, server_key=server_key)
        return AgentOut.of(agent, models)


@router.get("/{agent_id}")
async def get_agent(agent_id: UUID, actor: SignedIn, database: Db) -> AgentOut:
    """One agent."""
    async with database.transaction(actor.workspace_id) as tx:
        agent = await access.open_agent(tx, agent_id)
        return AgentOut.of(agent, await queries.models_of(tx, agent.id))


@router.patch("/{agent_id}")
async def change_agent(
    agent_id: UUID, patch: AgentPatch, actor: SignedIn, database: Db, now: Now, server_key: ServerKey
) -> AgentOut:
    """Change some settings. They hold from the next message on."""
    require(actor, Role.ADMIN)
    entered = patch.entered()
    async with database.transaction(actor.workspace_id) as tx:
        agent = await access.open_agent_to_change(tx, agent_id)
        if entered is not None:
            await commands.replace_models(tx, agent, entered, server_key=server_key)
        agent = await commands.change_agent(tx, agent, patch.applied_to(agent), at=now())
        return AgentOut.of(agent, await queries.models_of(tx, agent.id))
