"""One reading of a website, from its first page to its last: beginning, counting, ending, and when the next one is due."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Job, cancel, enqueue
from deskbell.knowledge import queries
from deskbell.knowledge.commands.flags import look_again
from deskbell.knowledge.crawling.cadence import next_refresh
from deskbell.knowledge.queries.websites import CRAWLS_KEPT
from deskbell.knowledge.tables import Refresh, Source

CRAWL = "knowledge.crawl"
REFRESH = "knowledge.refresh"


async def begin_crawl(
    tx: Transaction,
    source: Source,
    *,
    cause: Literal["added", "again", "failed_pages", "scheduled"],
    at: datetime,
) -> None:
    """Put the pages into line and a job behind them. Pages that were removed wait for a link to them."""
    number: int = await tx.value(
        """
        UPDATE websites SET crawl = crawl + %(next)s, has_more = has_more AND %(keeps_more)s
        WHERE workspace_id = %(w)s AND source_id = %(id)s RETURNING crawl
        """,
        keeps_more=cause in {"scheduled", "failed_pages"},  # pages that are not sent again name no links
        next=int(cause != "added"),
        w=tx.workspace,
        id=source.id,
    )
    await tx.run(
        """
        INSERT INTO crawls (workspace_id, source_id, number, cause, started_at)
        VALUES (%(w)s, %(id)s, %(number)s, %(cause)s, %(at)s)
        """,
        w=tx.workspace,
        id=source.id,
        number=number,
        cause=cause,
        at=at,
    )
    await _forget_crawls_before(tx, source.id, number - CRAWLS_KEPT + 1)
    await _put_into_line(tx, source, number, only_failed=cause == "failed_pages", at=at)
    await tx.run(
        """
        UPDATE sources SET status = 'pending', failure = NULL, next_refresh_at = NULL
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        w=tx.workspace,
        id=source.id,
    )
    await count(tx, source.id)
    await cancel(tx, tx.workspace, timer_key(source.id))
    await go_on(tx, source, number)


async def go_on(
    tx: Transaction,
    source: Source,
    number: int,
    *,
    stretch: int = 1,
    attempt: int = 1,
    not_before: datetime | None = None,
) -> None:
    """The next stretch of a crawl: other sources get their turn between two of them. `attempt` counts how often the site
    could not be reached.
    """
    args = {
        "source_id": str(source.id),
        "crawl": str(number),
        "stretch": str(stretch),
        "attempt": str(attempt),
    }
    await enqueue(
        tx,
        Job(
            CRAWL,
            tx.workspace,
            args,
            serial_key=f"source:{source.id}",
            dedupe_key=str(source.id),
            run_after=not_before,
        ),
    )


async def count(tx: Transaction, source_id: UUID) -> None:
    """Bring the numbers of the source's row up to date with its pages, documents and passages."""
    await tx.run(
        """
        UPDATE sources s SET pages_found = p.found, pages_read = p.read, pages_failed = p.failed,
                             pages = d.pages, words = d.words, passages = c.passages
        FROM (SELECT count(*) FILTER (WHERE status IN ('waiting', 'read', 'failed')) AS found,
                     count(*) FILTER (WHERE status = 'read') AS read, count(*) FILTER (WHERE status = 'failed') AS failed
              FROM pages WHERE workspace_id = %(w)s AND source_id = %(id)s) AS p,
             (SELECT count(*) AS pages, coalesce(sum(words), 0) AS words
              FROM documents WHERE workspace_id = %(w)s AND source_id = %(id)s AND removed_at IS NULL) AS d,
             (SELECT count(*) AS passages FROM passages WHERE workspace_id = %(w)s AND source_id = %(id)s) AS c
        WHERE s.workspace_id = %(w)s AND s.id = %(id)s
        """,
        w=tx.workspace,
        id=source_id,
    )


async def end_crawl(
    tx: Transaction, source: Source, *, stopped: bool = False, failure: str | None = None, at: datetime
) -> None:
    """Nothing waits any more, or nothing shall. With a document to answer from it is trained, else it has failed."""
    await _let_waiting_pages_go(
        tx, source.id, failure or ("It was stopped before this page was read." if stopped else None)
    )
    await count(tx, source.id)
    await tx.run(
        """
        UPDATE crawls SET ended_at = %(at)s,
          failed = (SELECT count(*) FROM pages p WHERE p.workspace_id = %(w)s AND p.source_id = %(id)s AND p.status = 'failed')
        WHERE workspace_id = %(w)s AND source_id = %(id)s AND ended_at IS NULL
        """,
        at=at,
        w=tx.workspace,
        id=source.id,
    )
    sentence = failure or await _why_nothing_was_read(tx, source.id, stopped=stopped)
    await tx.run(
        """
        UPDATE sources SET status = CASE WHEN %(sentence)s::text IS NULL THEN 'trained' ELSE 'failed' END,
                           failure = %(sentence)s, last_read_at = %(at)s,
                           trained_at = CASE WHEN pages > 0 THEN %(at)s ELSE trained_at END
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        sentence=sentence,
        at=at,
        w=tx.workspace,
        id=source.id,
    )
    await _say_when_the_limit_was_reached(tx, source.id)
    await schedule(tx, source.id, at=at)
    await look_again(tx, source.agent_id, at=at)


async def schedule(tx: Transaction, source_id: UUID, *, at: datetime) -> None:
    """Set the time of the next reading by itself, and the job that begins it."""
    source = await queries.find_source(tx, source_id)
    if source is None or source.status in {"pending", "processing"}:
        return
    due = next_refresh(Refresh(source.refresh), source.last_read_at, at)
    await tx.run(
        "UPDATE sources SET next_refresh_at = %(due)s WHERE workspace_id = %(w)s AND id = %(id)s",
        due=due,
        w=tx.workspace,
        id=source_id,
    )
    await cancel(tx, tx.workspace, timer_key(source_id))
    if due is not None:
        await enqueue(
            tx,
            Job(
                REFRESH,
                tx.workspace,
                {"source_id": str(source_id)},
                serial_key=timer_key(source_id),
                run_after=due,
            ),
        )


async def _put_into_line(
    tx: Transaction, source: Source, number: int, *, only_failed: bool, at: datetime
) -> None:
    await tx.run(
        """
        UPDATE pages SET status = 'waiting', reason = NULL, same_as = NULL, attempts = 0, not_before = NULL, crawl = %(number)s
        WHERE workspace_id = %(w)s AND source_id = %(id)s
          AND CASE WHEN %(only_failed)s THEN status = 'failed' ELSE status <> 'removed' END
        """,
        number=number,
        w=tx.workspace,
        id=source.id,
        only_failed=only_failed,
    )
    await tx.run(
        """
        INSERT INTO pages (workspace_id, id, source_id, url, depth, status, crawl, found_at)
        VALUES (%(w)s, %(page_id)s, %(id)s, %(url)s, 0, 'waiting', %(number)s, %(at)s)
        ON CONFLICT (workspace_id, source_id, url) DO UPDATE SET status = 'waiting', reason = NULL, crawl = %(number)s
          WHERE NOT %(only_failed)s
        """,
        w=tx.workspace,
        page_id=new_id(),
        id=source.id,
        url=source.url,
        number=number,
        only_failed=only_failed,
        at=at,
    )


async def _let_waiting_pages_go(tx: Transaction, source_id: UUID, reason: str | None) -> None:
    """Pages whose document is there count as read, as they were before."""
    await tx.run(
        """
        UPDATE pages p SET
          status = CASE WHEN known.live THEN 'read' ELSE 'skipped' END,
          reason = CASE WHEN known.live THEN NULL ELSE coalesce(%(reason)s, 'It was not reached.') END
        FROM (SELECT q.id, EXISTS (SELECT FROM documents d WHERE d.workspace_id = q.workspace_id AND d.id = q.document_id
                                   AND d.removed_at IS NULL) AS live
              FROM pages q WHERE q.workspace_id = %(w)s AND q.source_id = %(id)s AND q.status = 'waiting') AS known
        WHERE p.workspace_id = %(w)s AND p.id = known.id
        """,
        reason=reason,
        w=tx.workspace,
        id=source_id,
    )


async def _say_when_the_limit_was_reached(tx: Transaction, source_id: UUID) -> None:
    """Pages beyond the limit are never put into line, so nobody knows how many there are."""
    await tx.run(
        """
        UPDATE sources s SET warnings = CASE WHEN w.has_more THEN ARRAY[format(
          'The limit of %%s pages was reached; there may be more. Raise the limit and read it again.', w.max_pages)] ELSE '{}' END
        FROM websites w
        WHERE s.workspace_id = %(w)s AND s.id = %(id)s AND s.kind = 'website'
          AND w.workspace_id = s.workspace_id AND w.source_id = s.id
        """,
        w=tx.workspace,
        id=source_id,
    )


async def _why_nothing_was_read(tx: Transaction, source_id: UUID, *, stopped: bool) -> str | None:
    """The reason of the first page that was tried; None when there is something to answer from."""
    if await tx.value(
        "SELECT pages > 0 FROM sources WHERE workspace_id = %(w)s AND id = %(id)s",
        w=tx.workspace,
        id=source_id,
    ):
        return None
    if stopped:
        return "It was stopped before a page was read. Read it again to go on."
    reason: str | None = await tx.value(
        """
        SELECT reason FROM pages WHERE workspace_id = %(w)s AND source_id = %(id)s AND reason IS NOT NULL
        ORDER BY (same_as IS NOT NULL), (status <> 'failed'), depth, id LIMIT 1
        """,
        w=tx.workspace,
        id=source_id,
    )
    return reason or "No page was found at this address."


async def _forget_crawls_before(tx: Transaction, source_id: UUID, number: int) -> None:
    await tx.run(
        "DELETE FROM crawls WHERE workspace_id = %(w)s AND source_id = %(id)s AND number < %(number)s",
        w=tx.workspace,
        id=source_id,
        number=number,
    )


def timer_key(source_id: UUID) -> str:
    return f"refresh:{source_id}"
