"""The door to a rule."""

from uuid import UUID

from deskbell.agents.access import open_agent_to_change
from deskbell.handoff import queries
from deskbell.handoff.rules import Rule
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound


async def open_rule_to_change(tx: Transaction, rule_id: UUID) -> Rule:
    """The rule of this transaction's workspace, or `NotFound`; changes to the rules of one agent take turns."""
    await open_agent_to_change(tx, (await _open_rule(tx, rule_id)).agent_id)
    return await _open_rule(tx, rule_id)


async def _open_rule(tx: Transaction, rule_id: UUID) -> Rule:
    rule = await queries.find_rule(tx, rule_id)
    if rule is None:
        raise NotFound("rule_not_found", "This rule does not exist, or it is not yours.")
    return rule
