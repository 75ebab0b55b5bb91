"""What a passage means, as one vector: what it says, drawn towards the heading that it answers. Not here: the model."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from deskbell.embedding.embedder import Embedder, Vectors
from deskbell.knowledge.finding.ranking import MEANING_WEIGHT, Found
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.passages import Cut, embedded_text
from deskbell.knowledge.reading.blocks import SEPARATOR

AT_ONCE = 16  # texts per call of the model, so that a question of a visitor never waits long behind a book
# A question is nearer to the same question in other words than to any answer. Chosen among five weights on COVID-QA (question
# pairs) and SQuAD, with both halves of each in view: of these two numbers docs/quality.md gives no unseen figure.
QUESTION_WEIGHT = 0.8
HEADING_WEIGHT = 0.3


async def embed(embedder: Embedder, cuts: Sequence[Cut]) -> Vectors:
    """One unit vector per passage: shape (len(cuts), dimensions)."""
    if not cuts:
        return np.zeros((0, embedder.dimensions), dtype=np.float32)
    headings = list(dict.fromkeys(_heading(cut) for cut in cuts))
    said = await _in_turns(embedder, [embedded_text(cut) for cut in cuts])
    asked = dict(zip(headings, await _in_turns(embedder, headings), strict=True))
    drawn = said + np.stack([_weight(cut) * asked[_heading(cut)] for cut in cuts])
    lengths = np.maximum(
        np.linalg.norm(drawn, axis=1, keepdims=True), 1e-9
    )  # a text without words has no direction
    return (drawn / lengths).astype(np.float32)


async def seen_by(embedder: Embedder, question: str, found: Sequence[Found]) -> list[Found]:
    """The same passages in the same order, with the cosines of `embedder` and scores that follow from these: the best score
    stands first, so that whoever searched keeps the last word on the order.
    """
    asked = await embedder.embed_question(spell_out(question))
    near = (await embed(embedder, [Cut(one.path, one.text) for one in found]) @ asked).tolist()
    scores = [
        one.score + MEANING_WEIGHT * (dense - one.dense) for one, dense in zip(found, near, strict=True)
    ]
    in_order = sorted(scores, reverse=True)
    return [
        replace(one, dense=dense, score=score)
        for one, dense, score in zip(found, near, in_order, strict=True)
    ]


def _heading(cut: Cut) -> str:
    return cut.path.rpartition(SEPARATOR)[2]


def _weight(cut: Cut) -> float:
    return QUESTION_WEIGHT if _heading(cut).endswith("?") else HEADING_WEIGHT


async def _in_turns(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    groups = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    return np.concatenate([await embedder.embed_passages(group) for group in groups])
