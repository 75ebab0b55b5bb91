"""`deskbell import`: the folder goes in by the code that the dashboard uses, and is trained by this process too."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from rich.console import Console
from rich.progress import Progress

from deskbell.cli.agent.pupils import Pupil, find_pupil
from deskbell.kit.db import Database
from deskbell.knowledge.access import Source
from deskbell.knowledge.commands.importing import ImportReport, import_folder
from deskbell.knowledge.queries import list_sources
from deskbell.settings import Settings
from deskbell.worker import Tools, open_tools, working_along

LOOK_SECONDS = 0.3
console = Console(highlight=False, soft_wrap=True)


async def import_documents(settings: Settings, folder: Path, agent: str, workspace: str | None) -> None:
    """Bring the folder in, train it and say what became of each file."""
    async with open_tools(settings) as tools:
        pupil = await find_pupil(tools.database, agent, workspace)
        with Progress(console=console) as progress:
            reading = progress.add_task("Reading", total=None)
            report = await import_folder(
                tools.database,
                pupil.workspace_id,
                pupil.agent_id,
                folder,
                lambda done, total, _name: progress.update(reading, completed=done, total=total),
            )
            sources = await _train(tools, pupil, report, progress)
    _print(report, sources)


async def _train(tools: Tools, pupil: Pupil, report: ImportReport, progress: Progress) -> Sequence[Source]:
    """Work on the queue, beside any worker that runs, until every file of this import is trained or failed."""
    wanted = {*report.added, *report.changed}
    training = progress.add_task("Training", total=len(wanted))
    async with working_along(tools):
        while True:
            sources = await _sources(tools.database, pupil, wanted)
            settled = sum(source.status in ("trained", "failed") for source in sources)
            progress.update(training, completed=settled)
            if settled == len(sources):
                return sources
            await asyncio.sleep(LOOK_SECONDS)


async def _sources(database: Database, pupil: Pupil, wanted: set[UUID]) -> list[Source]:
    async with database.transaction(pupil.workspace_id) as tx:
        return [source for source in await list_sources(tx, pupil.agent_id) if source.id in wanted]


def _print(report: ImportReport, sources: Sequence[Source]) -> None:
    failed = [source for source in sources if source.status == "failed"]
    console.print(
        f"{len(report.added)} added, {len(report.changed)} changed, {report.unchanged} unchanged, "
        f"{len(report.refused)} refused, {len(failed)} could not be read"
    )
    for name, sentence in report.refused.items():
        console.print(f"  {name}: {sentence}")
    for source in failed:
        console.print(f"  {source.title}: {source.failure}")
