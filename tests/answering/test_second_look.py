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
from deskbell.safety.second_look import Heard
from tests.answering.models import Shelf
from tests.answering.turns import Answers, authors, turn_of
from tests.cast import Desk, Person
from tests.handoff.test_passing import DETAILS
from tests.stage import open_desk
from tests.visitor import Visitor

ROUNDABOUT = "what is left for me here, I have decided when it stops"
OUTRIGHT = "I have chest pain and cannot breathe"
UNSURE = "I can not see the point in treatment"
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


async def collecting(ada: Person, lumi: dict[str, Any]) -> None:
    """Whoever asks for a person is asked for details first."""
    action = await ada.sends("POST", f"/api/agents/{lumi['id']}/actions", DETAILS)
    rules = (await ada.get(f"/api/agents/{lumi['id']}/rules"))["rules"]
    rule = next(rule for rule in rules if rule["when"]["kind"] == "asks_for_person")
    await ada.sends("PATCH", f"/api/rules/{rule['id']}", {"collect_first": action["id"]})


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


async def test_what_may_be_an_emergency_shows_the_numbers_once_and_the_agent_goes_on(
    ben: Person, vera: Visitor, answerer: Answers
) -> None:
    assert screen(UNSURE) is None
    thread = await vera.asks(UNSURE)
    assert [(message["author"], message["kind"]) for message in thread["messages"]] == [
        ("visitor", "text"),
        ("desk", "text"),
        ("agent", "answer"),
    ]
    assert "988" in thread["messages"][1]["text"]
    again = await vera.asks(UNSURE)
    assert [message["author"] for message in again["messages"][3:]] == ["visitor", "agent"]
    row = await row_of(ben)
    assert (row["state"], row["priority"], await emergencies(ben)) == ("agent", "urgent", 0)
    assert len(answerer.asked) == 2


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
    await collecting(ada, lumi)
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


async def test_of_details_typed_into_the_card_it_hears_each(
    ada: Person, ben: Person, vera: Visitor, lumi: dict[str, Any]
) -> None:
    await collecting(ada, lumi)
    await vera.asks("Can I talk to a person?")
    await vera.fills(patient_name="Vera Lind", provider=ROUNDABOUT, inquiry="Billing")
    await vera.desk.runs_jobs()
    row = await row_of(ben)
    assert (row["state"], row["priority"], row["emergency"]["kind"]) == ("waiting", "emergency", "self_harm")
    assert authors(await vera.thread())[-1] == "emergency"


async def test_ordinary_details_alarm_nobody(
    ada: Person, ben: Person, vera: Visitor, lumi: dict[str, Any]
) -> None:
    await collecting(ada, lumi)
    await vera.asks("Can I talk to a person?")
    await vera.fills(patient_name="Vera Lind", provider="the one of last week", inquiry="Billing")
    await vera.desk.runs_jobs()
    assert ((await row_of(ben))["priority"], await emergencies(ben)) == ("normal", 0)


async def test_it_looks_while_the_visitor_waits_for_a_person(ben: Person, vera: Visitor) -> None:
    await vera.talks_to_a_person()
    await vera.asks(HOURS)
    assert ((await row_of(ben))["priority"], await emergencies(ben)) == ("normal", 0)
    await vera.asks(ROUNDABOUT)
    await vera.asks(ROUNDABOUT)
    row = await row_of(ben)
    assert (row["state"], row["reason"], row["priority"]) == ("waiting", "emergency", "emergency")
    assert await emergencies(ben) == 1


async def test_it_looks_at_what_is_written_to_a_member(ben: Person, vera: Visitor) -> None:
    await vera.talks_to_a_person()
    await ben.takes_over(await row_of(ben))
    await vera.asks(ROUNDABOUT)
    row = await row_of(ben)
    assert (row["holder_name"], row["priority"], await emergencies(ben)) == ("Ben Ortiz", "emergency", 1)


async def test_a_sentence_split_over_messages_is_read_as_one(ben: Person, vera: Visitor) -> None:
    await vera.talks_to_a_person()
    for line in ("what is left for me here,", "I have decided", "when it stops"):
        await vera.says(line)
    await vera.desk.runs_jobs()
    assert ((await row_of(ben))["priority"], await emergencies(ben)) == ("emergency", 1)


async def test_what_was_a_false_alarm_before_the_close_is_not_looked_at_again(
    ben: Person, vera: Visitor
) -> None:
    await vera.asks(ROUNDABOUT)
    row = await row_of(ben)
    await ben.takes_over(row)
    await ben.acknowledges(row)
    await ben.closes(row, as_="false_alarm")
    await vera.asks("do you take my insurance card?")
    assert ((await row_of(ben))["priority"], await emergencies(ben)) == ("normal", 1)


async def test_a_member_reads_which_sentence_it_heard(ben: Person, vera: Visitor) -> None:
    thread = await vera.asks(ROUNDABOUT)
    row, card = await row_of(ben), thread["messages"][-1]
    why = await ben.get(f"/api/conversations/{row['id']}/messages/{card['id']}/turn")
    decision = why["turn"]["trace"]["decisions"][0]
    assert (decision["step"], decision["name"], decision["fired"]) == (1, "Second look", True)
    assert decision["value"] >= decision["threshold"]
    assert why["turn"]["story"] == [
        f"The visitor wrote “{ROUNDABOUT}”.",
        "“what is left for me here i have decided when it stops” sounds like an emergency, so it handed over as “Emergency”.",
    ]


async def test_the_card_is_in_the_language_of_the_message(
    vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hears(_: SecondLook, __: str) -> Heard:
        return Heard("ya no le veo sentido a nada", 2.0)

    monkeypatch.setattr(second_look_job.SecondLook, "hears", hears)
    thread = await vera.asks("ya no le veo sentido a nada de lo que hago")
    card = thread["conversation"]["emergency"]
    assert (card["heading"], card["numbers"][1]["label"]) == (
        "Esto puede ser una emergencia. Llame ahora.",
        "Suicidio y crisis, llame o escriba",
    )


class Crash(BaseException):
    """The process dies here."""


async def _dies(*_: Any, **__: Any) -> None:
    raise Crash


def _meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Any) -> None:
    """Between hearing and raising, once."""
    heard = second_look_job.SecondLook.hears

    async def hears(look: SecondLook, text: str) -> Heard | None:
        sentence = await heard(look, text)
        monkeypatch.setattr(second_look_job.SecondLook, "hears", heard)
        await happens()
        return sentence

    monkeypatch.setattr(second_look_job.SecondLook, "hears", hears)
