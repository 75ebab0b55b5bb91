"""The seed's own check, with the built-in model and the real pages of the demo clinic: the agent answers, with its source."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import deskbell
from deskbell.answering.client import ContentLibrary, VerbatimAnswerer
from deskbell.answering.jobs import Turns
from deskbell.bus import MemoryBus
from deskbell.embedding import BuiltIn
from deskbell.kit.jobs import Runner
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.commands import add_file
from deskbell.knowledge.jobs import Training
from tests.cast import MONDAY_MORNING, Person
from tests.visitor import Visitor

PAGES = Path(deskbell.__file__).parent / "demo_clinic"
LEARNED = ("clinic-hours-and-holidays.md", "refills.md", "billing-and-payments.md")


@pytest.fixture(scope="module")
def embedder() -> BuiltIn:
    return BuiltIn()


@pytest.fixture
async def trained(
    ada: Person, vera: Visitor, lumi: dict[str, Any], embedder: BuiltIn
) -> AsyncIterator[Visitor]:
    """Vera's desk quotes three pages of the demo clinic."""
    desk, reader = vera.desk, Reader()
    workspace_id = UUID((await ada.me())["workspace"]["id"])
    async with desk.database.transaction(workspace_id) as tx:
        for name in LEARNED:
            content = (PAGES / name).read_bytes()
            await add_file(tx, UUID(lumi["id"]), file_name=name, content=content, at=MONDAY_MORNING)
    training = Training(desk.database, embedder, reader, desk.clock)
    await Runner(desk.database, training.works(), desk.clock).run_pending()
    library = ContentLibrary(desk.database, embedder)
    turns = Turns(desk.database, MemoryBus(), desk.clock, library, VerbatimAnswerer(embedder, library))
    desk.works = {**desk.works, **turns.works()}
    yield vera
    await reader.close()


async def test_the_agent_answers_from_the_page_cites_it_and_needs_nobody(
    ben: Person, trained: Visitor
) -> None:
    answer = (await trained.asks("What are your clinic hours?"))["messages"][-1]
    [source] = answer["sources"]
    assert (answer["author"], answer["kind"]) == ("agent", "answer")
    assert "Monday to Friday from 8 am to 7 pm" in answer["text"]
    assert source["title"] == "Clinic hours and holidays"
    assert source["quote"] in source["passage"]
    assert source["quote"] in (PAGES / LEARNED[0]).read_text()
    counts = (await ben.inbox())["counts"]
    assert (counts["needs_person"], counts["agent"]) == (0, 1)


@pytest.mark.parametrize("question", ["when r u open", "are you open saturday?"])
async def test_in_other_words_the_same_page_answers(trained: Visitor, question: str) -> None:
    answer = (await trained.asks(question))["messages"][-1]
    assert answer["kind"] == "answer"
    assert {source["title"] for source in answer["sources"]} == {"Clinic hours and holidays"}


async def test_two_questions_in_one_message_get_two_answers_each_with_its_source(trained: Visitor) -> None:
    answer = (await trained.asks("What are your clinic hours and how do I get a refill?"))["messages"][-1]
    assert answer["kind"] == "answer"
    first, *_, last = answer["sources"]
    assert "Monday to Friday from 8 am to 7 pm" in first["quote"]
    assert "refill" in last["path"].lower()
    assert [f"[{source['number']}]" in answer["text"] for source in answer["sources"]] == [True] * len(
        answer["sources"]
    )


async def test_what_no_page_says_goes_to_a_person(ben: Person, trained: Visitor) -> None:
    thread = await trained.asks("Which football team won the world cup in 1998?")
    assert thread["conversation"]["state"] == "waiting"
    assert (await ben.inbox())["conversations"][0]["reason"] in {"no_answer", "low_confidence"}


async def test_the_agent_says_what_its_content_is_about(trained: Visitor) -> None:
    reply = (await trained.asks("what can you do?"))["messages"][-1]["text"]
    before, _, named = reply.partition("You can ask me about: ")
    topics, _, after = named.partition(". ")
    assert before == "I answer questions from the help pages of Cedar Row Virtual Care. "
    assert topics.split(", ") == ["Billing and payments", "Clinic hours and holidays", "Refills"]
    assert after == "For anything else, there is a person: just ask for one."


async def test_a_follow_up_is_answered_from_the_page_that_the_thread_is_about(trained: Visitor) -> None:
    await trained.asks("hi! what are your hours?")
    answer = (await trained.asks("and on Saturday?"))["messages"][-1]
    assert "on Saturday from 9 am to 1 pm" in answer["text"]
