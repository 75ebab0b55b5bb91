"""What a search brings back, and how the two ways of searching are weighed against each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

DENSE_WEIGHT = 0.6  # measured: evals/retrieval.py
K1 = 1.2
B = 0.75


@dataclass(frozen=True)
class Found:
    """A passage that may answer. `lexical` is BM25 (0 = no word in common), `dense` the cosine (-1 … 1) of question
    and passage, `score` their fusion (0 … 1, comparable within one search only). `url` leads to the document, whose `version` was
    read at `read_at`.
    """

    passage_id: UUID
    source_id: UUID
    document_id: UUID
    title: str
    path: str
    text: str
    url: str | None
    read_at: datetime
    lexical: float
    dense: float
    score: float = 0.0
    version: int = 1


def fuse(candidates: Sequence[Found], *, dense_weight: float = DENSE_WEIGHT) -> list[Found]:
    """Best first. Each ranker's scores are stretched to 0 … 1 over the candidates, then weighed; copies appear once."""
    lexical = _stretched([found.lexical for found in candidates])
    dense = _stretched([found.dense for found in candidates])
    scored = [
        replace(found, score=dense_weight * near + (1 - dense_weight) * said)
        for found, said, near in zip(candidates, lexical, dense, strict=True)
    ]
    return list(_without_copies(sorted(scored, key=lambda found: (-found.score, found.passage_id))))


def _stretched(values: Sequence[float]) -> list[float]:
    """Minimum to 0, maximum to 1. All alike: none stands out."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    return [(value - low) / (high - low) if high > low else 0.0 for value in values]


def _without_copies(ranked: Iterable[Found]) -> Iterable[Found]:
    """The same text stands on many pages (notices, contact boxes): its best place is enough."""
    seen: set[str] = set()
    for found in ranked:
        if found.text not in seen:
            seen.add(found.text)
            yield found
