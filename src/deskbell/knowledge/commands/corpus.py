"""Writing passages and taking them away, with the packed index always in step (`finding/bands.py`).

Whoever changes an agent's index locks its corpus first: numbers are given in order, and nobody waits for somebody who waits.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.ids import new_id
from deskbell.knowledge.commands.bands import lengthen, lock_corpus, mark_gone, post, seal_full_bands
from deskbell.knowledge.commands.vector_sets import begin_set
from deskbell.knowledge.finding.spelling import words_of
from deskbell.knowledge.finding.terms import counts
from deskbell.knowledge.passages import Cut
from deskbell.knowledge.queries import as_literal
from deskbell.knowledge.queries.vector_sets import serving_set
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


@dataclass(frozen=True)
class _Gone:
    number: int
    length: int


@dataclass(frozen=True)
class _Place:
    """Where the new passages go: the first of their numbers, and the set that their vectors belong to."""

    first: int
    vector_set: int


async def forget_passages(tx: Transaction, source: Source) -> None:
    """Everything learned from a source, but not the source."""
    await lock_corpus(tx, source.agent_id)
    gone = await tx.all(
        _Gone,
        """
        DELETE FROM passages WHERE workspace_id = %(w)s AND source_id = %(id)s RETURNING number, length
        """,
        w=tx.workspace,
        id=source.id,
    )
    await _settle_gone(tx, source.agent_id, gone)
    await tx.run(
        "DELETE FROM documents WHERE workspace_id = %(w)s AND source_id = %(id)s",
        w=tx.workspace,
        id=source.id,
    )


async def forget_some(tx: Transaction, source: Source, passage_ids: Collection[UUID]) -> None:
    """These passages of a source, and nothing else."""
    await lock_corpus(tx, source.agent_id)
    gone = await tx.all(
        _Gone,
        """
        DELETE FROM passages WHERE workspace_id = %(w)s AND source_id = %(id)s AND id = ANY(%(ids)s)
        RETURNING number, length
        """,
        w=tx.workspace,
        id=source.id,
        ids=list(passage_ids),
    )
    await _settle_gone(tx, source.agent_id, gone)


async def write_passages(tx: Transaction, source: Source, document_id: UUID, learned: Vectorized) -> None:
    """Passages of a document, with their vectors and postings. `Conflict` when the agent has moved to another model since
    they were embedded: embed them again.
    """
    counted = [_counted(cut) for cut in learned.cuts]
    lengths = [sum(terms.values()) for terms in counted]
    place = await _claim(tx, source.agent_id, learned.model, lengths)
    places = learned.places or range(len(learned.cuts))
    rows = [
        _row(index, ordinal, cut) | {"length": length, "number": place.first + index}
        for index, (ordinal, cut, length) in enumerate(zip(places, learned.cuts, lengths, strict=True))
    ]
    await tx.run(
        """
        WITH given AS (
          SELECT g.*, v.embedding
          FROM jsonb_to_recordset(%(rows)s) AS g(place integer, id uuid, number integer, ordinal integer, path text,
                                                 text text, words integer, length integer)
          JOIN unnest(%(vectors)s::text[]) WITH ORDINALITY AS v(embedding, place) ON v.place = g.place + 1
        ), passage AS (
          INSERT INTO passages (workspace_id, id, document_id, source_id, agent_id, number, ordinal, path, text, words,
                                length)
          SELECT %(w)s, id, %(document_id)s, %(source_id)s, %(agent_id)s, number, ordinal, path, text, words, length
          FROM given
        )
        INSERT INTO passage_vectors (workspace_id, agent_id, number, vector_set, embedding)
        SELECT %(w)s, %(agent_id)s, number, %(set)s, embedding::halfvec FROM given
        """,
        w=tx.workspace,
        rows=Jsonb(rows),
        vectors=[as_literal(vector) for vector in learned.vectors],
        document_id=document_id,
        source_id=source.id,
        agent_id=source.agent_id,
        set=place.vector_set,
    )
    await lengthen(tx, source.agent_id, place.first, lengths)
    await post(tx, source.agent_id, place.first, counted)
    await _learn_words(tx, source.agent_id, learned.cuts)
    await seal_full_bands(tx, source.agent_id, place.vector_set, place.first, len(rows))


async def _settle_gone(tx: Transaction, agent_id: UUID, gone: Sequence[_Gone]) -> None:
    if not gone:
        return
    await mark_gone(tx, agent_id, [passage.number for passage in gone])
    await tx.run(
        """
        UPDATE corpora SET passages = passages - %(passages)s, length = length - %(length)s
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        passages=len(gone),
        length=sum(passage.length for passage in gone),
    )


async def _claim(tx: Transaction, agent_id: UUID, model: str, lengths: Sequence[int]) -> _Place:
    """Numbers for new passages, under the lock of the corpus; corpus and set begin with the first document of the agent."""
    first = await tx.value(
        """
        INSERT INTO corpora AS c (workspace_id, agent_id, passages, length, next_number)
        VALUES (%(w)s, %(agent_id)s, %(passages)s, %(length)s, %(passages)s)
        ON CONFLICT (workspace_id, agent_id)
          DO UPDATE SET passages = c.passages + excluded.passages, length = c.length + excluded.length,
                        next_number = c.next_number + excluded.next_number
        RETURNING next_number - %(passages)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        passages=len(lengths),
        length=sum(lengths),
    )
    # Only now, with the lock: a statement sees what was committed before it began.
    serving = await serving_set(tx, agent_id) or await begin_set(tx, agent_id, model)
    if serving.model != model:
        raise Conflict("other_model", "The agent has moved to another embedding model. Embed this again.")
    return _Place(first, serving.number)


async def _learn_words(tx: Transaction, agent_id: UUID, cuts: Sequence[Cut]) -> None:
    words = sorted({word for cut in cuts for word in words_of(f"{cut.path} {cut.text}")})
    await tx.run(
        """
        INSERT INTO vocabulary (workspace_id, agent_id, word)
        SELECT %(w)s, %(agent_id)s, unnest(%(words)s::text[]) ON CONFLICT DO NOTHING
        """,
        w=tx.workspace,
        agent_id=agent_id,
        words=words,
    )


def _counted(cut: Cut) -> Mapping[str, int]:
    return {term[:100]: min(times, 1000) for term, times in counts(cut.path, cut.text).items()}


def _row(place: int, ordinal: int, cut: Cut) -> dict[str, object]:
    return {
        "place": place,
        "id": str(new_id()),
        "ordinal": ordinal,
        "path": cut.path,
        "text": cut.text,
        "words": cut.words,
    }
