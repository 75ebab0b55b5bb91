"""Who holds a conversation, over HTTP: taking over, replying, handing back, closing, and what comes after."""

import pytest

from tests.cast import Person
from tests.visitor import Visitor


async def test_only_the_holder_answers(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Is Dr. Chen in on Friday?")
    await ben.takes_over(conversation)
    await vera.says("Hello?")
    await vera.desk.runs_jobs()
    assert await vera.reads() == ["Is Dr. Chen in on Friday?", "Ben joined.", "Hello?"]


async def test_replying_takes_the_conversation_over_in_the_same_step(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("I was billed twice.")
    replied = await ben.replies(conversation, "Let me look at that.")
    assert (replied["conversation"]["state"], replied["conversation"]["holder_name"]) == (
        "member",
        "Ben Ortiz",
    )
    assert await vera.reads() == ["I was billed twice.", "Ben joined.", "Let me look at that."]


async def test_the_second_member_is_told_who_has_it(ada: Person, ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Can somebody help?")
    await ben.takes_over(conversation)
    answer = await ada.takes_over(conversation)
    assert ada.refused == (409, "held_by_colleague")
    assert answer["detail"] == {"holder_id": await ben.member_id(), "holder_name": "Ben Ortiz"}


async def test_taking_from_a_colleague_names_the_colleague(ada: Person, ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Can somebody help?")
    await ben.takes_over(conversation)
    taken = await ada.takes_over(conversation, from_=await ben.member_id())
    assert (ada.refused, taken["holder_name"]) == (None, "Ada Lin")


async def test_a_stale_page_is_shown_what_it_missed_before_it_sends(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("I need a refill.")
    await ben.takes_over(conversation)
    await vera.says("Never mind, I have one left.")
    answer = await ben.replies(conversation, "I will order it.", seen=2)
    assert (ben.refused, answer["detail"]) == ((409, "thread_changed"), {"last_seq": 3})
    await ben.replies(conversation, "Good to hear.", seen=3)
    assert ben.refused is None


async def test_the_same_key_brings_the_same_reply_and_another_text_is_refused(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("Hello")
    first = await ben.replies(conversation, "Good morning.", key="reply-0001")
    again = await ben.replies(conversation, "Good morning.", key="reply-0001")
    assert again["message"] == first["message"]
    await ben.replies(conversation, "Good evening.", key="reply-0001")
    assert ben.refused == (409, "key_reused")


async def test_after_the_return_to_the_agent_old_messages_are_not_answered(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("Can a human review my test results?")
    await ben.takes_over(conversation)
    returned = await ben.hands_back(conversation)
    await vera.desk.runs_jobs()
    assert returned["state"] == "agent"
    assert (await vera.reads())[1:] == ["Ben joined.", "The AI assistant is answering again."]


async def test_closing_is_refused_when_the_visitor_has_just_written(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Thanks")
    await ben.takes_over(conversation)
    await vera.says("One more thing")
    await ben.closes(conversation, seen=2)
    assert ben.refused == (409, "new_message")
    await ben.closes(conversation, seen=3)
    assert ben.refused is None


async def test_closing_twice_writes_one_line(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    await ben.closes(conversation)
    assert await vera.reads() == ["Hello", "Ben joined.", "This conversation is closed."]


async def test_a_visitor_who_writes_on_a_closed_thread_gets_a_person_and_never_the_agent(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("Hello")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    await vera.says("Where do I find the invoice?")
    await vera.desk.runs_jobs()
    thread = await ben.reads(conversation)
    row = thread["conversation"]
    assert (row["state"], row["reason"], row["segment"]) == ("waiting", "reopened", 2)
    assert [message["author"] for message in thread["messages"]].count("agent") == 0


async def test_a_thanks_after_the_close_reopens_nothing(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    after = await vera.says("thank you!")
    assert (after["state"], (await vera.reads())[-1]) == ("closed", "thank you!")


async def test_undoing_the_close_gives_it_back_to_the_member(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    reopened = await ben.reopens(conversation)
    assert (reopened["state"], reopened["holder_name"]) == ("member", "Ben Ortiz")


async def test_notes_never_reach_the_visitor(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    note = await ben.notes(conversation, "Seems upset, be kind.")
    assert (await ben.reads(conversation))["notes"] == [note]
    assert "be kind" not in str(await vera.thread())


async def test_a_stranger_finds_nothing(ben: Person, cleo: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    await ben.reads(conversation)
    assert ben.refused is None
    for attempt in (cleo.reads, cleo.takes_over, cleo.closes, cleo.hands_back):
        await attempt(conversation)
        assert cleo.refused == (404, "conversation_not_found")


async def test_a_thread_that_its_visitor_has_left_for_another_is_not_opened_again(
    ben: Person, vera: Visitor
) -> None:
    left = await vera.says("Hello")
    await ben.closes(left)
    await vera.starts_anew()
    assert (await ben.reopens(left))["state"] == "member"  # nothing newer: the visitor is back in it
    await ben.closes(left)
    await vera.starts_anew()
    present = await vera.says("Something else")
    refusal = await ben.reopens(left)
    assert (ben.refused, refusal["detail"]) == (
        (409, "visitor_moved_on"),
        {"conversation_id": present["id"]},
    )
    assert (await ben.reads(left))["conversation"]["state"] == "resolved"


async def test_a_reopened_thread_does_not_carry_the_label_of_an_earlier_handoff(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.talks_to_a_person()
    assert (await ben.reads(conversation))["conversation"]["label"] == "Asked for a person"
    await ben.closes(conversation)
    await vera.says("Where do I find the invoice?")
    row = (await ben.reads(conversation))["conversation"]
    assert (row["reason"], row["label"], row["rule_id"]) == ("reopened", None, None)


@pytest.mark.parametrize("key", ["handed_off:1", "turn:0190aaaa-0000-7000-8000-000000000000"])
async def test_nobody_takes_the_keys_of_our_own_lines(ben: Person, vera: Visitor, key: str) -> None:
    conversation = await vera.says("Hello")
    await ben.replies(conversation, "Mine first", key=key)
    assert ben.refused == (422, "invalid")
    await vera.says("Mine first", key=key)
    assert vera.refused == (422, "invalid")
