"""Writing rules. Callers hold the agent's lock, so positions stay 1, 2, 3 …"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.actions.access import open_action
from deskbell.agents.access import Agent
from deskbell.events.commands import record
from deskbell.events.types import RuleChanged
from deskbell.events.wire import Priority
from deskbell.handoff import queries
from deskbell.handoff.rules import OWN_WORDS, Rule, Says
from deskbell.handoff.tables import SAYS, WHEN
from deskbell.handoff.when import DetailsCollected, Phrase, When, plain_words
from deskbell.handoff.when.presets import PRESETS
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, LimitReached, NotFound, Refused
from deskbell.kit.ids import new_id

MOST_RULES = 50


@dataclass(frozen=True)
class Restored:
    """A rule that was deleted and comes back: with its id, so that its handoffs are its own again."""

    id: UUID
    version: int


@dataclass(frozen=True)
class RuleDraft:
    """What an admin decides about a rule."""

    when: When
    label: str
    collect_first: tuple[UUID, ...] = ()
    priority: Priority = Priority.NORMAL
    enabled: bool = True
    says: Says = OWN_WORDS


async def add_rule(
    tx: Transaction,
    agent: Agent,
    draft: RuleDraft,
    *,
    at: datetime,
    position: int | None = None,
    restored: Restored | None = None,
) -> Rule:
    """A new rule, tried after those there are, or at a `position` among them. `Conflict` when what is to be restored is there."""
    rules = await queries.list_rules(tx, agent.id)
    if len(rules) >= MOST_RULES:
        raise LimitReached("too_many_rules", f"An agent has at most {MOST_RULES} rules.")
    await _check(tx, agent.id, draft)
    rule_id = restored.id if restored else new_id()
    if await queries.find_rule(tx, rule_id) is not None:
        raise Conflict("rule_is_there", "This rule is there already.")
    await tx.run(
        """
        INSERT INTO rules (workspace_id, id, agent_id, position, enabled, fires_when, label, priority, says, version,
                           created_at, changed_at)
        VALUES (%(workspace)s, %(id)s, %(agent)s, %(position)s, %(enabled)s, %(fires_when)s, %(label)s, %(priority)s,
                %(says)s, %(version)s, %(at)s, %(at)s)
        """,
        workspace=tx.workspace,
        id=rule_id,
        agent=agent.id,
        position=len(rules) + 1,
        version=restored.version + 1 if restored else 1,
        at=at,
        **_columns(draft),
    )
    await _collect(tx, agent.id, rule_id, draft)
    if position is not None:
        order = [rule.id for rule in rules]
        order.insert(position - 1, rule_id)
        await _place(tx, order)
    return await _changed(tx, agent.id, rule_id, at)


async def change_rule(tx: Transaction, rule: Rule, draft: RuleDraft, *, at: datetime) -> Rule:
    """Replace the decisions; the version grows, unless nothing changed. It holds for later messages only."""
    if draft == draft_of(rule):
        return rule
    await _check(tx, rule.agent_id, draft)
    await tx.run(
        """
        UPDATE rules SET enabled = %(enabled)s, fires_when = %(fires_when)s, label = %(label)s,
               priority = %(priority)s, says = %(says)s, version = version + 1, changed_at = %(at)s
        WHERE workspace_id = %(workspace)s AND id = %(id)s
        """,
        workspace=tx.workspace,
        id=rule.id,
        at=at,
        **_columns(draft),
    )
    await _collect(tx, rule.agent_id, rule.id, draft)
    return await _changed(tx, rule.agent_id, rule.id, at)


async def delete_rule(tx: Transaction, rule: Rule, *, at: datetime) -> None:
    """Remove the rule; those after it move up. Handoffs it caused keep its label."""
    await tx.run(
        "DELETE FROM rules WHERE workspace_id = %(workspace)s AND id = %(id)s",
        workspace=tx.workspace,
        id=rule.id,
    )
    left = [other.id for other in await queries.list_rules(tx, rule.agent_id)]
    await _place(tx, left)
    record(tx, RuleChanged(at=at, agent_id=rule.agent_id))


async def order_rules(tx: Transaction, agent: Agent, rule_ids: Sequence[UUID], *, at: datetime) -> None:
    """Try the rules in this order. `Conflict` unless it names every rule of the agent once."""
    rules = await queries.list_rules(tx, agent.id)
    if sorted(rule_ids) != sorted(rule.id for rule in rules):
        raise Conflict("rules_changed", "The rules were changed meanwhile. Load them again, then move them.")
    await _place(tx, rule_ids)
    record(tx, RuleChanged(at=at, agent_id=agent.id))


async def start_with_presets(tx: Transaction, agent: Agent, *, at: datetime) -> None:
    """The rules of a new agent. A kind that it has already is left alone, so doing it twice adds nothing."""
    present = {rule.when.kind for rule in await queries.list_rules(tx, agent.id)}
    first = (preset for preset in PRESETS if preset.of_a_new_agent)
    for preset in (preset for preset in first if preset.when.kind not in present):
        draft = RuleDraft(preset.when, preset.label, enabled=preset.starts_enabled)
        await add_rule(tx, agent, draft, at=at)


def draft_of(rule: Rule) -> RuleDraft:
    """The decisions in a rule."""
    return RuleDraft(rule.when, rule.label, rule.collect_first, rule.priority, rule.enabled, rule.says)


async def _check(tx: Transaction, agent_id: UUID, draft: RuleDraft) -> None:
    if isinstance(draft.when, Phrase):
        _refuse_wordless(draft.when)
    if len(set(draft.collect_first)) < len(draft.collect_first):
        raise Refused("collected_twice", "The same details stand twice in this rule.")
    named = [draft.when.action_id] if isinstance(draft.when, DetailsCollected) else []
    for action_id in (*draft.collect_first, *named):
        action = await open_action(tx, action_id)
        if action.agent_id != agent_id:
            raise NotFound("action_not_found", "This agent has no such action.")


async def _collect(tx: Transaction, agent_id: UUID, rule_id: UUID, draft: RuleDraft) -> None:
    await tx.run(
        "DELETE FROM rule_actions WHERE workspace_id = %(workspace)s AND rule_id = %(rule)s",
        workspace=tx.workspace,
        rule=rule_id,
    )
    await tx.run(
        """
        INSERT INTO rule_actions (workspace_id, agent_id, rule_id, place, action_id)
        SELECT %(workspace)s, %(agent)s, %(rule)s, o.place, o.action_id
        FROM unnest(%(actions)s::uuid[]) WITH ORDINALITY AS o (action_id, place)
        """,
        workspace=tx.workspace,
        agent=agent_id,
        rule=rule_id,
        actions=list(draft.collect_first),
    )


def _refuse_wordless(when: Phrase) -> None:
    for phrase in when.phrases:
        if not plain_words(phrase):
            raise Refused("phrase_without_words", f"“{phrase}” has no words to look for.", phrase=phrase)


async def _changed(tx: Transaction, agent_id: UUID, rule_id: UUID, at: datetime) -> Rule:
    record(tx, RuleChanged(at=at, agent_id=agent_id))
    rules = await queries.list_rules(tx, agent_id)
    return next(rule for rule in rules if rule.id == rule_id)


async def _place(tx: Transaction, rule_ids: Sequence[UUID]) -> None:
    await tx.run(
        """
        UPDATE rules r SET position = o.position
        FROM unnest(%(ids)s::uuid[]) WITH ORDINALITY AS o (id, position)
        WHERE r.workspace_id = %(workspace)s AND r.id = o.id AND r.position <> o.position
        """,
        workspace=tx.workspace,
        ids=list(rule_ids),
    )


def _columns(draft: RuleDraft) -> dict[str, object]:
    return {
        "enabled": draft.enabled,
        "fires_when": Jsonb(WHEN.dump_python(draft.when, mode="json")),
        "label": draft.label,
        "priority": draft.priority.value,
        "says": Jsonb(SAYS.dump_python(draft.says, mode="json")),
    }
