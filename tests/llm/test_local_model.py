"""A real model behind a real OpenAI-compatible server: what goes over the wire, what is counted, what is kept back, what a takeover stops.

Most weights make it recite: nothing here says how well a model answers. `make campaign` runs it where the server is installed; a real
small chat model is tried too where DESKBELL_LOCAL_MODEL_GGUF names its file.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from deskbell.kit.http import guarded_client
from deskbell.llm.chat import ChatMessage, FailureKind, ModelFailed, Usage
from deskbell.llm.opening import open_model
from tests.answering.models import HOURS, Models, models_of, passage
from tests.answering.turns import authors
from tests.cast import Person
from tests.llm.local_server import GGUF, NO_GGUF, LocalServer, local_server
from tests.visitor import Visitor

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(600)]

ASKED = [ChatMessage("system", "Answer from the passages."), ChatMessage("user", "When are you open?")]
RECITED = ['{"answerable": true, ', '"person": false}\n', "The clinic is open ", "Monday to Friday "]
QUESTION = "When is the clinic open?"
TO_A_SMALL_MODEL = [
    ChatMessage("system", "Answer from the passages."),
    ChatMessage("user", f"[1] Hours\n{HOURS}\n\nThe visitor asks:\n{QUESTION}"),
]
real_weights = pytest.mark.skipif(not GGUF, reason=NO_GGUF)


@pytest.fixture(scope="module")
async def local(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LocalServer]:
    async with local_server(tmp_path_factory.mktemp("models")) as server:
        yield server


@pytest.fixture
async def model(
    ada: Person, vera: Visitor, lumi: dict[str, Any], local: LocalServer
) -> AsyncIterator[Models]:
    """Vera's desk, whose agent asks the local server by the name of a model."""
    async with models_of(ada, vera, lumi["id"], also=local.host_and_port) as models:
        yield models


async def heard(
    local: LocalServer,
    name: str,
    *,
    max_tokens: int = 60,
    seconds: float = 60,
    messages: list[ChatMessage] = ASKED,
) -> list[str | Usage]:
    async with guarded_client(frozenset({local.host_and_port})) as client:
        model = open_model("openai", local.url, name, "", client)
        return [piece async for piece in model.stream(messages, max_tokens=max_tokens, seconds=seconds)]


async def test_text_comes_in_pieces_and_what_the_server_does_not_count_is_estimated(
    local: LocalServer,
) -> None:
    *pieces, usage = await heard(local, "recites")
    assert pieces[:4] == RECITED
    assert "".join(map(str, pieces)).endswith("from 8:00 to 18:00 [1].")
    assert isinstance(usage, Usage)
    assert usage.tokens > 10


async def test_a_model_that_does_not_stop_is_stopped_by_its_limit(local: LocalServer) -> None:
    with pytest.raises(ModelFailed) as failed:
        await heard(local, "endless", max_tokens=20)
    assert failed.value.kind is FailureKind.TOO_LONG


async def test_a_model_that_is_slower_than_its_time_is_given_up(local: LocalServer) -> None:
    with pytest.raises(ModelFailed) as failed:
        await heard(local, "endless", max_tokens=5_000, seconds=1)
    assert failed.value.kind is FailureKind.TIMED_OUT


async def test_nonsense_is_kept_back_and_the_content_is_quoted(
    vera: Visitor, model: Models, local: LocalServer
) -> None:
    await model.sets(models=[{"url": local.url, "name": "babbles"}])
    thread = await vera.asks(QUESTION)
    assert (authors(thread), thread["messages"][-1]["text"] in HOURS) == (["visitor", "agent"], True)
    assert model.shown == []
    assert [verdict["passed"] for verdict in (await model.trace())["verdicts"]] == [False]


async def test_nonsense_without_a_quote_instead_ends_at_a_person(
    vera: Visitor, model: Models, local: LocalServer
) -> None:
    await model.sets(models=[{"url": local.url, "name": "babbles"}])
    model.shelf.passages = [replace(passage(HOURS), dense=0.05, lexical=0.0, score=0.1)]
    thread = await vera.asks("Are llamas vaccinated against unicorn fever?")
    assert authors(thread) == ["visitor", "handed_off"]


async def test_an_answer_that_the_content_carries_stands_with_its_source_and_is_counted(
    vera: Visitor, model: Models, local: LocalServer
) -> None:
    await model.sets(models=[{"url": local.url, "name": "recites", "input_price": 2.0, "output_price": 10.0}])
    thread = await vera.asks(QUESTION)
    assert thread["messages"][-1]["text"] == "The clinic is open Monday to Friday from 8:00 to 18:00. [1]"
    call = (await model.trace())["calls"][0]
    assert (call["ended"], call["tokens_in"] > 300, call["cost"] > 0) == ("answered", True, True)
    assert (await model.used())["models"][0]["calls"] == 1


@real_weights
async def test_a_real_small_model_streams_a_whole_right_answer(local: LocalServer) -> None:
    *pieces, usage = await heard(local, "small", messages=TO_A_SMALL_MODEL)
    text = "".join(map(str, pieces))
    assert len(pieces) >= 10
    assert "Monday to Friday from 8:00 to 18:00" in text
    assert isinstance(usage, Usage)
    assert usage.output_tokens >= 10


@real_weights
async def test_a_real_small_model_that_cites_nothing_is_kept_back_and_the_content_is_quoted(
    vera: Visitor, model: Models, local: LocalServer
) -> None:
    await model.sets(models=[{"url": local.url, "name": "small"}])
    thread = await vera.asks(QUESTION)
    assert (thread["messages"][-1]["text"] in HOURS, model.shown) == (True, [])


async def test_a_takeover_stops_the_server_within_a_second(
    ben: Person, vera: Visitor, model: Models, local: LocalServer
) -> None:
    """The server has one slot for each model: it answers anybody else only after it has stopped writing."""
    await model.sets(models=[{"url": local.url, "name": "endless"}], answer_length="long")
    alone = await one_token(local)
    conversation = await vera.says(QUESTION)
    working = asyncio.create_task(vera.desk.runs_jobs())
    await asyncio.wait_for(model.seen.wait(), 60)
    await ben.takes_over(conversation)
    taken_at = time.monotonic()
    await working
    await one_token(local)
    assert time.monotonic() - taken_at < 1 + 2 * alone
    assert authors(await vera.thread()) == ["visitor", "taken_over"]


async def one_token(local: LocalServer) -> float:
    """Seconds until the model that never ends has written a single token, and was cut."""
    began = time.monotonic()
    with pytest.raises(ModelFailed):
        await heard(local, "endless", max_tokens=1)
    return time.monotonic() - began
