"""Reading what the owner should look at: contradictions and passages of a time gone by."""

from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.freshness.conflicts import Stored
from deskbell.knowledge.tables import Flag

_FLAG: LiteralString = """
    SELECT f.id, f.agent_id, f.kind, f.passage_id, f.other_id, f.sentence, f.words, f.other_words, f.found_at, f.dismissed_at
    FROM flags f
    JOIN passages p ON p.workspace_id = f.workspace_id AND p.id = f.passage_id
    LEFT JOIN passages o ON o.workspace_id = f.workspace_id AND o.id = f.other_id
    WHERE f.workspace_id = %(w)s AND (f.other_id IS NULL OR o.id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM sources s WHERE s.workspace_id = f.workspace_id AND s.agent_id = f.agent_id
                      AND s.removed_at IS NOT NULL AND s.id IN (p.source_id, o.source_id))
"""


@dataclass(frozen=True)
class Marked:
    """A passage with what is needed to show it and to open its document."""

    passage_id: UUID
    document_id: UUID
    source_id: UUID
    version: int
    title: str
    url: str | None
    path: str
    text: str
    read_at: datetime


async def list_flags(tx: Transaction, agent_id: UUID) -> list[Flag]:
    """Newest first, dismissed ones too. A flag on a passage that is gone is not listed any more."""
    return await tx.all(
        Flag,
        _FLAG + " AND f.agent_id = %(agent_id)s ORDER BY f.found_at DESC, f.id DESC",
        w=tx.workspace,
        agent_id=agent_id,
    )


async def find_flag(tx: Transaction, flag_id: UUID) -> Flag | None:
    return await tx.maybe(Flag, _FLAG + " AND f.id = %(id)s", w=tx.workspace, id=flag_id)


async def marked_passages(tx: Transaction, passage_ids: list[UUID]) -> dict[UUID, Marked]:
    """The passages with their documents, by id."""
    found = await tx.all(
        Marked,
        """
        SELECT p.id AS passage_id, p.document_id, p.source_id, d.version, d.title, d.url, p.path, p.text, d.read_at
        FROM passages p JOIN documents d ON d.workspace_id = p.workspace_id AND d.id = p.document_id
        WHERE p.workspace_id = %(w)s AND p.id = ANY(%(ids)s)
        """,
        w=tx.workspace,
        ids=passage_ids,
    )
    return {marked.passage_id: marked for marked in found}


async def stated_passages(tx: Transaction, agent_id: UUID, *, limit: int) -> list[Stored]:
    """Passages with a figure in them or in their path: newest first, as many as can be compared in a moment."""
    return await tx.all(
        Stored,
        """
        SELECT p.id, p.document_id, d.title, p.path, p.text
        FROM passages p JOIN documents d ON d.workspace_id = p.workspace_id AND d.id = p.document_id
        JOIN sources s ON s.workspace_id = p.workspace_id AND s.id = p.source_id AND s.removed_at IS NULL
        WHERE p.workspace_id = %(w)s AND p.agent_id = %(agent_id)s AND (p.text ~ '[0-9]' OR p.path ~ '20[0-9][0-9]')
        ORDER BY p.id DESC LIMIT %(limit)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        limit=limit,
    )
