"""HTTP for agents. Operators read, admins write; the model's key goes in and never comes out."""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.agents import access, commands, queries
from deskbell.agents.defaults import new_agent_settings
from deskbell.agents.tables import Agent, AgentSettings, Answerer, Tone
from deskbell.agents.widget_key import encode
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api/agents", tags=["agents"])

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
    """An agent as members see it. `widget_key` is public; `has_model_key` is all that is said about the key."""

    id: UUID
    name: str
    instructions: str
    tone: Tone
    greeting: str
    suggested_questions: list[str]
    answerer: Answerer
    model_url: str
    model_name: str
    has_model_key: bool
    brand_color: str
    allowed_sites: list[str]
    language: str
    emergency_region: str
    widget_key: str
    created_at: datetime

    @classmethod
    def of(cls, agent: Agent) -> "AgentOut":
        return cls.model_validate(asdict(agent) | {"widget_key": encode(agent.workspace_id, agent.id)})


class AgentPatch(BaseModel):
    """What to change; a field that is absent stays. An empty `model_key` forgets the key."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    instructions: Annotated[str, Field(max_length=4000)] | None = None
    tone: Tone | None = None
    greeting: Greeting | None = None
    suggested_questions: Annotated[list[Question], Field(max_length=6)] | None = None
    answerer: Answerer | None = None
    model_url: Annotated[str, Field(max_length=500)] | None = None
    model_name: Annotated[str, Field(max_length=200)] | None = None
    model_key: Annotated[str, Field(max_length=500)] | None = None
    brand_color: Color | None = None
    allowed_sites: Annotated[list[Site], Field(max_length=50)] | None = None
    language: Language | None = None
    emergency_region: Region | None = None

    def applied_to(self, settings: AgentSettings) -> AgentSettings:
        return replace(settings, **self.model_dump(exclude_none=True, exclude={"model_key"}))


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
        return [AgentOut.of(agent) for agent in await queries.list_agents(tx)]


@router.post("", status_code=201)
async def create_agent(
    new: NewAgent, actor: SignedIn, database: Db, now: Now, server_key: ServerKey
) -> AgentOut:
    """A new agent with safe defaults: verbatim answers, and rules that ring for a person."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        agent = await commands.create_agent(tx, new.applied_to(new_agent_settings(new.name)), at=now())
        if new.model_key:
            agent = await commands.keep_model_key(tx, agent, new.model_key, server_key=server_key)
        return AgentOut.of(agent)


@router.get("/{agent_id}")
async def get_agent(agent_id: UUID, actor: SignedIn, database: Db) -> AgentOut:
    """One agent."""
    async with database.transaction(actor.workspace_id) as tx:
        return AgentOut.of(await access.open_agent(tx, agent_id))


@router.patch("/{agent_id}")
async def change_agent(
    agent_id: UUID, patch: AgentPatch, actor: SignedIn, database: Db, now: Now, server_key: ServerKey
) -> AgentOut:
    """Change some settings. They hold from the next message on."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        agent = await access.open_agent_to_change(tx, agent_id)
        agent = await commands.change_agent(tx, agent, patch.applied_to(agent), at=now())
        if patch.model_key is not None:
            agent = await commands.keep_model_key(tx, agent, patch.model_key, server_key=server_key)
        return AgentOut.of(agent)
