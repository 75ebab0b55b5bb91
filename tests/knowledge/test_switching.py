"""An agent moves to another embedding model while it answers; no question is ever compared with the wrong vectors."""

from collections.abc import Sequence

import numpy as np
import pytest

from deskbell.embedding import ScriptedEmbedder
from deskbell.embedding.choosing import Embedders
from deskbell.embedding.embedder import Vector, Vectors
from deskbell.kit.jobs import Runner
from deskbell.knowledge.jobs import Switching, current_embedder
from deskbell.knowledge.queries import Search, find_passages
from tests.knowledge.conftest import Clinic

HOURS = "The clinic is open from eight."


class Wider(ScriptedEmbedder):
    """Another model with another dimension; `meanwhile` is done before it embeds, and it may break off."""

    name = "wider-1"
    dimensions = 512
    calls = 0
    breaks_at = 0

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        if self.calls == self.breaks_at:
            raise ConnectionError
        return await super().embed_passages(texts)


class Move:
    """A clinic that is told to move."""

    def __init__(self, clinic: Clinic) -> None:
        self.clinic = clinic
        self.old = clinic.training.embedder
        self.new = Wider()
        self.embedders = Embedders(self.new, self.old)

    async def asks(self) -> str:
        """A question notices that the server is set to another model. The name of the one it is embedded with."""
        async with self.clinic.transaction() as tx:
            return (await current_embedder(tx, self.clinic.agent_id, self.embedders)).name

    async def works(self) -> None:
        await Runner(
            self.clinic.database, Switching(self.clinic.database, self.embedders).works()
        ).run_pending()

    async def finds(self, vector: Vector, model: str) -> list[float]:
        async with self.clinic.transaction() as tx:
            found = await find_passages(tx, Search(self.clinic.agent_id, "open", vector, model))
        return [round(passage.dense, 2) for passage in found]

    async def sets(self) -> list[tuple[str, int]]:
        async with self.clinic.transaction() as tx:
            return [
                tuple(row.split("|"))
                for row in await tx.values(
                    """SELECT s.model || '|' || s.status || '|' || count(v.number) FROM vector_sets s
                       LEFT JOIN passage_vectors v ON v.agent_id = s.agent_id AND v.vector_set = s.number
                       GROUP BY s.model, s.status ORDER BY 1"""
                )
            ]


@pytest.fixture
async def move(clinic: Clinic) -> Move:
    await clinic.given_text("Visiting us", HOURS)
    await clinic.trains()
    return Move(clinic)


async def test_the_old_vectors_answer_until_the_new_ones_are_complete(move: Move) -> None:
    before = await move.finds(await move.old.embed_question(HOURS), move.old.name)
    assert await move.asks() == move.old.name
    assert await move.finds(await move.old.embed_question(HOURS), move.old.name) == before
    await move.works()
    assert await move.asks() == move.new.name
    assert await move.sets() == [("wider-1", "serving", "1")]
    assert await move.finds(await move.new.embed_question(HOURS), move.new.name) == before


async def test_a_question_of_the_old_model_is_not_compared_with_new_vectors(move: Move) -> None:
    await move.asks()
    await move.works()
    assert await move.finds(np.ones(move.old.dimensions, dtype=np.float32), move.old.name) == [0.0]


async def test_an_interrupted_switch_keeps_what_it_made_and_picks_up_what_came_meanwhile(move: Move) -> None:
    for number in range(40):
        await move.clinic.given_text(f"Page {number}", f"The clinic has room number {number}.")
    await move.clinic.trains()
    await move.asks()
    move.new.breaks_at = 5  # in the second batch
    await move.works()
    assert await move.sets() == [("scripted-1", "serving", "41"), ("wider-1", "preparing", "32")]
    assert await move.asks() == move.old.name
    await move.clinic.given_text("Later", "The clinic has a garden.")
    await move.clinic.trains()
    await move.works()
    assert await move.sets() == [("wider-1", "serving", "42")]


async def test_an_agent_that_is_there_already_is_left_alone(move: Move) -> None:
    await move.asks()
    await move.works()
    calls = move.new.calls
    await move.works()
    assert (await move.asks(), move.new.calls) == (move.new.name, calls)
