"""Reading what was understood: documents, their earlier versions and their passages."""

from typing import LiteralString
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.tables import Document, Passage, Source, Version

_DOCUMENT: LiteralString = """
    SELECT id, source_id, title, url, body, read_at, version, words, sha256, removed_at FROM documents
"""
_PASSAGE: LiteralString = "SELECT id, document_id, ordinal, path, text, words FROM passages "


async def document_of(tx: Transaction, source_id: UUID) -> Document | None:
    """What was understood of a source that is one document; None until it is trained."""
    return await tx.maybe(
        Document,
        _DOCUMENT + "WHERE workspace_id = %(w)s AND source_id = %(source_id)s ORDER BY id LIMIT 1",
        w=tx.workspace,
        source_id=source_id,
    )


async def only_document_of(tx: Transaction, source: Source) -> Document | None:
    """The same, but None for a website, which has many."""
    return None if source.kind == "website" else await document_of(tx, source.id)


async def find_document(tx: Transaction, document_id: UUID) -> Document | None:
    return await tx.maybe(
        Document,
        _DOCUMENT + "WHERE workspace_id = %(w)s AND id = %(id)s",
        w=tx.workspace,
        id=document_id,
    )


async def earlier_versions(tx: Transaction, document_id: UUID) -> list[Version]:
    """Newest first, without the one of today."""
    return await tx.all(
        Version,
        """
        SELECT version, title, body, words, read_at FROM document_versions
        WHERE workspace_id = %(w)s AND document_id = %(id)s ORDER BY version DESC
        """,
        w=tx.workspace,
        id=document_id,
    )


async def find_version(tx: Transaction, document_id: UUID, version: int) -> Version | None:
    """A document as it was then, or as it is."""
    return await tx.maybe(
        Version,
        """
        SELECT version, title, body, words, read_at FROM document_versions
        WHERE workspace_id = %(w)s AND document_id = %(id)s AND version = %(version)s
        UNION ALL
        SELECT version, title, body, words, read_at FROM documents
        WHERE workspace_id = %(w)s AND id = %(id)s AND version = %(version)s
        """,
        w=tx.workspace,
        id=document_id,
        version=version,
    )


async def titles(tx: Transaction, agent_id: UUID, *, limit: int) -> list[str]:
    """What the agent's content is about: titles of documents, those whose source has answered most first, then by age and title."""
    found = await tx.value(
        """
        SELECT array_agg(title) FROM (
          SELECT d.title FROM sources s
          JOIN documents d ON d.workspace_id = s.workspace_id AND d.source_id = s.id AND d.removed_at IS NULL
          WHERE s.workspace_id = %(w)s AND s.agent_id = %(agent_id)s AND s.status = 'trained' AND s.kind <> 'qa'
            AND s.removed_at IS NULL
          ORDER BY s.answers_used DESC, s.created_at, d.title, d.id LIMIT %(limit)s
        ) AS most_used
        """,
        w=tx.workspace,
        agent_id=agent_id,
        limit=limit,
    )
    return list(dict.fromkeys(found or ()))


async def passages_of(tx: Transaction, source_id: UUID) -> list[Passage]:
    """In the order of the document."""
    return await tx.all(
        Passage,
        _PASSAGE + "WHERE workspace_id = %(w)s AND source_id = %(source_id)s ORDER BY document_id, ordinal",
        w=tx.workspace,
        source_id=source_id,
    )


async def passages_of_document(tx: Transaction, document_id: UUID) -> list[Passage]:
    """In its order."""
    return await tx.all(
        Passage,
        _PASSAGE + "WHERE workspace_id = %(w)s AND document_id = %(document_id)s ORDER BY ordinal",
        w=tx.workspace,
        document_id=document_id,
    )


async def comparable_passages(tx: Transaction, document_id: UUID, model: str) -> list[Passage]:
    """Those of a document that have a vector of this model: what an unchanged text can keep."""
    return await tx.all(
        Passage,
        _PASSAGE
        + """AS p WHERE workspace_id = %(w)s AND document_id = %(document_id)s AND EXISTS (
               SELECT FROM passage_vectors v
               JOIN vector_sets s ON s.workspace_id = v.workspace_id AND s.agent_id = v.agent_id AND s.number = v.vector_set
               WHERE v.workspace_id = p.workspace_id AND v.agent_id = p.agent_id AND v.number = p.number
                 AND s.status = 'serving' AND s.model = %(model)s)
             ORDER BY ordinal""",
        w=tx.workspace,
        document_id=document_id,
        model=model,
    )


async def sampled_passages(tx: Transaction, agent_id: UUID, *, limit: int) -> list[Passage]:
    """At most so many passages of an agent, spread over all of its content."""
    return await tx.all(
        Passage,
        _PASSAGE
        + """WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s
             ORDER BY hashtextextended(id::text, 0) LIMIT %(limit)s""",
        w=tx.workspace,
        agent_id=agent_id,
        limit=limit,
    )
