"""Reading which lines of a website stand on most of its pages, and what was read in a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.reading.web.site import FEWEST_PAGES


@dataclass(frozen=True)
class _Line:
    face: int
    page_id: UUID


@dataclass(frozen=True)
class LinesOfPage:
    """`document_id`: what the page became. `lines`: the faces of all that was read in it."""

    page_id: UUID
    document_id: UUID
    lines: Sequence[int]


async def site_lines(tx: Transaction, source_id: UUID) -> dict[int, UUID]:
    """The lines that its documents leave out, and the page that keeps each."""
    rows = await tx.all(
        _Line,
        "SELECT face, page_id FROM site_lines WHERE workspace_id = %(w)s AND source_id = %(source_id)s",
        w=tx.workspace,
        source_id=source_id,
    )
    return {row.face: row.page_id for row in rows}


async def lines_of_most_pages(tx: Transaction, source_id: UUID) -> dict[int, UUID]:
    """What stands on more than three quarters of the pages as they are known now, and the page nearest to the front that has it.
    Nothing for a site of a few pages. On half of them stand facts, too ("Stable" in the manual of a program).
    """
    rows = await tx.all(
        _Line,
        """
        WITH known AS MATERIALIZED (
          SELECT lpad(depth::text, 3, '0') || url || ' ' || id AS place, lines FROM pages
          WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND lines IS NOT NULL AND document_id IS NOT NULL
            AND status IN ('waiting', 'read', 'failed')
        ), size AS (SELECT count(*) AS pages FROM known)
        SELECT face, right(min(place), 36)::uuid AS page_id FROM size, known, unnest(lines) AS face
        WHERE pages >= %(fewest)s GROUP BY face, pages HAVING count(*) * 4 > pages * 3
        """,
        w=tx.workspace,
        source_id=source_id,
        fewest=FEWEST_PAGES,
    )
    return {row.face: row.page_id for row in rows}


async def pages_that_say(tx: Transaction, source_id: UUID, faces: Sequence[int]) -> list[LinesOfPage]:
    """Every page with a document that has one of these lines."""
    return await tx.all(
        LinesOfPage,
        """
        SELECT id AS page_id, document_id, lines FROM pages
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s AND lines && %(faces)s::bigint[]
          AND document_id IS NOT NULL AND status IN ('waiting', 'read', 'failed')
        """,
        w=tx.workspace,
        source_id=source_id,
        faces=list(faces),
    )


async def packed_reading(tx: Transaction, page_id: UUID) -> bytes | None:
    """All that was read in a page; None when it is gone meanwhile."""
    return await tx.value(
        "SELECT (SELECT reading FROM pages WHERE workspace_id = %(w)s AND id = %(id)s)",
        w=tx.workspace,
        id=page_id,
    )
