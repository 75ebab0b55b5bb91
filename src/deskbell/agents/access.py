"""The door to an agent: members of its workspace, and the worker on its behalf."""

from uuid import UUID

from deskbell.agents import queries
from deskbell.agents.tables import Agent
from deskbell.kit.crypto import unseal
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound


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


async def model_key(tx: Transaction, agent: Agent, server_key: bytes) -> str | None:
    """The key for the agent's model, in the clear: for the call to the model only, never for a page or a log."""
    sealed = await queries.sealed_model_key(tx, agent.id)
    return None if sealed is None else unseal(server_key, sealed, bound_to=bound_to(agent))


def bound_to(agent: Agent) -> str:
    """What a sealed key is bound to, so that it opens in its own row only."""
    return f"agents.model_key {agent.workspace_id} {agent.id}"
