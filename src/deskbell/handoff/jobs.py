"""What follows when an agent is created: its first rules."""

from collections.abc import Mapping
from uuid import UUID

from deskbell.agents.access import open_agent_to_change
from deskbell.handoff.commands.rules import start_with_presets
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, Work

FIRST_RULES = "handoff.first_rules"


def works(database: Database, clock: Clock) -> Mapping[str, Work]:
    """Job kind → what to do."""

    async def first_rules(job: Claimed) -> None:
        async with database.transaction(job.workspace_id) as tx:
            agent = await open_agent_to_change(tx, UUID(job.args["agent_id"]))
            await start_with_presets(tx, agent, at=clock())

    return {FIRST_RULES: first_rules}


def first_rules(workspace_id: UUID, agent_id: UUID) -> Job:
    """To be enqueued when an agent was created."""
    return Job(FIRST_RULES, workspace_id, {"agent_id": str(agent_id)}, str(agent_id))
