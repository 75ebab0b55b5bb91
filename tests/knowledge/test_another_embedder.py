"""Another model may search; how near and how sure mean the same as with the built-in one."""

import json
from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast
from uuid import UUID

import httpx
import pytest

from deskbell.answering.client import ContentLibrary, VerbatimAnswerer
from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.embedding import ScriptedEmbedder
from deskbell.embedding.embedder import Embedder
from deskbell.embedding.remote import RemoteEmbedder
from deskbell.knowledge.finding.meaning import seen_by
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.jobs import Training
from tests.knowledge.conftest import NOON, Clinic

PAGES = {
    "Opening hours": "The clinic is open from eight to six on weekdays.",
    "Refills": "Refills are sent to your pharmacy within two days.",
    "Prices": "A video visit costs 49 dollars.",
}
QUESTION = "When is the clinic open on weekdays?"


class Server:
    """An embeddings server to whom every text is nearly the same; it breaks when it is told to."""

    def __init__(self) -> None:
        self.broken = False
        client = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))
        self.embedder = RemoteEmbedder("https://vectors.example/v1", "blurred", "", client)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if self.broken:
            return httpx.Response(500)
        rows = [
            {"index": place, "embedding": [100.0, float(len(text) % 7), 1.0]}
            for place, text in enumerate(json.loads(request.content)["input"])
        ]
        return httpx.Response(200, json={"data": rows})


class Asking:
    """The same pages, read with one model and asked as a turn asks."""

    def __init__(self, clinic: Clinic, embedder: Embedder) -> None:
        self.clinic, self.here = clinic, ScriptedEmbedder()
        clinic.training = Training(clinic.database, embedder, clinic.training.reader, lambda: NOON, self.here)
        self.library = ContentLibrary(clinic.database, embedder, self.here)
        agent = SimpleNamespace(id=clinic.agent_id, name="Lumi", language="en", tone="warm")
        turn = SimpleNamespace(
            workspace_id=clinic.workspace_id,
            workspace_name="Harbor",
            agent=agent,
            thread=(),
            text=QUESTION,
            within=None,
        )
        self.turn = cast("TurnInput", turn)

    async def learns(self) -> None:
        for title, text in PAGES.items():
            await self.clinic.given_text(title, text)
        await self.clinic.trains()

    async def finds(self) -> list[Found]:
        return list(await self.library.find(self.turn, QUESTION, Trace()))

    async def answers(self) -> Draft:
        answerer = VerbatimAnswerer(self.here, self.library)
        draft = await answerer.compose(QUESTION, self.turn, await self.finds(), _shows_nothing, Trace())
        assert isinstance(draft, Draft)
        return draft


async def _shows_nothing(*_: object) -> None:
    return


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def with_server(clinic: Clinic, server: Server) -> Asking:
    asking = Asking(clinic, server.embedder)
    await asking.learns()
    return asking


@pytest.fixture
async def built_in_only(other_clinic: Clinic) -> Asking:
    asking = Asking(other_clinic, ScriptedEmbedder())
    await asking.learns()
    return asking


def nearness(found: Sequence[Found]) -> dict[str, float]:
    return {passage.title: round(passage.dense, 2) for passage in found}


async def test_pages_are_as_near_as_the_built_in_model_sees_them_whichever_model_searched(
    with_server: Asking, built_in_only: Asking
) -> None:
    assert nearness(await with_server.finds()) == nearness(await built_in_only.finds())


async def test_the_agent_is_as_sure_of_an_answer_whichever_model_searched(
    with_server: Asking, built_in_only: Asking
) -> None:
    sure = (await built_in_only.answers()).confidence
    assert sure > 0.55  # or the rest says nothing
    assert (await with_server.answers()).confidence == pytest.approx(sure, abs=0.05)


async def test_the_agent_is_as_sure_while_the_server_does_not_answer(
    with_server: Asking, server: Server
) -> None:
    before = await with_server.answers()
    server.broken = True
    after = await with_server.answers()
    assert (after.text, after.confidence) == (before.text, pytest.approx(before.confidence, abs=0.05))


async def test_the_order_is_left_to_the_model_that_searched() -> None:
    pages = [found("A video visit costs 49 dollars."), found("The clinic is open on weekdays.")]
    seen = await seen_by(ScriptedEmbedder(), "Is the clinic open on weekdays?", pages)
    assert [page.text for page in seen] == [page.text for page in pages]
    assert seen[0].dense < seen[1].dense
    assert seen[0].score > seen[1].score


def found(text: str) -> Found:
    nobody = UUID(int=0)
    return Found(nobody, nobody, nobody, "Help", "Help", text, None, NOON, lexical=1.0, dense=0.99, score=0.8)
