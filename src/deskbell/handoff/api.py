"""HTTP for handoff rules, and for deleting an action (a rule may need it). Operators read, admins write."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from deskbell.actions.access import open_action_to_change
from deskbell.actions.commands import delete_action
from deskbell.actions.queries import list_actions
from deskbell.agents.access import Agent, open_agent, open_agent_to_change
from deskbell.conversations.queries import handoffs_per_rule
from deskbell.events.wire import Priority
from deskbell.handoff import access, queries
from deskbell.handoff.commands import rules as commands
from deskbell.handoff.commands.rules import RuleDraft
from deskbell.handoff.linter import ActionFacts, Finding, lint
from deskbell.handoff.order import ORDER, Step
from deskbell.handoff.rules import OWN_WORDS, Rule, Says, rule_sentence
from deskbell.handoff.when import When
from deskbell.handoff.when.presets import PRESETS, Preset
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.web import Db, Now
from deskbell.safety.person_request import asks_for_person
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["handoff rules"])

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Kind = Annotated[When, Field(discriminator="kind")]
LATELY = timedelta(days=30)
MOST_ACTIONS = 5  # a visitor who is asked for more than that leaves
RulePriority = Literal[Priority.NORMAL, Priority.URGENT]


def _several(given: object) -> object:
    """One action may be given as itself, none as null."""
    return [] if given is None else [given] if isinstance(given, str | UUID) else given


Actions = Annotated[tuple[UUID, ...], Field(max_length=MOST_ACTIONS), BeforeValidator(_several)]


class RestoredRule(BaseModel):
    """A rule that was deleted and is to come back as itself."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    version: Annotated[int, Field(ge=1, le=1_000_000)]


class NewRule(BaseModel):
    """A rule as an admin writes it. `position`: its place among the rules, the last without one."""

    model_config = ConfigDict(extra="forbid")

    when: Kind
    label: Label
    collect_first: Actions = ()
    priority: RulePriority = Priority.NORMAL
    enabled: bool = True
    says: Says = OWN_WORDS
    position: Annotated[int, Field(ge=1, le=commands.MOST_RULES)] | None = None
    restored: RestoredRule | None = None

    def draft(self) -> RuleDraft:
        return RuleDraft(self.when, self.label, self.collect_first, self.priority, self.enabled, self.says)


class RulePatch(BaseModel):
    """What to change; a field that is absent stays. `collect_first` empty or null: hand off at once."""

    model_config = ConfigDict(extra="forbid")

    when: Kind | None = None
    label: Label | None = None
    collect_first: Actions = ()
    priority: RulePriority | None = None
    enabled: bool | None = None
    says: Says | None = None

    def applied_to(self, draft: RuleDraft) -> RuleDraft:
        given = {name: getattr(self, name) for name in self.model_fields_set}
        return replace(draft, **{name: value for name, value in given.items() if value is not None})


class RuleOrder(BaseModel):
    """Every rule of the agent, once, in the wanted order."""

    model_config = ConfigDict(extra="forbid")

    rule_ids: Annotated[list[UUID], Field(max_length=commands.MOST_RULES)]


class RuleOut(BaseModel):
    """A rule as members see it. `fired_30_days`: how often it handed off lately, in all its versions."""

    id: UUID
    agent_id: UUID
    position: int
    enabled: bool
    when: Kind
    collect_first: list[UUID]
    label: str
    priority: RulePriority
    version: int
    says: Says
    sentence: str
    fired_30_days: int


class RulesOut(BaseModel):
    """The page of the rule editor. `warnings` are advice, each with its fix."""

    rules: list[RuleOut]
    presets: list[Preset]
    order: list[Step]
    warnings: list[Finding]


@router.get("/agents/{agent_id}/rules")
async def get_rules(agent_id: UUID, actor: SignedIn, database: Db, now: Now) -> RulesOut:
    """The rules of an agent, the fixed order they are part of, and what is likely wrong with them."""
    async with database.transaction(actor.workspace_id) as tx:
        return await _rules(tx, await open_agent(tx, agent_id), now())


@router.post("/agents/{agent_id}/rules", status_code=201)
async def add_rule(agent_id: UUID, new: NewRule, actor: SignedIn, database: Db, now: Now) -> RuleOut:
    """A new rule, tried after those there are unless it is given a place."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        back = new.restored and commands.Restored(new.restored.id, new.restored.version)
        rule = await commands.add_rule(tx, agent, new.draft(), at=now(), position=new.position, restored=back)
        return await _out(tx, rule, now())


@router.put("/agents/{agent_id}/rules/order")
async def order_rules(agent_id: UUID, order: RuleOrder, actor: SignedIn, database: Db, now: Now) -> RulesOut:
    """Try the rules in this order."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        await commands.order_rules(tx, agent, order.rule_ids, at=now())
        return await _rules(tx, agent, now())


@router.patch("/rules/{rule_id}")
async def change_rule(rule_id: UUID, patch: RulePatch, actor: SignedIn, database: Db, now: Now) -> RuleOut:
    """Change a rule, from the next message on."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        rule = await access.open_rule_to_change(tx, rule_id)
        draft = patch.applied_to(commands.draft_of(rule))
        changed = await commands.change_rule(tx, rule, draft, at=now())
        return await _out(tx, changed, now())


@router.delete("/rules/{rule_id}", status_code=204)
async def delete_rule(rule_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    """Remove a rule. Handoffs that it caused keep its label."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        rule = await access.open_rule_to_change(tx, rule_id)
        await commands.delete_rule(tx, rule, at=now())


@router.delete("/actions/{action_id}", status_code=204, tags=["actions"])
async def remove_action(action_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    """Remove an action, unless a rule collects with it."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        action = await open_action_to_change(tx, action_id)
        await _refuse_in_use(tx, action_id, action.agent_id, action.name)
        await delete_action(tx, action, at=now())


async def _refuse_in_use(tx: Transaction, action_id: UUID, agent_id: UUID, name: str) -> None:
    users = [rule for rule in await queries.list_rules(tx, agent_id) if action_id in rule.actions]
    if users:
        raise Conflict(
            "action_in_use",
            f"“{name}” is collected by the rule “{users[0].label}”. Change that rule first.",
            rule_ids=[str(rule.id) for rule in users],
        )


async def _rules(tx: Transaction, agent: Agent, at: datetime) -> RulesOut:
    rules = await queries.list_rules(tx, agent.id)
    actions = {
        action.id: ActionFacts(action.name, len(action.fields)) for action in await list_actions(tx, agent.id)
    }
    fired = await handoffs_per_rule(tx, [rule.id for rule in rules], at - LATELY)
    names = {action_id: facts.name for action_id, facts in actions.items()}
    return RulesOut(
        rules=[_shown(rule, names, fired.get(rule.id, 0)) for rule in rules],
        presets=list(PRESETS),
        order=list(ORDER),
        warnings=list(lint(rules, actions, lambda text: asks_for_person(text) is not None)),
    )


async def _out(tx: Transaction, rule: Rule, at: datetime) -> RuleOut:
    names = {action.id: action.name for action in await list_actions(tx, rule.agent_id)}
    fired = await handoffs_per_rule(tx, [rule.id], at - LATELY)
    return _shown(rule, names, fired.get(rule.id, 0))


def _shown(rule: Rule, action_names: Mapping[UUID, str], fired: int) -> RuleOut:
    return RuleOut(
        id=rule.id,
        agent_id=rule.agent_id,
        position=rule.position,
        enabled=rule.enabled,
        when=rule.when,
        collect_first=list(rule.collect_first),
        label=rule.label,
        priority=rule.priority,  # pyright: ignore[reportArgumentType]
        version=rule.version,
        says=rule.says,
        sentence=rule_sentence(rule, action_names),
        fired_30_days=fired,
    )
