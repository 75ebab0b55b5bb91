"""Finding an agent of this server by its name. Whoever runs the server sees all workspaces, by way of their members."""

from dataclasses import dataclass
from uuid import UUID

from deskbell.agents.queries import list_agents
from deskbell.cli.databases import CommandError
from deskbell.kit.db import Database
from deskbell.workspaces.queries import everybody, memberships


@dataclass(frozen=True)
class Pupil:
    """The agent that learns."""

    workspace_id: UUID
    workspace_name: str
    agent_id: UUID


async def find_pupil(database: Database, agent: str, workspace: str | None) -> Pupil:
    """The one agent of this name on this server."""
    found = [
        pupil
        for workspace_id, workspace_name in sorted((await all_workspaces(database)).items(), key=str)
        if workspace is None or workspace.casefold() == workspace_name.casefold()
        for pupil in await _named(database, workspace_id, workspace_name, agent)
    ]
    if not found:
        raise CommandError(f"There is no agent named {agent}. Make it in the dashboard first.")
    if len(found) > 1:
        names = ", ".join(pupil.workspace_name for pupil in found)
        raise CommandError(
            f"There are several agents named {agent}, in {names}. Choose one with --workspace."
        )
    return found[0]


async def all_workspaces(database: Database) -> dict[UUID, str]:
    """All, by way of their members: row-level security shows nobody all workspaces at once."""
    async with database.transaction() as tx:
        people = await everybody(tx)
    names: dict[UUID, str] = {}
    for person_id in people:
        async with database.transaction(person_id=person_id) as tx:
            names |= {row.workspace_id: row.workspace_name for row in await memberships(tx, person_id)}
    return names


async def _named(database: Database, workspace_id: UUID, workspace_name: str, agent: str) -> list[Pupil]:
    async with database.transaction(workspace_id) as tx:
        agents = await list_agents(tx)
    return [
        Pupil(workspace_id, workspace_name, row.id)
        for row in agents
        if row.name.casefold() == agent.casefold()
    ]
