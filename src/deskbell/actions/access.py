"""The door to an action."""

from uuid import UUID

from deskbell.actions import queries
from deskbell.actions.tables import Action
from deskbell.agents.access import open_agent_to_change
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound


async def open_action(tx: Transaction, action_id: UUID) -> Action:
    """The action of this transaction's workspace, or `NotFound`."""
    action = await queries.find_action(tx, action_id)
    if action is None:
        raise NotFound("action_not_found", "This action does not exist, or it is not yours.")
    return action


async def open_action_to_change(tx: Transaction, action_id: UUID) -> Action:
    """The same; changes to the actions and rules of one agent take turns until the commit."""
    await open_agent_to_change(tx, (await open_action(tx, action_id)).agent_id)
    return await open_action(tx, action_id)
