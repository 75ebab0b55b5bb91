"""The product's retrieval over passages in memory: the same terms, BM25 and fusion as the query in PostgreSQL, for
experiments with thousands of questions. `evals/telehealth.py` measures the real query.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from deskbell.embedding.embedder import Vector, Vectors
from deskbell.knowledge.finding.ranking import K1, B, Found, rank
from deskbell.knowledge.finding.terms import counts, spell_out, stems
from deskbell.knowledge.passages import Cut
from deskbell.knowledge.queries import CANDIDATES

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)


class MemoryIndex:
    """`passage_id` of what is found is the passage's place in `cuts`."""

    def __init__(self, cuts: Sequence[Cut], vectors: Vectors) -> None:
        self.cuts = cuts
        self.vectors = vectors
        self.lengths = np.zeros(len(cuts))
        self.postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, cut in enumerate(cuts):
            terms = counts(cut.path, cut.text)
            self.lengths[place] = sum(terms.values())
            for term, times in terms.items():
                self.postings[term].append((place, times))

    def find(
        self,
        question: str,
        vector: Vector,
        *,
        limit: int = 8,
        allowed: NDArray[np.bool_] | None = None,
    ) -> list[Found]:
        """Best first; `allowed` hides passages, as if they had never been given."""
        allowed = np.ones(len(self.cuts), dtype=bool) if allowed is None else allowed
        lexical = np.where(allowed, self._bm25(question, allowed), 0.0)
        dense = np.where(allowed, self.vectors @ vector, -2.0)
        near = np.argsort(-dense)[:CANDIDATES]
        said = [place for place in np.argsort(-lexical)[:CANDIDATES] if lexical[place] > 0]
        chosen = sorted({int(place) for place in (*near, *said) if allowed[place]})
        found = [self._found(place, lexical[place], dense[place]) for place in chosen]
        return rank(question, found)[:limit]

    def _bm25(self, question: str, allowed: NDArray[np.bool_]) -> NDArray[np.float64]:
        scores = np.zeros(len(self.cuts))
        total, mean = int(allowed.sum()), float(self.lengths[allowed].mean())
        for term in set(stems(spell_out(question))):
            hits = [(place, times) for place, times in self.postings.get(term, ()) if allowed[place]]
            rarity = math.log(1 + (total - len(hits) + 0.5) / (len(hits) + 0.5))
            for place, times in hits:
                norm = K1 * (1 - B + B * self.lengths[place] / mean)
                scores[place] += rarity * times * (K1 + 1) / (times + norm)
        return scores

    def _found(self, place: int, lexical: float, dense: float) -> Found:
        cut = self.cuts[place]
        title = cut.path.partition(" › ")[0]
        none = UUID(int=0)
        identity = UUID(int=place)
        return Found(
            identity, none, none, title, cut.path, cut.text, None, READ_AT, float(lexical), float(dense)
        )
