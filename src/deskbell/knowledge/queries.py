"""Reading what the agent knows: its sources, and the passages that may answer a question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, LiteralString
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.ranking import K1, B, Found, fuse
from deskbell.knowledge.tables import Document, Passage, Source
from deskbell.knowledge.terms import spell_out, stems

if TYPE_CHECKING:  # the web process reads sources and never needs numpy
    from deskbell.embedding.embedder import Vector

CANDIDATES = 50  # from each ranker
_SOURCE: LiteralString = """
    SELECT workspace_id, id, agent_id, kind, title, file_name, url, status, failure, passages, words, answers_used,
           created_at, trained_at
    FROM sources
"""


async def list_sources(tx: Transaction, agent_id: UUID) -> list[Source]:
    """Newest first."""
    return await tx.all(
        Source,
        _SOURCE + "WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s ORDER BY created_at DESC, id DESC",
        w=tx.workspace,
        agent_id=agent_id,
    )


async def find_source(tx: Transaction, source_id: UUID) -> Source | None:
    return await tx.maybe(
        Source, _SOURCE + "WHERE workspace_id = %(w)s AND id = %(id)s", w=tx.workspace, id=source_id
    )


async def lock_source(tx: Transaction, source_id: UUID) -> Source | None:
    """The same, held until the commit."""
    return await tx.maybe(
        Source,
        _SOURCE + "WHERE workspace_id = %(w)s AND id = %(id)s FOR UPDATE",
        w=tx.workspace,
        id=source_id,
    )


async def find_file(tx: Transaction, agent_id: UUID, file_name: str) -> Source | None:
    """The newest source that was made from a file of this name."""
    return await tx.maybe(
        Source,
        _SOURCE
        + """WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND file_name = %(file_name)s
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


async def document_of(tx: Transaction, source_id: UUID) -> Document | None:
    """What was understood of a source; None until it is trained."""
    return await tx.maybe(
        Document,
        """
        SELECT id, source_id, title, url, body, read_at FROM documents
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s ORDER BY id LIMIT 1
        """,
        w=tx.workspace,
        source_id=source_id,
    )


async def find_document(tx: Transaction, document_id: UUID) -> Document | None:
    return await tx.maybe(
        Document,
        """
        SELECT id, source_id, title, url, body, read_at FROM documents
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        w=tx.workspace,
        id=document_id,
    )


async def passages_of(tx: Transaction, source_id: UUID) -> list[Passage]:
    """In the order of the document."""
    return await tx.all(
        Passage,
        """
        SELECT id, document_id, ordinal, path, text, words FROM passages
        WHERE workspace_id = %(w)s AND source_id = %(source_id)s ORDER BY document_id, ordinal
        """,
        w=tx.workspace,
        source_id=source_id,
    )


async def find_passages(
    tx: Transaction,
    agent_id: UUID,
    question: str,
    vector: "Vector",
    *,
    model: str,
    limit: int = 8,
) -> list[Found]:
    """What may answer `question`, best first. `vector` is the question's, made by the embedder named `model`.

    Both rankers name their candidates; every candidate gets both scores, so that the fusion compares like with like.
    """
    asked = sorted(set(stems(spell_out(question))))
    candidates = await tx.all(
        Found,
        """
        WITH near AS (
          SELECT passage_id, -(embedding <#> %(vector)s::vector) AS dense FROM passage_vectors
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND model = %(model)s
          ORDER BY embedding <#> %(vector)s::vector LIMIT %(candidates)s
        ), postings AS (
          SELECT passage_id, frequency, length, count(*) OVER (PARTITION BY term) AS passages_with
          FROM passage_terms
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND term = ANY(%(asked)s)
        ), said AS (
          SELECT p.passage_id,
                 sum(ln(1 + (c.passages - p.passages_with + 0.5) / (p.passages_with + 0.5)::float8)
                     * p.frequency * (%(k1)s + 1)
                     / (p.frequency + %(k1)s * (1 - %(b)s + %(b)s * p.length * c.passages / greatest(c.length, 1)))
                 ) AS lexical
          FROM postings p, corpora c
          WHERE c.workspace_id = %(w)s AND c.agent_id = %(agent_id)s
          GROUP BY p.passage_id
        ), candidates AS (
          SELECT passage_id FROM near
          UNION
          (SELECT passage_id FROM said ORDER BY lexical DESC LIMIT %(candidates)s)
        )
        SELECT p.id AS passage_id, p.source_id, p.document_id, d.title, p.path, p.text, d.url, d.read_at,
               coalesce(s.lexical, 0) AS lexical, -(v.embedding <#> %(vector)s::vector) AS dense
        FROM candidates k
        JOIN passages p ON p.workspace_id = %(w)s AND p.id = k.passage_id
        JOIN documents d ON d.workspace_id = %(w)s AND d.id = p.document_id
        JOIN passage_vectors v ON v.workspace_id = %(w)s AND v.agent_id = %(agent_id)s AND v.model = %(model)s
                              AND v.passage_id = k.passage_id
        LEFT JOIN said s ON s.passage_id = k.passage_id
        """,
        w=tx.workspace,
        agent_id=agent_id,
        vector=as_literal(vector),
        model=model,
        asked=asked,
        candidates=CANDIDATES,
        k1=K1,
        b=B,
    )
    return fuse(candidates)[:limit]


def as_literal(vector: "Vector | Sequence[float]") -> str:
    """A vector as PostgreSQL reads it."""
    return "[" + ",".join(f"{float(value):.6g}" for value in vector) + "]"
