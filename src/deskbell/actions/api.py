"""HTTP for actions. Operators read, admins write. Deleting is in `deskbell.handoff.api`: rules may need an action."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.actions import access, commands, queries
from deskbell.actions.fields import FieldSpec, FieldType
from deskbell.actions.keys import key_for
from deskbell.actions.tables import Action
from deskbell.agents.access import open_agent, open_agent_to_change
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["actions"])

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Intro = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Choice = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class ActionField(BaseModel):
    """One thing to ask. Without a `key` it gets one from its label, which it then keeps."""

    model_config = ConfigDict(extra="forbid")

    key: Annotated[str, Field(max_length=40)] = ""
    label: Label
    type: FieldType = FieldType.TEXT
    required: bool = True
    choices: Annotated[list[Choice], Field(max_length=30)] = []
    pattern: Annotated[str, Field(max_length=200)] = ""
    hint: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class ActionBody(BaseModel):
    """An action as an admin writes it."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    intro: Intro = ""
    fields: Annotated[list[ActionField], Field(max_length=12)]


class ActionPatch(BaseModel):
    """What to change; a field that is absent stays."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = None
    intro: Intro | None = None
    fields: Annotated[list[ActionField], Field(max_length=12)] | None = None


class ActionOut(BaseModel):
    """An action as members see it."""

    id: UUID
    agent_id: UUID
    name: str
    intro: str
    fields: list[ActionField]
    created_at: datetime

    @classmethod
    def of(cls, action: Action) -> "ActionOut":
        return cls.model_validate(asdict(action))


@router.get("/agents/{agent_id}/actions")
async def list_actions(agent_id: UUID, actor: SignedIn, database: Db) -> list[ActionOut]:
    """Every action of the agent."""
    async with database.transaction(actor.workspace_id) as tx:
        agent = await open_agent(tx, agent_id)
        return [ActionOut.of(action) for action in await queries.list_actions(tx, agent.id)]


@router.post("/agents/{agent_id}/actions", status_code=201)
async def create_action(
    agent_id: UUID, new: ActionBody, actor: SignedIn, database: Db, now: Now
) -> ActionOut:
    """A new action. A rule can then collect with it before it hands off."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        specs = _specs(new.fields)
        action = await commands.create_action(
            tx, agent, name=new.name, intro=new.intro, fields=specs, at=now()
        )
        return ActionOut.of(action)


@router.patch("/actions/{action_id}")
async def change_action(
    action_id: UUID, patch: ActionPatch, actor: SignedIn, database: Db, now: Now
) -> ActionOut:
    """Change what is asked, from the next collection on."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        action = await access.open_action_to_change(tx, action_id)
        changed = await commands.change_action(
            tx,
            action,
            name=action.name if patch.name is None else patch.name,
            intro=action.intro if patch.intro is None else patch.intro,
            fields=action.fields if patch.fields is None else _specs(patch.fields),
            at=now(),
        )
        return ActionOut.of(changed)


def _specs(fields: list[ActionField]) -> list[FieldSpec]:
    keys = [field.key for field in fields]
    for index, field in enumerate(fields):
        keys[index] = field.key or key_for(field.label, filter(None, keys))
    return [
        FieldSpec(
            key, field.label, field.type, field.required, tuple(field.choices), field.pattern, field.hint
        )
        for key, field in zip(keys, fields, strict=True)
    ]
