"""A passage is found by what it says and by the question above it."""

from collections.abc import Sequence

import numpy as np

from deskbell.embedding.embedder import Vector, Vectors
from deskbell.knowledge.finding.meaning import AT_ONCE, embed
from deskbell.knowledge.passages import Cut

SAYS = (1.0, 0.0)
ASKS = (0.0, 1.0)


class TwoDirections:
    """Texts of several lines mean one thing, headings another. Counts what it is asked for at once."""

    name = "two-directions"
    dimensions = 2

    def __init__(self) -> None:
        self.at_once: list[int] = []

    async def embed_question(self, text: str) -> Vector:
        return (await self.embed_passages([text]))[0]

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.at_once.append(len(texts))
        return np.array([SAYS if "\n" in text else ASKS for text in texts], dtype=np.float32)


async def drawn(path: str) -> list[float]:
    vectors = await embed(TwoDirections(), [Cut(path, "From 8 to 6.")])
    return [round(float(value), 3) for value in vectors[0]]


async def test_a_question_above_a_passage_draws_its_vector_more_than_another_heading() -> None:
    assert [await drawn("Help › When are you open?"), await drawn("Help › Hours")] == [
        [0.781, 0.625],
        [0.958, 0.287],
    ]


async def test_many_passages_are_embedded_a_few_at_a_time_and_a_heading_once() -> None:
    model = TwoDirections()
    vectors = await embed(
        model, [Cut("Help › Hours", f"Line {number}.\nMore.") for number in range(AT_ONCE + 4)]
    )
    assert (model.at_once, vectors.shape) == ([AT_ONCE, 4, 1], (AT_ONCE + 4, 2))


class Silent(TwoDirections):
    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.zeros((len(texts), 2), dtype=np.float32)


async def test_a_text_without_words_points_nowhere() -> None:
    assert (await embed(Silent(), [Cut("…", "…")])).tolist() == [[0.0, 0.0]]


async def test_nothing_new_is_no_vector() -> None:
    assert (await embed(Silent(), [])).shape == (0, 2)
