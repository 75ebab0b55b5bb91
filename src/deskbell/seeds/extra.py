"""`make demo CONTENT=folder`: a second agent that learns your own documents, beside the clinic's."""

from pathlib import Path
from uuid import UUID

from rich.progress import Progress

from deskbell.agents.access import Agent
from deskbell.agents.commands import create_agent
from deskbell.agents.defaults import new_agent_settings
from deskbell.agents.queries import list_agents
from deskbell.agents.widget_key import encode
from deskbell.handoff.commands.rules import start_with_presets
from deskbell.kit.clock import now
from deskbell.kit.db import Database
from deskbell.knowledge.commands.importing import import_folder
from deskbell.seeds.clinic import learned

NAME = "Guide"


async def add_folder(database: Database, workspace_id: UUID, folder: Path, public_url: str) -> None:
    """Import `folder` (unchanged files are left as they are) and print where to ask about it."""
    agent = await _guide(database, workspace_id)
    with Progress(transient=True) as bar:
        task = bar.add_task(f"Importing {folder.name}", total=None)

        def show(done: int, count: int, name: str) -> None:
            bar.update(task, completed=done, total=count, description=name[-40:])

        report = await import_folder(database, workspace_id, agent.id, folder, show)
        bar.console.print(
            f"Imported {folder.name}: {len(report.added)} new, {len(report.changed)} changed, "
            f"{report.unchanged} unchanged, {len(report.refused)} refused"
        )
        bar.update(task, description=f"Reading {folder.name}", total=None)
        await learned(database, workspace_id, agent)
        bar.console.print(f"Ask about it: {public_url}/widget/{encode(workspace_id, agent.id)}")


async def _guide(database: Database, workspace_id: UUID) -> Agent:
    async with database.transaction(workspace_id) as tx:
        known = next((agent for agent in await list_agents(tx) if agent.name == NAME), None)
        if known is None:
            known = await create_agent(tx, new_agent_settings(NAME), at=now())
            await start_with_presets(tx, known, at=now())
    return known
