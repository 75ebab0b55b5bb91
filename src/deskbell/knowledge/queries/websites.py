"""Reading how a website is walked: what belongs to it, its pages, what each crawl changed."""

from datetime import datetime
from typing import LiteralString
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.tables import Crawl, Page, PageChange, PageStatus, Website

CRAWLS_KEPT = 10

_PAGE: LiteralString = """
    SELECT id, url, depth, status, reason, same_as, document_id, etag, last_modified, sha256, attempts, found_at, checked_at
    FROM pages
"""


async def find_website(tx: Transaction, source_id: UUID) -> Website | None:
    """None for a source that is not read from the web."""
    return await tx.maybe(
        Website,
        """
        SELECT source_id, home, path_prefix, include_paths, exclude_paths, max_pages, max_depth, crawl FROM websites
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s
        """,
        w=tx.workspace,
        source_id=source_id,
    )


async def list_pages(
    tx: Transaction, source_id: UUID, *, status: PageStatus | None, after: str, limit: int
) -> list[Page]:
    """By address, from the one after `after` on."""
    return await tx.all(
        Page,
        _PAGE
        + """WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND url > %(after)s
               AND (%(status)s::text IS NULL OR status = %(status)s)
             ORDER BY url LIMIT %(limit)s""",
        w=tx.workspace,
        source_id=source_id,
        status=status,
        after=after,
        limit=limit,
    )


async def count_pages(tx: Transaction, source_id: UUID) -> dict[PageStatus, int]:
    """How many pages are in each status; every status has its number."""
    counts = await tx.value(
        """
        SELECT coalesce(jsonb_object_agg(status, pages), '{}') FROM (
          SELECT status, count(*) AS pages FROM pages
          WHERE workspace_id = %(w)s AND source_id = %(source_id)s GROUP BY status) AS by_status
        """,
        w=tx.workspace,
        source_id=source_id,
    )
    return {status: int(counts.get(status, 0)) for status in PageStatus}


async def list_crawls(tx: Transaction, source_id: UUID) -> list[Crawl]:
    """The latest first."""
    return await tx.all(
        Crawl,
        """
        SELECT number, cause, started_at, ended_at, added, changed, removed, unchanged, failed FROM crawls
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s ORDER BY number DESC LIMIT %(limit)s
        """,
        w=tx.workspace,
        source_id=source_id,
        limit=CRAWLS_KEPT,
    )


async def list_changes(tx: Transaction, source_id: UUID, crawl: int, *, limit: int) -> list[PageChange]:
    """What a crawl changed, in the order it was seen."""
    return await tx.all(
        PageChange,
        """
        SELECT document_id, kind, title, url, version, passages_added, passages_removed, passages, at FROM page_changes
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND crawl = %(crawl)s ORDER BY id LIMIT %(limit)s
        """,
        w=tx.workspace,
        source_id=source_id,
        crawl=crawl,
        limit=limit,
    )


async def next_pages(tx: Transaction, source_id: UUID, *, now: datetime, limit: int) -> list[Page]:
    """Whose turn it is: the first page, then those that were read before (copies of them stand back), then by depth."""
    return await tx.all(
        Page,
        _PAGE
        + """WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND status = 'waiting'
               AND (not_before IS NULL OR not_before <= %(now)s)
             ORDER BY (depth > 0), (document_id IS NULL), depth, id LIMIT %(limit)s""",
        w=tx.workspace,
        source_id=source_id,
        now=now,
        limit=limit,
    )


async def waits_until(tx: Transaction, source_id: UUID) -> datetime | None:
    """When the next waiting page is due (long ago when it is due now); None when nothing waits."""
    return await tx.value(
        """
        SELECT min(coalesce(not_before, 'epoch')) FROM pages
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND status = 'waiting'
        """,
        w=tx.workspace,
        source_id=source_id,
    )


async def find_page(tx: Transaction, source_id: UUID, url: str) -> Page | None:
    return await tx.maybe(
        Page,
        _PAGE + "WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND url = %(url)s",
        w=tx.workspace,
        source_id=source_id,
        url=url,
    )


async def same_text(tx: Transaction, source_id: UUID, page: Page, sha256: bytes) -> str | None:
    """The address of another page of the source that was read with exactly this text."""
    return await tx.value(
        """
        SELECT url FROM pages WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND sha256 = %(sha256)s
          AND status = 'read' AND id <> %(id)s LIMIT 1
        """,
        w=tx.workspace,
        source_id=source_id,
        sha256=sha256,
        id=page.id,
    )
