"""Reading agents."""

from uuid import UUID

from deskbell.agents.tables import Agent
from deskbell.kit.db import Transaction


async def list_agents(tx: Transaction) -> list[Agent]:
    """Every agent of the workspace, the oldest first."""
    return await tx.all(
        Agent,
        """
        SELECT workspace_id, id, name, instructions, tone, greeting, suggested_questions, answerer, model_url,
               model_name, sealed_model_key IS NOT NULL AS has_model_key, brand_color, allowed_sites, language,
               emergency_region, created_at
        FROM agents WHERE workspace_id = %(workspace)s ORDER BY id
        """,
        workspace=tx.workspace,
    )


async def find_agent(tx: Transaction, agent_id: UUID) -> Agent | None:
    """The agent, or None when this workspace has no such agent."""
    return await tx.maybe(
        Agent,
        """
        SELECT workspace_id, id, name, instructions, tone, greeting, suggested_questions, answerer, model_url,
               model_name, sealed_model_key IS NOT NULL AS has_model_key, brand_color, allowed_sites, language,
               emergency_region, created_at
        FROM agents WHERE workspace_id = %(workspace)s AND id = %(agent)s
        """,
        workspace=tx.workspace,
        agent=agent_id,
    )


async def count_agents(tx: Transaction) -> int:
    """How many agents the workspace has."""
    return await tx.value(
        "SELECT count(*) FROM agents WHERE workspace_id = %(workspace)s", workspace=tx.workspace
    )


async def sealed_model_key(tx: Transaction, agent_id: UUID) -> bytes | None:
    """The model's key as it is stored: encrypted. `access.model_key` opens it."""
    return await tx.value(
        "SELECT sealed_model_key FROM agents WHERE workspace_id = %(workspace)s AND id = %(agent)s",
        workspace=tx.workspace,
        agent=agent_id,
    )


async def lock_agent(tx: Transaction, agent_id: UUID) -> None:
    """Changes to one agent, its actions and its rules queue here."""
    await tx.run(
        "SELECT FROM agents WHERE workspace_id = %(workspace)s AND id = %(agent)s FOR NO KEY UPDATE",
        workspace=tx.workspace,
        agent=agent_id,
    )
