"""Where visitor text stays on this server, no embeddings server sees a question or a passage, whatever the server is set to."""

import json
from types import SimpleNamespace
from typing import cast

import httpx
import pytest

from deskbell.agents.commands import set_model_policy
from deskbell.agents.tables import ModelPolicy
from deskbell.answering.client import ContentLibrary
from deskbell.answering.outcomes import TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.embedding import ScriptedEmbedder
from deskbell.embedding.choosing import Embedders
from deskbell.embedding.remote import RemoteEmbedder
from deskbell.events.commands import settling
from deskbell.kit.jobs import Runner
from deskbell.knowledge.jobs import Switching, Training
from deskbell.reactions import reactions
from tests.knowledge.conftest import NOON, Clinic

HOURS = "The clinic is open from eight."
REMOTE = "nano at https://vectors.example/v1"


class World:
    """The outside world, recorded: every text that an embeddings server was sent. It may change the switch meanwhile."""

    def __init__(self, clinic: Clinic) -> None:
        self.clinic = clinic
        self.sent: list[str] = []
        self.switched_on_meanwhile = False
        client = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))
        self.remote = RemoteEmbedder("https://vectors.example/v1", "nano", "", client)
        self.here = ScriptedEmbedder()
        clinic.training = Training(
            clinic.database, self.remote, clinic.training.reader, lambda: NOON, self.here
        )
        self.embedders = Embedders(self.remote, self.here)

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        texts = json.loads(request.content)["input"]
        self.sent += texts
        if self.switched_on_meanwhile:
            await self.stays(on=True)
        rows = [{"index": place, "embedding": [len(text), 1.0, 3.0]} for place, text in enumerate(texts)]
        return httpx.Response(200, json={"data": rows})

    async def stays(self, *, on: bool) -> None:
        async with self.clinic.transaction() as tx:
            await set_model_policy(tx, ModelPolicy(text_stays_here=on), at=NOON)

    async def works(self) -> None:
        works = {**self.clinic.training.works(), **Switching(self.clinic.database, self.embedders).works()}
        await Runner(self.clinic.database, works).run_pending()

    async def asks(self, question: str) -> tuple[str, list[str]]:
        """As a turn does it: the model that the question went through, and what was found."""
        library = ContentLibrary(self.clinic.database, self.remote, self.here)
        turn = SimpleNamespace(
            workspace_id=self.clinic.workspace_id,
            agent=SimpleNamespace(id=self.clinic.agent_id),
            within=None,
        )
        trace = Trace()
        found = await library.find(cast("TurnInput", turn), question, trace)
        return trace.versions.embedding, [passage.text for passage in found]

    async def sets(self) -> list[tuple[str, str]]:
        async with self.clinic.transaction() as tx:
            rows = await tx.values("SELECT model || '|' || status FROM vector_sets ORDER BY 1")
            return [tuple(row.split("|")) for row in rows]


@pytest.fixture
async def world(clinic: Clinic) -> World:
    """A clinic with one page; its server is set to an embeddings server. What follows from events is done."""
    clinic.database.settle = settling(reactions)
    world = World(clinic)
    await clinic.given_text("Visiting us", HOURS)
    return world


async def test_without_the_switch_the_embeddings_server_is_asked(world: World) -> None:
    await world.works()
    assert await world.asks("When is it open?") == (REMOTE, [HOURS])
    assert world.sent[-1].startswith("When is it open?")


async def test_with_the_switch_nothing_is_sent_for_reading_moving_or_asking(world: World) -> None:
    await world.stays(on=True)
    await world.works()
    assert await world.asks("When is it open?") == (world.here.name, [HOURS])
    await world.works()
    assert (world.sent, await world.sets()) == ([], [(world.here.name, "serving")])


async def test_turning_it_on_stops_the_next_question_and_moves_back_in_the_background(world: World) -> None:
    await world.works()
    world.sent.clear()
    await world.stays(on=True)
    # Only the remote model's vectors are there: words alone find it.
    assert await world.asks("When is it open?") == (world.here.name, [HOURS])
    await world.works()
    assert (world.sent, await world.sets()) == ([], [(world.here.name, "serving")])


async def test_nobody_has_to_ask_for_the_move_back(world: World) -> None:
    await world.works()
    await world.stays(on=True)
    await world.works()
    assert await world.sets() == [(world.here.name, "serving")]


async def test_a_move_to_the_embeddings_server_is_refused_in_its_middle(world: World) -> None:
    await world.stays(on=True)
    for number in range(70):
        await world.clinic.given_text(f"Page {number}", f"The clinic has room number {number}.")
    await world.works()
    await world.stays(on=False)
    world.switched_on_meanwhile = True
    await world.works()
    assert 0 < len(world.sent) < 70  # the first batch was on its way; the second never left
    assert await world.sets() == [(world.here.name, "serving")]


async def test_turning_it_off_lets_the_agent_move(world: World) -> None:
    await world.stays(on=True)
    await world.works()
    await world.stays(on=False)
    await world.works()
    assert await world.sets() == [(REMOTE, "serving")]


async def test_what_comes_while_the_agent_is_moved_back_is_read_without_it_too(world: World) -> None:
    await world.works()
    world.sent.clear()
    await world.stays(on=True)
    await world.clinic.given_text("Garden", "The clinic has a garden.")
    await world.works()
    assert (world.sent, await world.sets()) == ([], [(world.here.name, "serving")])
