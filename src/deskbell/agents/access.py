"""The door to an agent: members of its workspace, and the worker on its behalf."""

from uuid import UUID

from deskbell.agents import queries
from deskbell.agents.tables import Agent, AgentModel, ModelSettings, Used
from deskbell.kit.crypto import unseal
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound

__all__ = [
    "Agent",
    "AgentModel",
    "ModelSettings",
    "Used",
    "model_keys",
    "open_agent",
    "open_agent_to_change",
]


async def open_agent(tx: Transaction, agent_id: UUID) -> Agent:
    """The agent of this transaction's workspace, or `NotFound`."""
    agent = await queries.find_agent(tx, agent_id)
    if agent is None:
        raise NotFound("agent_not_found", "This agent does not exist, or it is not yours.")
    return agent


async def open_agent_to_change(tx: Transaction, agent_id: UUID) -> Agent:
    """The same, locked until the commit: two admins who change it take turns."""
    await queries.lock_agent(tx, agent_id)
    return await open_agent(tx, agent_id)


async def model_keys(tx: Transaction, agent: Agent, server_key: bytes) -> dict[UUID, str]:
    """The keys of the agent's models, in the clear: for calls to the models only, never for a page or a log."""
    sealed = await queries.sealed_model_keys(tx, agent.id)
    return {
        model_id: unseal(server_key, secret, bound_to=bound_to(agent)) for model_id, secret in sealed.items()
    }


def bound_to(agent: Agent) -> str:
    """What a sealed key is bound to, so that it opens for its own agent only."""
    return f"agents.model_key {agent.workspace_id} {agent.id}"
