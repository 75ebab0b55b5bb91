"""Writing agents."""

from dataclasses import fields
from datetime import datetime

from deskbell.agents import queries
from deskbell.agents.access import bound_to, open_agent
from deskbell.agents.checks import checked
from deskbell.agents.defaults import MOST_AGENTS
from deskbell.agents.tables import Agent, AgentSettings
from deskbell.events.commands import record
from deskbell.events.types import AgentChanged, AgentCreated
from deskbell.kit.crypto import seal
from deskbell.kit.db import Transaction
from deskbell.kit.errors import LimitReached
from deskbell.kit.ids import new_id


async def create_agent(tx: Transaction, settings: AgentSettings, *, at: datetime) -> Agent:
    """A new agent of the workspace. Its first rules follow as a reaction to `agent.created`."""
    if await queries.count_agents(tx) >= MOST_AGENTS:
        raise LimitReached("too_many_agents", f"A workspace has at most {MOST_AGENTS} agents.")
    agent_id = new_id()
    await tx.run(
        """
        INSERT INTO agents (workspace_id, id, name, instructions, tone, greeting, suggested_questions, answerer,
                            model_url, model_name, brand_color, allowed_sites, language, emergency_region, created_at)
        VALUES (%(workspace)s, %(id)s, %(name)s, %(instructions)s, %(tone)s, %(greeting)s, %(suggested_questions)s,
                %(answerer)s, %(model_url)s, %(model_name)s, %(brand_color)s, %(allowed_sites)s, %(language)s,
                %(emergency_region)s, %(at)s)
        """,
        workspace=tx.workspace,
        id=agent_id,
        at=at,
        **_columns(checked(settings)),
    )
    record(tx, AgentCreated(at=at, agent_id=agent_id))
    return await open_agent(tx, agent_id)


async def change_agent(tx: Transaction, agent: Agent, settings: AgentSettings, *, at: datetime) -> Agent:
    """Replace the settings as a whole. They hold for the next message of every conversation.

    A new model address forgets the stored key: otherwise changing the address would reveal the key to its owner.
    """
    await tx.run(
        """
        UPDATE agents SET name = %(name)s, instructions = %(instructions)s, tone = %(tone)s, greeting = %(greeting)s,
               suggested_questions = %(suggested_questions)s, answerer = %(answerer)s, model_url = %(model_url)s,
               sealed_model_key = CASE WHEN model_url = %(model_url)s THEN sealed_model_key END, model_name = %(model_name)s, brand_color = %(brand_color)s, allowed_sites = %(allowed_sites)s,
               language = %(language)s, emergency_region = %(emergency_region)s
        WHERE workspace_id = %(workspace)s AND id = %(id)s
        """,
        workspace=tx.workspace,
        id=agent.id,
        **_columns(checked(settings)),
    )
    record(tx, AgentChanged(at=at, agent_id=agent.id))
    return await open_agent(tx, agent.id)


async def keep_model_key(tx: Transaction, agent: Agent, key: str, *, server_key: bytes) -> Agent:
    """Store the model's key, sealed; an empty key forgets the one there is. It is never shown again."""
    await tx.run(
        """
        UPDATE agents SET sealed_model_key = %(sealed)s WHERE workspace_id = %(workspace)s AND id = %(id)s
        """,
        workspace=tx.workspace,
        id=agent.id,
        sealed=seal(server_key, key, bound_to=bound_to(agent)) if key else None,
    )
    return await open_agent(tx, agent.id)


def _columns(settings: AgentSettings) -> dict[str, object]:
    values: dict[str, object] = {field.name: getattr(settings, field.name) for field in fields(AgentSettings)}
    return values | {
        "suggested_questions": list(settings.suggested_questions),
        "allowed_sites": list(settings.allowed_sites),
    }
