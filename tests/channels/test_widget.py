"""The visitor's door over HTTP: one thread of their own, an emergency in the same request, nothing of anybody else."""

from typing import Any
from uuid import uuid4

import pytest

from tests.cast import Desk, Person
from tests.visitor import Visitor


@pytest.fixture
async def walt(desk: Desk, lumi: dict[str, Any]) -> Visitor:
    return await Visitor(desk, lumi["widget_key"]).arrives()


async def test_a_concern_shows_the_numbers_once_flags_it_for_members_and_leaves_it_with_the_agent(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("I'm not suicidal, I only have a question")
    await vera.says("as I said, I'm not suicidal")
    assert (conversation["state"], conversation["emergency"]) == ("agent", None)
    assert [message["text"] for message in (await vera.thread())["messages"]] == [
        "I'm not suicidal, I only have a question",
        "If anyone is in danger, do not wait here: Emergency: 911 · Suicide and crisis, call or text: 988",
        "as I said, I'm not suicidal",
    ]
    (row,) = (await ben.inbox("agent"))["conversations"]
    assert (row["state"], row["priority"], row["emergency"]) == ("agent", "urgent", None)


async def test_the_numbers_of_a_concern_come_in_its_language_and_an_ordinary_line_shows_none(
    vera: Visitor,
) -> None:
    await vera.says("where do I see my invoice?")
    await vera.says("no quiero morir, solo quiero cambiar mi cita")
    assert await vera.reads() == [
        "where do I see my invoice?",
        "no quiero morir, solo quiero cambiar mi cita",
        "Si alguien está en peligro, no espere aquí: Emergencias: 911 · Suicidio y crisis, llame o escriba: 988",
    ]


async def test_an_emergency_is_answered_with_the_card_in_the_same_request(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("I have chest pain and cannot breathe")
    assert conversation["state"] == "waiting"
    assert [number["number"] for number in conversation["emergency"]["numbers"]] == ["911", "988"]
    await vera.desk.runs_jobs()
    assert [message["kind"] for message in (await vera.thread())["messages"]] == ["text", "emergency"]
    row = (await ben.inbox())["conversations"][0]
    assert (row["priority"], row["emergency"]["acknowledged_by"]) == ("emergency", None)


async def test_the_same_message_sent_again_is_one_message(vera: Visitor) -> None:
    await vera.says("Hello", key="message-0001")
    await vera.says("Hello", key="message-0001")
    assert await vera.reads() == ["Hello"]
    await vera.says("Goodbye", key="message-0001")
    assert vera.refused == (409, "key_reused")


async def test_a_visitor_reads_and_rates_only_their_own(ben: Person, vera: Visitor, walt: Visitor) -> None:
    await vera.asks("hi")  # a greeting is answered
    answer = (await vera.thread())["messages"][-1]
    await walt.says("Hello")
    assert await walt.reads() == ["Hello"]
    await walt.rates(answer, "up")
    assert walt.refused == (404, "not_found")
    await vera.rates(answer, "up")
    assert vera.refused is None
    assert (await vera.thread())["messages"][-1]["rating"] == "up"


async def test_one_starts_anew_only_from_a_closed_thread(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    await vera.starts_anew()
    assert vera.refused == (409, "still_open")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    updated = (await ben.reads(conversation))["conversation"]["updated_at"]
    vera.desk.clock.moves_on(minutes=5)
    await vera.starts_anew()
    assert (await vera.thread())["messages"] == []
    second = await vera.says("Another matter")
    assert second["id"] != conversation["id"]
    assert (await ben.reads(conversation))["conversation"]["updated_at"] == updated


async def test_the_button_works_before_anything_was_written(ben: Person, vera: Visitor) -> None:
    conversation = await vera.talks_to_a_person()
    assert (conversation["state"], conversation["place_in_line"]) == ("waiting", 1)
    assert [row["reason"] for row in (await ben.inbox())["conversations"]] == ["asked_for_person"]


async def test_the_button_pressed_twice_is_one_handoff(ben: Person, vera: Visitor) -> None:
    await vera.says("Hello")
    await vera.talks_to_a_person()
    conversation = await vera.talks_to_a_person()
    assert len((await ben.reads(conversation))["handoffs"]) == 1


async def test_an_address_is_kept_with_the_details_and_not_asked_again(ben: Person, vera: Visitor) -> None:
    conversation = await vera.talks_to_a_person()
    after = await vera.leaves_address("vera@home.example")
    assert after["conversation"]["contact_known"] is True
    thread = await ben.reads(conversation)
    assert [(field["key"], field["value"], field["verified"]) for field in thread["fields"]] == [
        ("contact_email", "vera@home.example", True)
    ]
    assert thread["visitor"]["email"] == "vera@home.example"


async def test_the_settings_are_public_and_say_who_is_there(vera: Visitor) -> None:
    settings = await vera.get("settings")
    assert (settings["agent_name"], settings["workspace_name"]) == ("Lumi", "Cedar Row Virtual Care")
    assert settings["availability"]["kind"] in {"here", "away", "closed"}


async def test_without_a_token_there_is_no_thread(vera: Visitor) -> None:
    assert vera.token == ""
    await vera.thread()
    assert vera.refused == (401, "visitor_unknown")


async def test_a_token_opens_no_other_workspace(vera: Visitor, cleo: Person) -> None:
    await vera.says("A secret of the clinic")
    agent = await cleo.creates_agent("Otto")
    intruder = Visitor(vera.desk, agent["widget_key"])
    intruder.token = vera.token
    answer = await intruder.thread()
    assert intruder.refused == (401, "visitor_unknown")
    assert "secret" not in str(answer)


async def test_a_key_too_short_or_a_text_too_long_is_refused_and_says_so(vera: Visitor) -> None:
    await vera.says("Hello", key="short")
    assert vera.refused == (422, "invalid")
    answer = await vera.says("x" * 20_001, key=str(uuid4()))
    assert vera.refused == (422, "invalid")
    assert "20,000 characters" in answer["message"]
    assert (await vera.thread())["messages"] == []
