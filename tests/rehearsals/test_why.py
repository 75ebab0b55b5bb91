"""Why an answer, why a handoff: what members read about a turn, and what they get when they run it again."""

from typing import Any

import pytest

from deskbell.kit.db import Database
from tests.answering.turns import ANSWER, Answers
from tests.cast import Desk, Person
from tests.stage import open_desk
from tests.visitor import Visitor

ASKS = "When do you open on Fridays?"


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


async def why_last(ben: Person, vera: Visitor) -> Any:
    """What Ben reads about the newest message."""
    conversation = (await ben.inbox("open"))["conversations"][0]
    thread = await ben.get(f"/api/conversations/{conversation['id']}")
    message = thread["messages"][-1]
    return await ben.get(f"/api/conversations/{conversation['id']}/messages/{message['id']}/turn")


async def replayed(ben: Person, turn_id: str) -> Any:
    asked = await ben.sends("POST", f"/api/turns/{turn_id}/replay")
    assert asked["state"] == "waiting"
    await ben.desk.runs_jobs()
    return await ben.get(f"/api/rehearsals/{asked['id']}", wait=5)


async def test_an_answer_tells_its_story(ben: Person, vera: Visitor) -> None:
    await vera.asks(ASKS)
    why = await why_last(ben, vera)
    assert why["turn"]["turn"]["state"] == "settled"
    assert why["turn"]["story"] == [
        f"The visitor wrote “{ASKS}”.",
        "Found nothing in the content.",
        "Confidence 0.95, and no rule fired, so it answered.",
    ]
    assert why["turn"]["costs_tokens"] is False


async def test_a_handoff_names_the_rule_that_fired(ben: Person, vera: Visitor) -> None:
    await vera.asks("Can I talk to a real person?")
    why = await why_last(ben, vera)
    assert why["turn"]["turn"]["outcome"] == "hand_off"
    assert why["turn"]["story"][-1].endswith("asks for a person, so it handed over as “Asked for a person”.")


async def test_a_handoff_by_the_button_says_that_no_turn_led_to_it(ben: Person, vera: Visitor) -> None:
    await vera.asks(ASKS)
    await vera.talks_to_a_person()
    why = await why_last(ben, vera)
    assert why == {
        "turn": None,
        "sentence": "The visitor pressed “Talk to a person”. The button works whatever the rules say.",
    }


async def test_a_replay_publishes_nothing_and_says_what_is_different(
    ada: Person, ben: Person, vera: Visitor, answerer: Answers
) -> None:
    thread = await vera.asks(ASKS)
    turn_id = (await why_last(ben, vera))["turn"]["turn"]["id"]
    before = await ben.inbox("open")
    same = await replayed(ben, turn_id)
    assert (same["state"], same["changes"]) == ("done", ["It would do the same today."])
    assert same["trace"]["came"]["text"] == ANSWER

    answerer.failures.append(RuntimeError())
    other = await replayed(ben, turn_id)
    assert other["changes"][0] == "Now it hands over as “Agent unavailable”; before it answered."
    assert await vera.thread() == thread
    assert await ben.inbox("open") == before
    turns = await ben.get(f"/api/conversations/{before['conversations'][0]['id']}/turns")
    assert [turn["state"] for turn in turns] == ["settled"]


async def test_a_question_of_a_member_goes_through_the_whole_order(
    ben: Person, vera: Visitor, lumi: dict[str, Any]
) -> None:
    """Also through the emergency screen, and rings nobody."""
    asked = await ben.sends(
        "POST", f"/api/agents/{lumi['id']}/rehearsals", {"question": "I have chest pain and cannot breathe"}
    )
    await ben.desk.runs_jobs()
    done = await ben.get(f"/api/rehearsals/{asked['id']}")
    assert done["trace"]["came"]["reason"] == "emergency"
    assert done["story"][-1].endswith("sounds like an emergency, so it handed over as “Emergency”.")
    assert (await ben.inbox("open"))["conversations"] == []


async def test_the_twenty_first_replay_of_a_minute_waits(
    ben: Person, vera: Visitor, lumi: dict[str, Any]
) -> None:
    for _ in range(20):
        await ben.sends("POST", f"/api/agents/{lumi['id']}/rehearsals", {"question": "Hours?"})
        assert ben.refused is None
    await ben.sends("POST", f"/api/agents/{lumi['id']}/rehearsals", {"question": "Hours?"})
    assert ben.refused == (429, "too_many_rehearsals")
    ben.desk.clock.moves_on(seconds=61)
    await ben.sends("POST", f"/api/agents/{lumi['id']}/rehearsals", {"question": "Hours?"})
    assert ben.refused is None
