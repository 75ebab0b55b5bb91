"""A text that was embedded before is not embedded again, and nobody can tell from the vectors."""

from collections.abc import Sequence

import numpy as np

from deskbell.embedding import ScriptedEmbedder
from deskbell.embedding.embedder import Vectors
from deskbell.embedding.remembering import Remembering


class Counting(ScriptedEmbedder):
    def __init__(self) -> None:
        self.asked: list[str] = []

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return await super().embed_passages(texts)


async def test_only_new_texts_reach_the_model() -> None:
    model = Counting()
    remembering = Remembering(model)
    await remembering.embed_passages(["one", "two", "one"])
    again = await remembering.embed_passages(["two", "three", "one"])
    assert model.asked == ["one", "two", "three"]
    assert np.array_equal(again, await ScriptedEmbedder().embed_passages(["two", "three", "one"]))


async def test_what_was_not_used_longest_is_forgotten() -> None:
    model = Counting()
    remembering = Remembering(model, most=2)
    for text in ("one", "two", "one", "three", "one", "two"):
        await remembering.embed_question(text)
    assert model.asked == ["one", "two", "three", "two"]


async def test_nothing_in_is_nothing_out() -> None:
    assert (await Remembering(Counting()).embed_passages([])).shape == (0, 384)
