"""Reading actions."""

from uuid import UUID

from deskbell.actions.tables import Action, ActionRow, action_of
from deskbell.kit.db import Transaction


async def list_actions(tx: Transaction, agent_id: UUID) -> list[Action]:
    """The actions of an agent, the oldest first."""
    rows = await tx.all(
        ActionRow,
        """
        SELECT workspace_id, id, agent_id, name, intro, fields, created_at FROM actions
        WHERE workspace_id = %(workspace)s AND agent_id = %(agent)s ORDER BY id
        """,
        workspace=tx.workspace,
        agent=agent_id,
    )
    return [action_of(row) for row in rows]


async def find_action(tx: Transaction, action_id: UUID) -> Action | None:
    """The action, or None when this workspace has no such action."""
    row = await tx.maybe(
        ActionRow,
        """
        SELECT workspace_id, id, agent_id, name, intro, fields, created_at FROM actions
        WHERE workspace_id = %(workspace)s AND id = %(action)s
        """,
        workspace=tx.workspace,
        action=action_id,
    )
    return action_of(row) if row else None
