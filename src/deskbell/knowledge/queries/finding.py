"""Finding the passages that may answer a question, by words and by meaning."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.finding.ranking import K1, B, Found, fuse
from deskbell.knowledge.finding.terms import spell_out, stems

if TYPE_CHECKING:  # the web process reads sources and never needs numpy
    from deskbell.embedding.embedder import Vector

CANDIDATES = 50  # from each ranker


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
        SELECT p.id AS passage_id, p.source_id, p.document_id, d.title, p.path, p.text, d.url, d.read_at, d.version,
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
