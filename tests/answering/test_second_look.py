"""The second look at the start of a turn, with the built-in model: what the request did not hear is raised as it would have been."""

from typing import Any

import pytest

from deskbell.answering.jobs import SecondLook, Turns
from deskbell.answering.jobs import alarms as second_look_job
from deskbell.bus import MemoryBus
from deskbell.embedding import BuiltIn, Embedder, ScriptedEmbedder
from deskbell.embedding.embedder import Vectors
from deskbell.kit.db import Database
from deskbell.safety.emergency import screen
from tests.answering.models import Shelf
from tests.answering.turns import Answers, authors, turn_of
from tests.cast import Desk, Person
from tests.handoff.test_passing import DETAILS
from tests.stage import open_desk
from tests.visitor import Visitor

ROUNDABOUT = "what is left for me here, I have decided when it stops"
OUTRIGHT = "I have chest pain and cannot breathe"
HOURS = "When do you open on Fridays?"


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return looking_twice(open_desk(database, answerer=answerer), BuiltIn(), answerer)


@pytest.fixture
async def walt(desk: Desk, lumi: dict[str, Any]) -> Visitor:
    return await Visitor(desk, lumi["widget_key"]).arrives()


def looking_twice(desk: Desk, embedder: Embedder, answerer: Answers) -> Desk:
    look = SecondLook(desk.database, desk.clock, embedder)
    turns = Turns(desk.database, MemoryBus(), desk.clock, Shelf(), answerer, second_look=look)
    desk.works = {**desk.works, **turns.works()}
    return desk


class Breaks(BuiltIn):
    """The model, on a day when it fails."""

    async def embed_passages(self, texts: Any) -> Vectors:
        raise RuntimeError


async def row_of(ben: Person) -> Any:
    return (await ben.inbox("open"))["conversations"][0]


async def emergencies(ben: Person) -> int:
    events = (await ben.events_after(0))["events"]
    return sum(heard["event"]["type"] == "conversation.emergency_raised" for heard in events)


async def test_it_raises_what_the_request_did_not_hear_exactly_as_the_request_would(
    ben: Person, vera: Visitor, walt: Visitor, answerer: Answers
) -> None:
    assert screen(ROUNDABOUT) is None
    first = await vera.says(ROUNDABOUT)
    assert (first["state"], first["emergency"]) == ("agent", None)
    await vera.desk.runs_jobs()
    outright = await walt.says("I want to kill myself")
    heard = await vera.thread()
    assert heard["conversation"]["emergency"] == outright["emergency"]
    assert [(message["author"], message["kind"]) for message in heard["messages"]] == [
        ("visitor", "text"),
        ("desk", "emergency"),
    ]
    rows = (await ben.inbox())["conversations"]
    assert [(row["state"], row["reason"], row["priority"], row["emergency"]["kind"]) for row in rows] == [
        ("waiting", "emergency", "emergency", "self_harm")
    ] * 2
    assert (await emergencies(ben), answerer.asked) == (2, [])


async def test_an_ordinary_question_is_answered_and_alarms_nobody(ben: Person, vera: Visitor) -> None:
    assert authors(await vera.asks(HOURS)) == ["visitor", "agent"]
    assert ((await row_of(ben))["priority"], await emergencies(ben)) == ("normal", 0)


async def test_with_another_model_it_hears_nothing(ben: Person, vera: Visitor, answerer: Answers) -> None:
    looking_twice(vera.desk, ScriptedEmbedder(), answerer)
    assert authors(await vera.asks(ROUNDABOUT)) == ["visitor", "agent"]
    assert await emergencies(ben) == 0


async def test_a_model_that_fails_does_not_stop_the_turn(vera: Visitor, answerer: Answers) -> None:
    looking_twice(vera.desk, Breaks(), answerer)
    assert authors(await vera.asks(HOURS)) == ["visitor", "agent"]


async def test_a_turn_run_again_raises_it_once(
    ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await turn_of(vera, await vera.says(ROUNDABOUT), ben)
    with monkeypatch.context() as patch:
        patch.setattr(second_look_job, "raise_alarm", _dies)
        with pytest.raises(Crash):
            await vera.desk.works[job.kind](job)
    assert await emergencies(ben) == 0
    for _ in range(3):
        await vera.desk.works[job.kind](job)
    assert (authors(await vera.thread()), await emergencies(ben)) == (["visitor", "emergency"], 1)


async def test_two_workers_that_both_hear_it_raise_it_once(
    ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await turn_of(vera, await vera.says(ROUNDABOUT), ben)

    async def runs_in_between() -> None:
        await vera.desk.works[job.kind](job)

    _meanwhile(monkeypatch, runs_in_between)
    await vera.desk.works[job.kind](job)
    assert (authors(await vera.thread()), await emergencies(ben)) == (["visitor", "emergency"], 1)


async def test_a_member_who_took_over_meanwhile_keeps_it_and_sees_the_emergency(
    ben: Person, vera: Visitor, answerer: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = await vera.says(ROUNDABOUT)
    job = await turn_of(vera, conversation, ben)

    async def ben_takes_over() -> None:
        await ben.takes_over(conversation)

    _meanwhile(monkeypatch, ben_takes_over)
    await vera.desk.works[job.kind](job)
    row = await row_of(ben)
    assert (row["state"], row["holder_name"], row["priority"]) == ("member", "Ben Ortiz", "emergency")
    assert (await emergencies(ben), answerer.asked) == (1, [])


async def test_in_the_middle_of_a_form_it_is_an_emergency_and_not_a_value(
    ada: Person, ben: Person, vera: Visitor, lumi: dict[str, Any]
) -> None:
    action = await ada.sends("POST", f"/api/agents/{lumi['id']}/actions", DETAILS)
    rules = (await ada.get(f"/api/agents/{lumi['id']}/rules"))["rules"]
    rule = next(rule for rule in rules if rule["when"]["kind"] == "asks_for_person")
    await ada.sends("PATCH", f"/api/rules/{rule['id']}", {"collect_first": action["id"]})
    await vera.asks("Can I talk to a person?")
    thread = await vera.asks(ROUNDABOUT)
    row = await row_of(ben)
    assert (row["state"], row["reason"], row["priority"]) == ("waiting", "emergency", "emergency")
    assert (thread["messages"][-1]["kind"], thread["conversation"]["form"]) == ("emergency", None)
    assert (await ben.reads(row))["fields"] == []


async def test_what_was_raised_in_the_request_is_not_raised_again(ben: Person, vera: Visitor) -> None:
    await vera.asks(OUTRIGHT)
    assert (authors(await vera.thread()), await emergencies(ben)) == (["visitor", "emergency"], 1)


async def test_handed_back_to_the_agent_it_is_not_raised_again(ben: Person, vera: Visitor) -> None:
    await vera.asks(ROUNDABOUT)
    row = await row_of(ben)
    await ben.takes_over(row)
    await ben.acknowledges(row)
    await ben.hands_back(row)
    await vera.asks(HOURS)
    assert await emergencies(ben) == 1


async def test_a_rehearsal_alarms_nobody(ada: Person, vera: Visitor, lumi: dict[str, Any]) -> None:
    await ada.sends("POST", f"/api/agents/{lumi['id']}/rehearsals", {"question": ROUNDABOUT})
    assert ada.refused is None
    await vera.desk.runs_jobs()
    assert ((await ada.inbox("open"))["conversations"], await emergencies(ada)) == ([], 0)


class Crash(BaseException):
    """The process dies here."""


async def _dies(*_: Any, **__: Any) -> None:
    raise Crash


def _meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Any) -> None:
    """Between hearing and raising, once."""
    heard = second_look_job.SecondLook._alarming

    async def hears(look: SecondLook, text: str) -> str | None:
        sentence = await heard(look, text)
        monkeypatch.setattr(second_look_job.SecondLook, "_alarming", heard)
        await happens()
        return sentence

    monkeypatch.setattr(second_look_job.SecondLook, "_alarming", hears)
