"""`deskbell crawl`: a website is given by the code that the dashboard uses, and read by this process too."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from deskbell.cli.agent.pupils import Pupil, find_pupil
from deskbell.cli.databases import CommandError
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, Refused
from deskbell.knowledge import commands
from deskbell.knowledge.access import Page, PageStatus, Refresh, Source, Status, open_source_to_change
from deskbell.knowledge.commands.websites import Reach
from deskbell.knowledge.queries import find_source, list_pages
from deskbell.settings import Settings
from deskbell.worker import Tools, open_tools, working_along

LOOK_SECONDS = 0.3
PAGES_AT_ONCE = 500
console = Console(highlight=False, soft_wrap=True)


@dataclass(frozen=True)
class Wanted:
    """What is to be read: an address as a person typed it, and how far and how often. `max_pages` None: as many as the
    website had before, or as a new one may have.
    """

    address: str
    max_pages: int | None = None
    refresh: Refresh = Refresh.NEVER


@dataclass(frozen=True)
class Outcome:
    """The website after it was read, with the pages that nothing can be found in."""

    source: Source
    set_aside: Sequence[Page]

    @property
    def failed(self) -> list[Page]:
        return [page for page in self.set_aside if page.status == PageStatus.FAILED]

    @property
    def is_whole(self) -> bool:
        return self.source.status == Status.TRAINED and not self.failed


async def crawl_website(
    settings: Settings, wanted: Wanted, agent: str, workspace: str | None, *, as_json: bool
) -> bool:
    """Read the website, print what became of its pages; True when every page that was found could be read."""
    async with open_tools(settings) as tools:
        pupil = await find_pupil(tools.database, agent, workspace)
        try:
            async with tools.database.transaction(pupil.workspace_id) as tx:
                source = await _given(tx, pupil, wanted, tools)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        outcome = await _read(tools, pupil, source.id, _progress(quiet=as_json))
    if as_json:
        print(json.dumps(_as_json(outcome), indent=2))
    else:
        _print(outcome)
    return outcome.is_whole


async def _given(tx: Transaction, pupil: Pupil, wanted: Wanted, tools: Tools) -> Source:
    """A new source; one that is known is read again, or joined while it is being read."""
    reach = Reach() if wanted.max_pages is None else Reach(max_pages=wanted.max_pages)
    try:
        return await commands.add_website(
            tx,
            pupil.agent_id,
            address=wanted.address,
            reach=reach,
            refresh=wanted.refresh,
            at=tools.clock(),
        )
    except Conflict as known:
        source = await open_source_to_change(tx, UUID(str(known.detail["source_id"])))
    if source.status in {Status.PENDING, Status.PROCESSING}:
        return source
    return await commands.retry(tx, source, at=tools.clock())


def _progress(*, quiet: bool) -> Progress:
    return Progress(
        TextColumn("Reading"),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
        console=console,
        disable=quiet,
    )


async def _read(tools: Tools, pupil: Pupil, source_id: UUID, progress: Progress) -> Outcome:
    """Work on the queue, beside any worker that runs, until the website is read."""
    with progress:
        reading = progress.add_task("", total=None, told="looking for pages")
        async with working_along(tools):
            while True:
                async with tools.database.transaction(pupil.workspace_id) as tx:
                    source = await find_source(tx, source_id)
                if source is None:
                    raise CommandError("The website was removed while it was being read.")
                progress.update(
                    reading,
                    total=source.pages_found or None,
                    completed=source.pages_read + source.pages_failed,
                    told=told(source),
                )
                if source.status in {Status.TRAINED, Status.FAILED}:
                    break
                await asyncio.sleep(LOOK_SECONDS)
    async with tools.database.transaction(pupil.workspace_id) as tx:
        return Outcome(source, [page for page in await _all_pages(tx, source_id) if page.is_set_aside])


async def _all_pages(tx: Transaction, source_id: UUID) -> list[Page]:
    pages: list[Page] = []
    while True:
        after = pages[-1].url if pages else ""
        more = await list_pages(tx, source_id, status=None, after=after, limit=PAGES_AT_ONCE)
        pages += more
        if len(more) < PAGES_AT_ONCE:
            return pages


def told(source: Source) -> str:
    """ "40 found, 31 read, 2 failed"."""
    return f"{source.pages_found} found, {source.pages_read} read, {source.pages_failed} failed"


def _print(outcome: Outcome) -> None:
    source = outcome.source
    if source.failure:
        console.print(f"{escape(source.title)} could not be read. {escape(source.failure)}")
    else:
        console.print(f"{escape(source.title)}: {told(source)}; {source.passages} passages.")
    for warning in source.warnings:
        console.print(f"  {escape(warning)}")
    for page in outcome.failed:
        console.print(f"  {escape(page.url)}: {escape(page.reason or '')}")
    left_out = Counter(page.reason or "" for page in outcome.set_aside if page.status == PageStatus.SKIPPED)
    for reason, count in left_out.most_common():
        console.print(f"  Left out {count}: {escape(reason)}")


def _as_json(outcome: Outcome) -> dict[str, object]:
    source = outcome.source
    return {
        "source_id": str(source.id),
        "address": source.url,
        "status": str(source.status),
        "failure": source.failure,
        "warnings": list(source.warnings),
        "found": source.pages_found,
        "read": source.pages_read,
        "failed": source.pages_failed,
        "passages": source.passages,
        "set_aside": [
            {"url": page.url, "status": str(page.status), "reason": page.reason} for page in outcome.set_aside
        ],
    }
