"""From a reading to what is written: cut, compare with what is known, embed only what is new."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deskbell.embedding.embedder import Embedder, Vectors
from deskbell.knowledge.commands.corpus import Vectorized
from deskbell.knowledge.commands.documents import Learned
from deskbell.knowledge.freshness.changes import Comparison, compare
from deskbell.knowledge.passages import Cut, cut, embedded_text
from deskbell.knowledge.reading import Reading
from deskbell.knowledge.tables import Passage

AT_ONCE = 16  # passages per call of the model, so that a question of a visitor never waits long behind a book


@dataclass(frozen=True)
class Lesson:
    """What is to be written of a reading, and how it differs from what was known."""

    learned: Learned
    cuts: Sequence[Cut]
    comparison: Comparison


async def learn(embedder: Embedder, reading: Reading, known: Sequence[Passage]) -> Lesson:
    """`known`: the passages of the document so far that have a vector of this model."""
    cuts = cut(reading)
    comparison = compare(known, cuts)
    new = [cuts[place] for place in comparison.new]
    vectors = await _embed(embedder, new)
    passages = Vectorized(new, vectors, embedder.name, comparison.new)
    return Lesson(Learned(reading, passages, comparison.kept), cuts, comparison)


async def _embed(embedder: Embedder, cuts: Sequence[Cut]) -> Vectors:
    texts = [embedded_text(passage) for passage in cuts]
    groups = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    if not groups:
        return np.zeros((0, 0), dtype=np.float32)
    return np.concatenate([await embedder.embed_passages(group) for group in groups])
