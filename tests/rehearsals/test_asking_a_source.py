"""Asking one source: the turn of a visitor, which sees nothing but this source."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from deskbell.embedding import ScriptedEmbedder
from deskbell.kit.jobs import Runner
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.jobs import Training
from tests.cast import Person

HOURS = "The clinic is open Monday to Friday from 8 am to 7 pm."
PARKING = "Parking costs 4 dollars an hour. The clinic garage is open until midnight."
ASKS = "When is the clinic open?"


@pytest.fixture
async def worker(ada: Person) -> AsyncIterator[Runner]:
    reader = Reader()
    training = Training(ada.desk.database, ScriptedEmbedder(), reader, ada.desk.clock)
    yield Runner(ada.desk.database, training.works(), ada.desk.clock)
    await reader.close()


async def gives(ada: Person, lumi: dict[str, Any], title: str, text: str) -> str:
    given = await ada.sends("POST", f"/api/agents/{lumi['id']}/sources/text", {"title": title, "text": text})
    return given["id"]


async def asks(person: Person, source_id: str, question: str = ASKS) -> Any:
    asked = await person.sends("POST", f"/api/sources/{source_id}/rehearsals", {"question": question})
    if person.refused:
        return asked["message"]
    await person.desk.runs_jobs()
    return await person.get(f"/api/rehearsals/{asked['id']}", wait=5)


async def test_an_operator_gets_the_answer_of_this_source_with_its_passages_and_scores(
    ada: Person, ben: Person, lumi: dict[str, Any], worker: Runner
) -> None:
    hours = await gives(ada, lumi, "Hours", HOURS)
    parking = await gives(ada, lumi, "Parking", PARKING)
    await worker.run_pending()
    of_hours, of_parking = await asks(ben, hours), await asks(ben, parking)
    assert of_hours["trace"]["came"]["outcome"] == "reply"
    assert "Monday to Friday from 8 am to 7 pm" in of_hours["trace"]["came"]["text"]
    for done, source_id in ((of_hours, hours), (of_parking, parking)):
        [passage] = done["trace"]["passages"]
        assert passage["source_id"] == source_id
        assert passage["lexical"] > 0
        assert passage["dense"] > 0
    assert "Monday" not in of_parking["trace"]["came"]["text"]
    assert (await ben.inbox("open"))["conversations"] == []


async def test_several_questions_at_once_look_nowhere_else_either(
    ada: Person, lumi: dict[str, Any], worker: Runner
) -> None:
    """Each of them is searched for itself."""
    hours = await gives(ada, lumi, "Hours", HOURS)
    await gives(ada, lumi, "Parking", PARKING)
    await worker.run_pending()
    done = await asks(ada, hours, "When is the clinic open? What does parking cost?")
    assert "4 dollars" not in done["trace"]["came"]["text"]
    assert {passage["source_id"] for passage in done["trace"]["passages"]} == {hours}


async def test_a_source_without_the_answer_says_so_though_another_has_it(
    ada: Person, lumi: dict[str, Any], worker: Runner
) -> None:
    await gives(ada, lumi, "Hours", HOURS)
    weather = await gives(ada, lumi, "Weather", "Fog is likely near Harbor Point.")
    await worker.run_pending()
    done = await asks(ada, weather)
    assert done["trace"]["came"]["outcome"] != "reply"


async def test_a_source_that_waits_or_failed_or_is_empty_says_why_it_cannot_be_asked(
    ada: Person, lumi: dict[str, Any], worker: Runner
) -> None:
    source_id = await gives(ada, lumi, "Hours", HOURS)
    assert await asks(ada, source_id) == "This source is still being read. Ask it in a moment."
    assert ada.refused == (409, "nothing_in_source")
    workspace_id = UUID((await ada.me())["workspace"]["id"])
    async with ada.desk.database.transaction(workspace_id) as tx:
        await tx.run("UPDATE sources SET status = 'failed', failure = 'This file is empty.'")
    said = await asks(ada, source_id)
    assert said == "Nothing was read from this source, so it cannot answer. This file is empty."
    async with ada.desk.database.transaction(workspace_id) as tx:
        await tx.run("UPDATE sources SET status = 'trained', failure = NULL, trained_at = now()")
    assert await asks(ada, source_id) == "No text was found in this source, so it cannot answer."


async def test_a_stranger_cannot_ask_it_and_what_was_asked_goes_with_the_source(
    ada: Person, cleo: Person, lumi: dict[str, Any], worker: Runner
) -> None:
    source_id = await gives(ada, lumi, "Hours", HOURS)
    await worker.run_pending()
    done = await asks(ada, source_id)
    await asks(cleo, source_id)
    assert cleo.refused == (404, "source_not_found")
    await ada.sends("DELETE", f"/api/sources/{source_id}")
    await asks(ada, source_id)
    assert ada.refused == (404, "source_not_found")
    ada.desk.clock.moves_on(minutes=11)  # nobody brought it back
    await worker.run_pending()
    await ada.get(f"/api/rehearsals/{done['id']}")
    assert ada.refused == (404, "rehearsal_not_found")


async def test_a_question_may_be_as_long_as_a_message_of_a_visitor(
    ada: Person, lumi: dict[str, Any], worker: Runner
) -> None:
    source_id = await gives(ada, lumi, "Hours", HOURS)
    await worker.run_pending()
    assert (await asks(ada, source_id, ASKS + " please" * 2_000))["state"] == "done"
    await asks(ada, source_id, "when " * 5_000)
    assert ada.refused is not None
    assert ada.refused[0] == 422
