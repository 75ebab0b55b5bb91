"""Reading rules, and in which language a visitor is written to."""

from uuid import UUID

from deskbell.agents.access import open_agent
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.handoff.rules import Rule
from deskbell.handoff.tables import RuleRow, rule_of
from deskbell.kit.db import Transaction
from deskbell.kit.languages import Language, spoken


async def list_rules(tx: Transaction, agent_id: UUID) -> list[Rule]:
    """Every rule of the agent, in its order, also those that are off."""
    rows = await tx.all(
        RuleRow,
        """
        SELECT r.id, r.agent_id, r.position, r.enabled, r.fires_when, r.label, r.priority, r.version, r.says,
               ARRAY(SELECT a.action_id FROM rule_actions a
                     WHERE a.workspace_id = r.workspace_id AND a.rule_id = r.id ORDER BY a.place) AS collect_first
        FROM rules r WHERE r.workspace_id = %(workspace)s AND r.agent_id = %(agent)s ORDER BY r.position
        """,
        workspace=tx.workspace,
        agent=agent_id,
    )
    return [rule_of(row) for row in rows]


async def find_rule(tx: Transaction, rule_id: UUID) -> Rule | None:
    """The rule, or None when this workspace has no such rule."""
    row = await tx.maybe(
        RuleRow,
        """
        SELECT r.id, r.agent_id, r.position, r.enabled, r.fires_when, r.label, r.priority, r.version, r.says,
               ARRAY(SELECT a.action_id FROM rule_actions a
                     WHERE a.workspace_id = r.workspace_id AND a.rule_id = r.id ORDER BY a.place) AS collect_first
        FROM rules r WHERE r.workspace_id = %(workspace)s AND r.id = %(rule)s
        """,
        workspace=tx.workspace,
        rule=rule_id,
    )
    return rule_of(row) if row else None


async def language_of_visitor(tx: Transaction, row: Conversation) -> Language:
    """In which language the visitor of this conversation is written to."""
    agent = await open_agent(tx, row.agent_id)
    return spoken(agent.language, await conversations.newest_visitor_texts(tx, row.id))
