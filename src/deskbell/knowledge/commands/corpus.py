"""Writing passages and taking them away, with the counts that BM25 needs always in step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.knowledge.finding.terms import counts
from deskbell.knowledge.passages import Cut
from deskbell.knowledge.queries import as_literal
from deskbell.knowledge.tables import Source

if TYPE_CHECKING:  # the web process gives and removes sources and never needs numpy
    from deskbell.embedding.embedder import Vectors


@dataclass(frozen=True)
class Vectorized:
    """Passages with their vectors, row by row, and the name of the model that made them. `places` are their ordinals
    in the document; all of it, from 0 on, when empty.
    """

    cuts: Sequence[Cut]
    vectors: "Vectors"
    model: str
    places: Sequence[int] = ()


async def forget_passages(tx: Transaction, source: Source) -> None:
    """Everything learned from a source, but not the source."""
    await tx.run(
        """
        WITH gone AS (
          SELECT count(*) AS passages, coalesce(sum(length), 0) AS length FROM passages
          WHERE workspace_id = %(w)s AND source_id = %(id)s
        )
        UPDATE corpora c SET passages = c.passages - gone.passages, length = c.length - gone.length
        FROM gone WHERE c.workspace_id = %(w)s AND c.agent_id = %(agent_id)s
        """,
        w=tx.workspace,
        id=source.id,
        agent_id=source.agent_id,
    )
    await tx.run(
        "DELETE FROM documents WHERE workspace_id = %(w)s AND source_id = %(id)s",
        w=tx.workspace,
        id=source.id,
    )


async def forget_some(tx: Transaction, source: Source, passage_ids: Sequence[UUID]) -> None:
    """These passages of a source, and nothing else."""
    await tx.run(
        """
        WITH gone AS (
          DELETE FROM passages WHERE workspace_id = %(w)s AND source_id = %(id)s AND id = ANY(%(ids)s) RETURNING length
        ), counted AS (
          SELECT count(*) AS passages, coalesce(sum(length), 0) AS length FROM gone
        )
        UPDATE corpora c SET passages = c.passages - counted.passages, length = c.length - counted.length
        FROM counted WHERE c.workspace_id = %(w)s AND c.agent_id = %(agent_id)s AND counted.passages > 0
        """,
        w=tx.workspace,
        id=source.id,
        ids=list(passage_ids),
        agent_id=source.agent_id,
    )


async def write_passages(tx: Transaction, source: Source, document_id: UUID, learned: Vectorized) -> None:
    """Passages of a document in one statement, with their vectors and postings."""
    places = learned.places or range(len(learned.cuts))
    rows = [
        _row(place, ordinal, cut)
        for place, (ordinal, cut) in enumerate(zip(places, learned.cuts, strict=True))
    ]
    vectors = [as_literal(vector) for vector in learned.vectors]
    await tx.run(
        """
        WITH given AS (
          SELECT g.id, g.ordinal, g.path, g.text, g.words, g.length, g.terms, v.embedding
          FROM jsonb_to_recordset(%(rows)s) AS g(place integer, id uuid, ordinal integer, path text, text text, words integer,
                                                 length integer, terms jsonb)
          JOIN unnest(%(vectors)s::text[]) WITH ORDINALITY AS v(embedding, place) ON v.place = g.place + 1
        ), passage AS (
          INSERT INTO passages (workspace_id, id, document_id, source_id, agent_id, ordinal, path, text, words, length)
          SELECT %(w)s, id, %(document_id)s, %(source_id)s, %(agent_id)s, ordinal, path, text, words, length FROM given
        ), vector AS (
          INSERT INTO passage_vectors (workspace_id, agent_id, model, passage_id, embedding)
          SELECT %(w)s, %(agent_id)s, %(model)s, id, embedding::vector FROM given
        ), term AS (
          INSERT INTO passage_terms (workspace_id, agent_id, term, passage_id, frequency, length)
          SELECT %(w)s, %(agent_id)s, t.key, g.id, t.value::smallint, g.length
          FROM given g, jsonb_each_text(g.terms) AS t
        )
        INSERT INTO corpora AS c (workspace_id, agent_id, passages, length)
        SELECT %(w)s, %(agent_id)s, count(*), coalesce(sum(length), 0) FROM given
        ON CONFLICT (workspace_id, agent_id)
          DO UPDATE SET passages = c.passages + excluded.passages, length = c.length + excluded.length
        """,
        w=tx.workspace,
        rows=Jsonb(rows),
        vectors=vectors,
        document_id=document_id,
        source_id=source.id,
        agent_id=source.agent_id,
        model=learned.model,
    )


def _row(place: int, ordinal: int, cut: Cut) -> dict[str, object]:
    terms = {term[:100]: min(times, 1000) for term, times in counts(cut.path, cut.text).items()}
    return {
        "place": place,
        "id": str(new_id()),
        "ordinal": ordinal,
        "path": cut.path,
        "text": cut.text,
        "words": cut.words,
        "length": sum(terms.values()),
        "terms": terms,
    }
