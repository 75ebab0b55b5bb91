"""Finding the passages that may answer a question, by words and by meaning.

PostgreSQL hands out what is packed (`finding/bands.py`); it is weighed here, and the best are compared exactly there.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.finding.bands import SIZE, Band, Layout, Posting, Shortlist, best
from deskbell.knowledge.finding.ranking import Found, rank
from deskbell.knowledge.finding.sketches import KnownSketches, Shelf
from deskbell.knowledge.finding.terms import spell_out, stems

if TYPE_CHECKING:  # the web process reads sources and never needs numpy
    import numpy as np
    from numpy.typing import NDArray

    from deskbell.embedding.embedder import Vector

CANDIDATES = 50  # from each ranker
BANDS_AT_ONCE = 64  # of sketches: 3 MB for 384 dimensions


@dataclass(frozen=True)
class _Corpus:
    """How much the agent knows, and the vectors that may be compared with the question's; None when there are none."""

    passages: int
    length: int
    vector_set: int | None


@dataclass(frozen=True)
class _Sketch:
    band: int
    bits: bytes


@dataclass(frozen=True)
class Search:
    """What is looked for, in which agent. `vector` is the question's, made by the embedder named `model`; without one, words
    alone decide. `within` a source, its passages alone are looked at, and have the scores they have among all.
    """

    agent_id: UUID
    question: str
    vector: "Vector | None"
    model: str
    within: UUID | None = None


async def find_passages(
    tx: Transaction, search: Search, *, limit: int = 8, known: KnownSketches | None = None
) -> list[Found]:
    """What may answer the question, best first.

    Both rankers name their candidates; every candidate gets both scores, so that the fusion compares like with like.
    """
    return rank(search.question, await find_candidates(tx, search, known=known))[:limit]


async def find_candidates(
    tx: Transaction, search: Search, *, known: KnownSketches | None = None
) -> list[Found]:
    """What both rankers name, in no order: up to `CANDIDATES` each, each with both scores. `known`: sketches that need not
    be read again.
    """
    corpus = await _corpus(tx, search)
    if corpus is None:
        return []
    layout = Layout(await _bands(tx, search.agent_id))
    postings = await _postings(tx, search.agent_id, layout, sorted(set(stems(spell_out(search.question)))))
    lexical = layout.bm25(postings, passages=corpus.passages, length=corpus.length)
    if search.within is not None:
        layout = layout.only(await _numbers_of(tx, search.agent_id, search.within))
    if hidden := await _numbers_of_removed(tx, search.agent_id):
        layout = layout.without(hidden)
    lexical = lexical * (layout.lengths > 0)
    said = best(lexical, CANDIDATES)
    near: Sequence[int] = ()
    if search.vector is not None and corpus.vector_set is not None:
        shelf = (tx.workspace, search.agent_id, corpus.vector_set)
        near = (await _near(tx, shelf, layout, search.vector, known or KnownSketches(0))).tolist()
    return await _compared(tx, search, _Asked(layout, lexical, said.tolist(), near), corpus.vector_set)


def as_literal(vector: "Vector | Sequence[float]") -> str:
    """A vector as PostgreSQL reads it."""
    return "[" + ",".join(f"{float(value):.6g}" for value in vector) + "]"


async def _corpus(tx: Transaction, search: Search) -> _Corpus | None:
    return await tx.maybe(
        _Corpus,
        """
        SELECT c.passages, c.length, (
          SELECT s.number FROM vector_sets s
          WHERE s.workspace_id = c.workspace_id AND s.agent_id = c.agent_id AND s.model = %(model)s
            AND s.status <> 'preparing'
          ORDER BY s.number DESC LIMIT 1
        ) AS vector_set
        FROM corpora c WHERE c.workspace_id = %(w)s AND c.agent_id = %(agent_id)s AND c.passages > 0
        """,
        w=tx.workspace,
        agent_id=search.agent_id,
        model=search.model,
    )


async def _bands(tx: Transaction, agent_id: UUID) -> list[Band]:
    return await tx.packed(
        Band,
        "SELECT band, lengths FROM bands WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s ORDER BY band",
        w=tx.workspace,
        agent_id=agent_id,
    )


async def _numbers_of(tx: Transaction, agent_id: UUID, source_id: UUID) -> list[int]:
    return await tx.values(
        "SELECT number FROM passages WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND source_id = %(source)s",
        w=tx.workspace,
        agent_id=agent_id,
        source=source_id,
    )


async def _numbers_of_removed(tx: Transaction, agent_id: UUID) -> list[int]:
    """Passages of sources that were removed and are not forgotten yet."""
    return await tx.values(
        """
        SELECT p.number FROM sources s JOIN passages p ON p.workspace_id = s.workspace_id AND p.source_id = s.id
        WHERE s.workspace_id = %(w)s AND s.agent_id = %(agent_id)s AND s.removed_at IS NOT NULL
        """,
        w=tx.workspace,
        agent_id=agent_id,
    )


async def _postings(tx: Transaction, agent_id: UUID, layout: Layout, terms: list[str]) -> list[Posting]:
    """By key alone: each band is asked for each term."""
    return await tx.packed(
        Posting,
        """
        SELECT band, term, entries FROM postings
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND band = ANY(%(bands)s) AND term = ANY(%(terms)s)
        ORDER BY band
        """,
        w=tx.workspace,
        agent_id=agent_id,
        bands=layout.bands,
        terms=terms,
    )


async def _near(
    tx: Transaction, shelf: Shelf, layout: Layout, vector: "Vector", known: KnownSketches
) -> "NDArray[np.intp]":
    """The slots that are worth an exact look: the nearest by their signs, and all of bands that are still filling."""
    import numpy as np

    filling = layout.lengths > 0
    shortlist = Shortlist(vector, among=int(filling.sum()))
    for first in range(0, len(layout.bands), BANDS_AT_ONCE):
        sketches = await _sketches(tx, shelf, layout.bands[first : first + BANDS_AT_ONCE], known)
        if sketches:
            starts = np.array([layout.starts[band] for band in sketches])
            slots = (starts[:, None] + np.arange(SIZE)).ravel()
            bits = np.frombuffer(b"".join(sketches.values()), dtype=np.uint8)
            there = filling[slots]
            shortlist.weigh(slots[there], bits.reshape(len(slots), -1)[there])
            filling[slots] = False
        await asyncio.sleep(0)  # a large agent lets the questions of others through
    return np.concatenate([shortlist.slots(), np.flatnonzero(filling)])


async def _sketches(
    tx: Transaction, shelf: Shelf, bands: list[int], known: KnownSketches
) -> Mapping[int, bytes]:
    """Of those bands that have one. A band that is still filling is asked for each time."""
    found = known.of(shelf, bands)
    _, agent_id, vector_set = shelf
    read = await tx.packed(
        _Sketch,
        """
        SELECT band, bits FROM sketches
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND vector_set = %(set)s AND band = ANY(%(bands)s)
        """,
        w=tx.workspace,
        agent_id=agent_id,
        set=vector_set,
        bands=[band for band in bands if band not in found],
    )
    new = {sketch.band: sketch.bits for sketch in read}
    known.keep(shelf, new)
    return {**found, **new}


class _Asked:
    """The passages to compare: their numbers with their BM25, and which of them were named for their words."""

    def __init__(
        self, layout: Layout, lexical: "NDArray[np.float64]", said: list[int], near: Sequence[int]
    ) -> None:
        import numpy as np

        slots = np.array(sorted({*said, *near}), dtype=np.intp)
        self.numbers = layout.numbers(slots)
        self.lexical: list[float] = lexical[slots].tolist()
        self.said = layout.numbers(np.array(said, dtype=np.intp))


async def _compared(tx: Transaction, search: Search, asked: _Asked, vector_set: int | None) -> list[Found]:
    """The candidates of both rankers, each with both scores. Planned each time: a plan for any list of numbers reads all
    vectors of the agent.
    """
    return await tx.planned(
        Found,
        """
        WITH near AS MATERIALIZED (
          SELECT number, -(embedding <#> %(vector)s::halfvec) AS dense FROM passage_vectors
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND number = ANY(%(numbers)s)
            AND vector_set = %(set)s
        ), candidates AS (
          SELECT unnest(%(said)s::integer[]) AS number
          UNION
          (SELECT number FROM near ORDER BY dense DESC LIMIT %(candidates)s)
        ), said AS (
          SELECT * FROM unnest(%(numbers)s::integer[], %(lexical)s::float8[]) AS s(number, lexical)
        )
        SELECT p.id AS passage_id, p.source_id, p.document_id, d.title, p.path, p.text, d.url, d.read_at, d.version,
               s.lexical, coalesce(n.dense, 0) AS dense
        FROM candidates k
        JOIN passages p ON p.workspace_id = %(w)s AND p.agent_id = %(agent_id)s AND p.number = k.number
        JOIN documents d ON d.workspace_id = %(w)s AND d.id = p.document_id
        JOIN said s ON s.number = k.number
        LEFT JOIN near n ON n.number = k.number
        """,
        w=tx.workspace,
        agent_id=search.agent_id,
        vector=None if search.vector is None else as_literal(search.vector),
        set=vector_set,
        numbers=asked.numbers,
        lexical=asked.lexical,
        said=asked.said,
        candidates=CANDIDATES,
    )
