"""What becomes of a page during a crawl: found, read, skipped, failed, gone, or to be tried again later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.knowledge import queries
from deskbell.knowledge.commands.documents import confirm_document, take_out
from deskbell.knowledge.tables import Document, Page, PageStatus, Seen, Source, Website

ROWS_PER_PAGE = 5  # what is skipped on the way to a page that is read: beyond this, a site is a labyrinth
VIEWS_PER_PATH = 30  # addresses that differ by their query only


async def add_pages(
    tx: Transaction, website: Website, urls: Sequence[str], *, depth: int, at: datetime
) -> None:
    """Put addresses into line that are new, or were gone and are linked again; as many as the limits let. That some found no
    place is noted at once: pages that turn out to be copies make room later, and then nobody would know.
    """
    ids = [new_id() for _ in urls]
    await tx.run(
        """
        WITH counted AS (
          SELECT count(*) FILTER (WHERE status IN ('waiting', 'read', 'failed')) AS pages, count(*) AS rows
          FROM pages WHERE workspace_id = %(w)s AND source_id = %(source_id)s
        ), room AS (
          SELECT greatest(0, least(%(most)s - pages, %(most)s * %(rows)s - rows)) AS places FROM counted
        ), fresh AS (
          SELECT g.id, g.url, g.place FROM unnest(%(ids)s::uuid[], %(urls)s::text[]) WITH ORDINALITY AS g(id, url, place)
          LEFT JOIN pages p ON p.workspace_id = %(w)s AND p.source_id = %(source_id)s AND p.url = g.url
          WHERE (p.id IS NULL OR p.status = 'removed' AND p.crawl < %(crawl)s)
            AND (strpos(g.url, '?') = 0 OR %(views)s > (
              SELECT count(*) FROM pages q WHERE q.workspace_id = %(w)s AND q.source_id = %(source_id)s
                AND q.url >= split_part(g.url, '?', 1) || '?' AND q.url < split_part(g.url, '?', 1) || '@'))
        ), wanted AS (
          SELECT id, url, place FROM fresh ORDER BY place LIMIT (SELECT places FROM room)
        ), noted AS (
          UPDATE websites SET has_more = true
          WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND NOT has_more
            AND (SELECT count(*) FROM fresh) > (SELECT places FROM room)
        )
        INSERT INTO pages (workspace_id, id, source_id, url, depth, status, crawl, found_at)
        SELECT %(w)s, id, %(source_id)s, url, %(depth)s, 'waiting', %(crawl)s, %(at)s FROM wanted ORDER BY place
        ON CONFLICT (workspace_id, source_id, url)
          DO UPDATE SET status = 'waiting', reason = NULL, attempts = 0, not_before = NULL, crawl = excluded.crawl
        """,
        w=tx.workspace,
        source_id=website.source_id,
        crawl=website.crawl,
        ids=ids,
        urls=list(urls),
        depth=depth,
        most=website.max_pages,
        rows=ROWS_PER_PAGE,
        views=VIEWS_PER_PATH,
        at=at,
    )


async def page_read(tx: Transaction, page: Page, document_id: UUID, seen: Seen, *, at: datetime) -> None:
    """Its text is a document now."""
    await tx.run(
        """
        UPDATE pages SET status = 'read', reason = NULL, same_as = NULL, document_id = %(document_id)s, etag = %(etag)s,
                         last_modified = %(last_modified)s, sha256 = %(sha256)s, checked_at = %(at)s,
                         reading = coalesce(%(reading)s, reading), lines = coalesce(%(lines)s::bigint[], lines)
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        document_id=document_id,
        reading=seen.reading,
        lines=None if seen.lines is None else list(seen.lines),
        etag=seen.etag,
        last_modified=seen.last_modified,
        sha256=seen.sha256,
        at=at,
        w=tx.workspace,
        id=page.id,
    )


async def page_unchanged(
    tx: Transaction, page: Page, document: Document, seen: Seen, *, at: datetime
) -> None:
    """It was looked at and says the same."""
    await page_read(tx, page, document.id, seen, at=at)
    await confirm_document(tx, document.id, at=at)


async def set_aside(
    tx: Transaction,
    source: Source,
    page: Page,
    status: PageStatus,
    *,
    reason: str,
    same_as: str | None = None,
    at: datetime,
) -> Document | None:
    """Skipped, failed or removed. Returns the document that left the index by it: what failed keeps its earlier text.

    Pages that this one stood for are looked at again: somebody has to stand for the text.
    """
    await tx.run(
        """
        UPDATE pages SET status = %(status)s, reason = %(reason)s, same_as = %(same_as)s, checked_at = %(at)s, sha256 = NULL,
                         etag = NULL, last_modified = NULL,
                         reading = CASE WHEN %(status)s = 'failed' THEN reading END,
                         lines = CASE WHEN %(status)s = 'failed' THEN lines END
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        status=status,
        reason=reason,
        same_as=same_as,
        at=at,
        w=tx.workspace,
        id=page.id,
    )
    await tx.run(
        """
        UPDATE pages SET status = 'waiting', reason = NULL
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND same_as = %(url)s AND status = 'skipped' AND url <> %(same_as)s
        """,
        w=tx.workspace,
        source_id=source.id,
        url=page.url,
        same_as=same_as or "",
    )
    if status is PageStatus.FAILED or page.document_id is None:
        return None
    document = await queries.find_document(tx, page.document_id)
    if document is None or document.removed_at is not None:
        return None
    await take_out(tx, source, document, at=at)
    return document


async def try_page_later(tx: Transaction, page: Page, *, reason: str, not_before: datetime) -> None:
    """It stays in line."""
    await tx.run(
        """
        UPDATE pages SET attempts = attempts + 1, not_before = %(not_before)s, reason = %(reason)s
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        not_before=not_before,
        reason=reason,
        w=tx.workspace,
        id=page.id,
    )


async def move_home(tx: Transaction, source_id: UUID, *, home: str, path_prefix: str) -> None:
    """The address that was given leads to another spelling of the same site: https, www, a language below it."""
    await tx.run(
        """
        UPDATE websites SET home = %(home)s, path_prefix = %(path_prefix)s
        WHERE workspace_id = %(w)s AND source_id = %(id)s
        """,
        home=home,
        path_prefix=path_prefix,
        w=tx.workspace,
        id=source_id,
    )


@dataclass(frozen=True)
class Change:
    """What a crawl did to a document. `passages` as `freshness.changes.shown` gives them."""

    kind: str
    document: Document
    passages_added: int = 0
    passages_removed: int = 0
    passages: Sequence[dict[str, str]] = ()


async def note_change(tx: Transaction, website: Website, change: Change, *, at: datetime) -> None:
    """Keep what was changed, for the owner."""
    await tx.run(
        """
        INSERT INTO page_changes (workspace_id, id, source_id, crawl, kind, document_id, title, url, version,
                                  passages_added, passages_removed, passages, at)
        VALUES (%(w)s, %(id)s, %(source_id)s, %(crawl)s, %(kind)s, %(document_id)s, %(title)s, %(url)s, %(version)s,
                %(added)s, %(removed)s, %(passages)s, %(at)s)
        """,
        w=tx.workspace,
        id=new_id(),
        source_id=website.source_id,
        crawl=website.crawl,
        kind=change.kind,
        document_id=change.document.id,
        title=change.document.title,
        url=change.document.url or "",
        version=change.document.version,
        added=change.passages_added,
        removed=change.passages_removed,
        passages=Jsonb(list(change.passages)),
        at=at,
    )
    await count_change(tx, website, change.kind)


async def count_change(tx: Transaction, website: Website, kind: str) -> None:
    """One more page that was added, changed, removed or unchanged in this crawl."""
    await tx.run(
        """
        UPDATE crawls SET added = added + (%(kind)s = 'added')::int, changed = changed + (%(kind)s = 'changed')::int,
                          removed = removed + (%(kind)s = 'removed')::int, unchanged = unchanged + (%(kind)s = 'unchanged')::int
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND number = %(crawl)s
        """,
        kind=kind,
        w=tx.workspace,
        source_id=website.source_id,
        crawl=website.crawl,
    )


async def keep_site_lines(tx: Transaction, source_id: UUID, lines: Mapping[int, UUID]) -> None:
    """Every document of the site follows them now."""
    await tx.run(
        "DELETE FROM site_lines WHERE workspace_id = %(w)s AND source_id = %(source_id)s",
        w=tx.workspace,
        source_id=source_id,
    )
    await tx.run(
        """
        INSERT INTO site_lines (workspace_id, source_id, face, page_id)
        SELECT %(w)s, %(source_id)s, * FROM unnest(%(faces)s::bigint[], %(pages)s::uuid[])
        """,
        w=tx.workspace,
        source_id=source_id,
        faces=list(lines),
        pages=list(lines.values()),
    )


async def page_cut_anew(tx: Transaction, page_id: UUID, sha256: bytes) -> None:
    """Its document says something else than before, though the page does not."""
    await tx.run(
        "UPDATE pages SET sha256 = %(sha256)s WHERE workspace_id = %(w)s AND id = %(id)s AND status = 'read'",
        sha256=sha256,
        w=tx.workspace,
        id=page_id,
    )
