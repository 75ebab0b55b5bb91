"""Reading what the agent was given: its sources, and what was understood of them. One that was removed is not there for anybody,
though it is kept for a moment.
"""

from typing import LiteralString
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.tables import Source

_SOURCE: LiteralString = """
    SELECT workspace_id, id, agent_id, kind, title, file_name, url, status, failure, warnings, pairs, passages, words, answers_used,
           created_at, trained_at, pages, pages_found, pages_read, pages_failed, refresh, next_refresh_at, last_read_at
    FROM sources
"""


async def list_sources(tx: Transaction, agent_id: UUID) -> list[Source]:
    """Newest first."""
    return await tx.all(
        Source,
        _SOURCE
        + """WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND removed_at IS NULL
             ORDER BY created_at DESC, id DESC""",
        w=tx.workspace,
        agent_id=agent_id,
    )


async def find_source(tx: Transaction, source_id: UUID) -> Source | None:
    return await tx.maybe(
        Source,
        _SOURCE + "WHERE workspace_id = %(w)s AND id = %(id)s AND removed_at IS NULL",
        w=tx.workspace,
        id=source_id,
    )


async def lock_source(tx: Transaction, source_id: UUID) -> Source | None:
    """The same, held until the commit."""
    return await tx.maybe(
        Source,
        _SOURCE + "WHERE workspace_id = %(w)s AND id = %(id)s AND removed_at IS NULL FOR UPDATE",
        w=tx.workspace,
        id=source_id,
    )


async def lock_removed_source(tx: Transaction, source_id: UUID) -> Source | None:
    """One that was removed and is not forgotten yet, held until the commit."""
    return await tx.maybe(
        Source,
        _SOURCE + "WHERE workspace_id = %(w)s AND id = %(id)s AND removed_at IS NOT NULL FOR UPDATE",
        w=tx.workspace,
        id=source_id,
    )


async def find_file(tx: Transaction, agent_id: UUID, file_name: str) -> Source | None:
    """The newest source that was made from a file of this name."""
    return await tx.maybe(
        Source,
        _SOURCE
        + """WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND file_name = %(file_name)s AND removed_at IS NULL
             ORDER BY created_at DESC LIMIT 1""",
        w=tx.workspace,
        agent_id=agent_id,
        file_name=file_name,
    )


async def is_unchanged(tx: Transaction, source: Source, sha256: bytes) -> bool:
    """Whether the source was made from exactly this content."""
    return bool(
        await tx.value(
            "SELECT sha256 = %(sha256)s FROM sources WHERE workspace_id = %(w)s AND id = %(id)s",
            sha256=sha256,
            w=tx.workspace,
            id=source.id,
        )
    )


async def original(tx: Transaction, source_id: UUID) -> bytes:
    """What was given. `NotFound` when the source is gone."""
    content = await tx.value(
        "SELECT content FROM originals WHERE workspace_id = %(w)s AND source_id = %(id)s",
        w=tx.workspace,
        id=source_id,
    )
    return bytes(content or b"")
