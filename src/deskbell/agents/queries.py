"""Reading agents."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from deskbell.agents.tables import Agent, AgentModel, ModelPolicy, ModelTrouble, Used
from deskbell.kit.db import Transaction


async def list_agents(tx: Transaction) -> list[Agent]:
    """Every agent of the workspace, the oldest first."""
    return await tx.all(
        Agent,
        """
        SELECT workspace_id, id, name, instructions, tone, answer_length, greeting, suggested_questions, answerer,
               quotes_when_down, tokens_a_day, tokens_a_month, micros_a_day, micros_a_month, brand_color, allowed_sites,
               language, emergency_region, created_at
        FROM agents WHERE workspace_id = %(workspace)s ORDER BY id
        """,
        workspace=tx.workspace,
    )


async def find_agent(tx: Transaction, agent_id: UUID) -> Agent | None:
    """The agent, or None when this workspace has no such agent."""
    return await tx.maybe(
        Agent,
        """
        SELECT workspace_id, id, name, instructions, tone, answer_length, greeting, suggested_questions, answerer,
               quotes_when_down, tokens_a_day, tokens_a_month, micros_a_day, micros_a_month, brand_color, allowed_sites,
               language, emergency_region, created_at
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


async def models_of(tx: Transaction, agent_id: UUID) -> list[AgentModel]:
    """The agent's language models in the order in which they are asked."""
    return await tx.all(
        AgentModel,
        """
        SELECT workspace_id, id, agent_id, place, provider, url, name, sealed_key IS NOT NULL AS has_key,
               input_price_micros, output_price_micros
        FROM agent_models WHERE workspace_id = %(workspace)s AND agent_id = %(agent)s ORDER BY place
        """,
        workspace=tx.workspace,
        agent=agent_id,
    )


async def models_of_all(tx: Transaction) -> list[AgentModel]:
    """Of every agent of the workspace, each agent's in their order."""
    return await tx.all(
        AgentModel,
        """
        SELECT workspace_id, id, agent_id, place, provider, url, name, sealed_key IS NOT NULL AS has_key,
               input_price_micros, output_price_micros
        FROM agent_models WHERE workspace_id = %(workspace)s ORDER BY agent_id, place
        """,
        workspace=tx.workspace,
    )


async def sealed_model_keys(tx: Transaction, agent_id: UUID) -> dict[UUID, bytes]:
    """The keys of the agent's models as they are stored: encrypted. `access.model_keys` opens them."""
    rows = await tx.all(
        _Sealed,
        """
        SELECT id, sealed_key FROM agent_models
        WHERE workspace_id = %(workspace)s AND agent_id = %(agent)s AND sealed_key IS NOT NULL
        """,
        workspace=tx.workspace,
        agent=agent_id,
    )
    return {row.id: row.sealed_key for row in rows}


@dataclass(frozen=True)
class _Sealed:
    id: UUID
    sealed_key: bytes


async def model_policy(tx: Transaction) -> ModelPolicy:
    """What language models may do in this workspace."""
    policy = await tx.maybe(
        ModelPolicy,
        """
        SELECT text_stays_here, tokens_a_day, tokens_a_month, micros_a_day, micros_a_month
        FROM model_policies WHERE workspace_id = %(workspace)s
        """,
        workspace=tx.workspace,
    )
    return policy or ModelPolicy()


async def used_since(tx: Transaction, first_day: date) -> list[Used]:
    """The ledger of every agent of the workspace from that UTC day on."""
    return await tx.all(
        Used,
        """
        SELECT agent_id, day, model, calls, failures, input_tokens, output_tokens, cost_micros
        FROM model_usage WHERE workspace_id = %(workspace)s AND day >= %(first_day)s ORDER BY day, agent_id, model
        """,
        workspace=tx.workspace,
        first_day=first_day,
    )


async def model_troubles(tx: Transaction) -> list[ModelTrouble]:
    """Of every model of the workspace whose last call failed."""
    return await tx.all(
        ModelTrouble,
        """
        SELECT workspace_id, model_id, kind, status, failures, since, last_at
        FROM model_troubles WHERE workspace_id = %(workspace)s
        """,
        workspace=tx.workspace,
    )


async def lock_agent(tx: Transaction, agent_id: UUID) -> None:
    """Changes to one agent, its actions and its rules queue here."""
    await tx.run(
        "SELECT FROM agents WHERE workspace_id = %(workspace)s AND id = %(agent)s FOR NO KEY UPDATE",
        workspace=tx.workspace,
        agent=agent_id,
    )
