"""Bringing in a whole folder. Running it again brings only what is new or has changed."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from uuid import UUID

from deskbell.kit.clock import Clock, now
from deskbell.kit.db import Database, Transaction
from deskbell.knowledge import queries
from deskbell.knowledge.commands.giving import add_file, replace_file
from deskbell.knowledge.reading.formats import ENDINGS, refusal

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called after each file with: how many are done, how many there are, the name of this one."""


@dataclass
class ImportReport:
    """What happened to each file of the folder. `refused` maps a name to the sentence that says why."""

    added: list[UUID] = field(default_factory=list[UUID])
    changed: list[UUID] = field(default_factory=list[UUID])
    unchanged: int = 0
    refused: dict[str, str] = field(default_factory=dict[str, str])


async def import_folder(
    database: Database,
    workspace_id: UUID,
    agent_id: UUID,
    folder: Path,
    progress: Progress,
    *,
    site: str | None = None,
    clock: Clock = now,
) -> ImportReport:
    """Give the agent every readable file below `folder`; the worker trains them. Files are known by their path in
    the folder. `site` is the address under which the folder is published: answers then link to the page.
    """
    report = ImportReport()
    files = await asyncio.to_thread(_readable_files, folder)
    for done, path in enumerate(files, start=1):
        name = path.relative_to(folder).as_posix()
        content = await asyncio.to_thread(path.read_bytes)
        if sentence := refusal(name, len(content)):
            report.refused[name] = sentence
        else:
            async with database.transaction(workspace_id) as tx:
                await _bring(tx, agent_id, name, content, site, clock, report)
        progress(done, len(files), name)
    return report


async def _bring(
    tx: Transaction,
    agent_id: UUID,
    name: str,
    content: bytes,
    site: str | None,
    clock: Clock,
    report: ImportReport,
) -> None:
    url = f"{site.rstrip('/')}/{name}" if site else None
    known = await queries.find_file(tx, agent_id, name)
    if known is None:
        source = await add_file(tx, agent_id, file_name=name, content=content, url=url, at=clock())
        report.added.append(source.id)
    elif await queries.is_unchanged(tx, known, hashlib.sha256(content).digest()):
        report.unchanged += 1
    else:
        await replace_file(tx, known, content=content, url=url, at=clock())
        report.changed.append(known.id)


def _readable_files(folder: Path) -> list[Path]:
    """Every file with an ending we read, except below hidden folders."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lstrip(".").lower() in ENDINGS
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )
