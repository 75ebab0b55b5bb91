"""Whether a text that was quoted still stands in the content."""

from collections.abc import Collection
from uuid import UUID

from deskbell.kit.db import Transaction


async def sources_there(tx: Transaction, source_ids: Collection[UUID]) -> set[UUID]:
    """Those of the sources that still exist."""
    return set(
        await tx.values(
            "SELECT id FROM sources WHERE workspace_id = %(w)s AND id = ANY(%(ids)s) AND removed_at IS NULL",
            w=tx.workspace,
            ids=list(source_ids),
        )
    )


async def texts_there(tx: Transaction, source_ids: Collection[UUID], digests: Collection[str]) -> set[str]:
    """Those of the texts, by their MD5, that are still a passage of one of the sources, letter by letter."""
    return set(
        await tx.values(
            """
            SELECT DISTINCT md5(text) FROM passages
            WHERE workspace_id = %(w)s AND source_id = ANY(%(ids)s) AND md5(text) = ANY(%(digests)s)
            """,
            w=tx.workspace,
            ids=list(source_ids),
            digests=list(digests),
        )
    )
