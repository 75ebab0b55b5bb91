"""Members give websites and pages, change what belongs to them, have them read again, and stop a reading."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from deskbell.events.commands import record
from deskbell.events.types import SourceAdded, SourceChanged
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import cancel
from deskbell.knowledge import queries
from deskbell.knowledge.commands.crawls import begin_crawl, end_crawl, schedule
from deskbell.knowledge.crawling.addresses import host_of, origin_of, path_of, place_of, typed
from deskbell.knowledge.crawling.scope import checked_patterns, checked_prefix
from deskbell.knowledge.tables import Refresh, Source, Status

MAX_PAGES = 1000
MAX_DEPTH = 12


@dataclass(frozen=True)
class Reach:
    """How far a website goes. Without a prefix: everything below its address."""

    path_prefix: str | None = None
    include: Sequence[str] = field(default_factory=tuple)
    exclude: Sequence[str] = field(default_factory=tuple)
    max_pages: int = MAX_PAGES
    max_depth: int = MAX_DEPTH


async def add_website(
    tx: Transaction, agent_id: UUID, *, address: str, reach: Reach, refresh: Refresh, at: datetime
) -> Source:
    """Every page that belongs to an address, as a person typed it. `Refused` when it is none, `Conflict` when it is known."""
    return await _add(tx, agent_id, "website", typed(address), reach, refresh, at)


async def add_page(
    tx: Transaction, agent_id: UUID, *, address: str, refresh: Refresh, at: datetime
) -> Source:
    """One page and nothing else."""
    url = typed(address)
    alone = Reach(path_prefix="/", max_pages=1, max_depth=0)
    return await _add(tx, agent_id, "page", url, alone, refresh, at)


async def change_website(
    tx: Transaction, source: Source, *, reach: Reach | None, refresh: Refresh, at: datetime
) -> Source:
    """A new scope counts from the next reading on; a new cadence at once."""
    website = await queries.find_website(tx, source.id)
    if website is None:
        raise Conflict("not_a_website", "Only websites and pages are read again by themselves.")
    if reach is not None and source.kind == "website":
        await _write_reach(tx, source, reach, website.path_prefix)
    await tx.run(
        "UPDATE sources SET refresh = %(refresh)s WHERE workspace_id = %(w)s AND id = %(id)s",
        refresh=refresh,
        w=tx.workspace,
        id=source.id,
    )
    await schedule(tx, source.id, at=at)
    return await _changed(tx, source.id, at)


async def read_failed_pages_again(tx: Transaction, source: Source, *, at: datetime) -> Source:
    """Only what failed; everything else stays as it was read. Takes the locked source."""
    _refuse_while_read(source)
    if not source.pages_failed:
        raise Conflict("no_failed_pages", "No page of this source has failed.")
    await begin_crawl(tx, source, cause="failed_pages", at=at)
    return await _changed(tx, source.id, at)


async def read_website_again(tx: Transaction, source: Source, *, at: datetime) -> Source:
    """All of it. Takes the locked source."""
    _refuse_while_read(source)
    await begin_crawl(tx, source, cause="again", at=at)
    return await _changed(tx, source.id, at)


async def stop_reading(tx: Transaction, source: Source, *, at: datetime) -> Source:
    """What was read stays and answers; what was still waiting is left out until it is read again."""
    if not source.is_crawled or source.status not in {Status.PENDING, Status.PROCESSING}:
        raise Conflict("not_reading", "This source is not being read right now.")
    await cancel(tx, tx.workspace, f"source:{source.id}")
    await end_crawl(tx, source, stopped=True, at=at)
    return await _changed(tx, source.id, at)


async def _add(
    tx: Transaction,
    agent_id: UUID,
    kind: str,
    url: str,
    reach: Reach,
    refresh: Refresh,
    at: datetime,
) -> Source:
    await _refuse_twin(tx, agent_id, kind, url)
    source_id = new_id()
    await tx.run(
        """
        INSERT INTO sources (workspace_id, id, agent_id, kind, title, url, sha256, status, refresh, created_at)
        VALUES (%(w)s, %(id)s, %(agent_id)s, %(kind)s, left(%(title)s, 300), %(url)s, %(sha256)s, 'pending', %(refresh)s, %(at)s)
        """,
        w=tx.workspace,
        id=source_id,
        agent_id=agent_id,
        kind=kind,
        title=_title(url),
        url=url,
        sha256=hashlib.sha256(url.encode()).digest(),
        refresh=refresh,
        at=at,
    )
    await tx.run(
        """
        INSERT INTO websites (workspace_id, source_id, home, path_prefix, include_paths, exclude_paths, max_pages, max_depth)
        VALUES (%(w)s, %(id)s, %(home)s, '/', '{}', '{}', 1, 0)
        """,
        w=tx.workspace,
        id=source_id,
        home=origin_of(url),
    )
    source = await _read_row(tx, source_id)
    await _write_reach(tx, source, reach, place_of(url))
    await begin_crawl(tx, source, cause="added", at=at)
    source = await _read_row(tx, source_id)
    record(tx, SourceAdded(at=at, source=source.row()))
    return source


async def _refuse_twin(tx: Transaction, agent_id: UUID, kind: str, url: str) -> None:
    twin = await tx.value(
        """
        SELECT id FROM sources
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND kind = %(kind)s AND url = %(url)s
          AND removed_at IS NULL LIMIT 1
        """,
        w=tx.workspace,
        agent_id=agent_id,
        kind=kind,
        url=url,
    )
    if twin is not None:
        raise Conflict(
            "source_known",
            "This address is already among the sources. Read it again there.",
            source_id=str(twin),
        )


async def _write_reach(tx: Transaction, source: Source, reach: Reach, prefix: str) -> None:
    await tx.run(
        """
        UPDATE websites SET path_prefix = %(prefix)s, include_paths = %(include)s, exclude_paths = %(exclude)s,
                            max_pages = %(max_pages)s, max_depth = %(max_depth)s
        WHERE workspace_id = %(w)s AND source_id = %(id)s
        """,
        prefix=checked_prefix(reach.path_prefix if reach.path_prefix is not None else prefix),
        include=checked_patterns(reach.include),
        exclude=checked_patterns(reach.exclude),
        max_pages=reach.max_pages,
        max_depth=reach.max_depth,
        w=tx.workspace,
        id=source.id,
    )


def _refuse_while_read(source: Source) -> None:
    if source.status in {Status.PENDING, Status.PROCESSING}:
        raise Conflict("already_training", "This source is being read right now. Wait a moment.")


async def _changed(tx: Transaction, source_id: UUID, at: datetime) -> Source:
    source = await _read_row(tx, source_id)
    record(tx, SourceChanged(at=at, source=source.row()))
    return source


async def _read_row(tx: Transaction, source_id: UUID) -> Source:
    source = await queries.find_source(tx, source_id)
    assert source is not None  # noqa: S101 - locked or written by this transaction
    return source


def _title(url: str) -> str:
    return f"{host_of(url)}{path_of(url).rstrip('/')}"
