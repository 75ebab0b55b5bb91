"""What visitors send is checked at the border: a clear refusal, nothing stored, nothing broken."""

import pytest

from deskbell.conversations.access import LONGEST_MESSAGE
from tests.cast import Person
from tests.visitor import Visitor


async def test_a_text_with_a_nul_character_is_refused_and_not_stored(vera: Visitor) -> None:
    await vera.says("Hello")
    await vera.says("zero \x00 byte")
    assert vera.refused == (422, "unstorable")
    assert await vera.reads() == ["Hello"]


@pytest.mark.parametrize("text", ["", "   "])
async def test_an_empty_message_is_refused(vera: Visitor, text: str) -> None:
    await vera.says("Hello")
    await vera.says(text)
    assert vera.refused == (422, "invalid")
    assert await vera.reads() == ["Hello"]


STORY = "My visit was moved twice. "
LONGEST = (STORY * 800)[:LONGEST_MESSAGE]


@pytest.mark.parametrize("text", [LONGEST, "😀" * LONGEST_MESSAGE, "ñ" * LONGEST_MESSAGE])
async def test_the_longest_message_is_stored_and_shown_whole(vera: Visitor, ben: Person, text: str) -> None:
    await vera.says(text)
    assert await vera.reads() == [text]
    (row,) = (await ben.inbox("agent"))["conversations"]
    assert [message["text"] for message in (await ben.reads(row))["messages"]] == [text]


async def test_one_character_more_is_refused_with_what_to_do(vera: Visitor) -> None:
    await vera.says("Hello")
    refusal = await vera.says("x" * (LONGEST_MESSAGE + 1))
    assert vera.refused == (422, "invalid")
    assert refusal["message"] == (
        "text: This message is longer than 20,000 characters. Send it in two or more parts."
    )
    assert await vera.reads() == ["Hello"]


async def test_an_emergency_in_the_last_line_of_the_longest_message_shows_the_card_at_once(
    vera: Visitor,
) -> None:
    last = "\nand now I have chest pain"
    conversation = await vera.says(LONGEST[: -len(last)] + last)
    assert conversation["emergency"]["heading"] == "This may be an emergency. Call now."


async def test_a_story_that_asks_nothing_is_kept_and_answered_politely(vera: Visitor) -> None:
    thread = await vera.asks(LONGEST)
    assert thread["messages"][1]["text"] == (
        "Thank you for writing all of this down. It is too long for me to answer, but all of it is kept. What would "
        "you like to know, in one or two sentences? Would you like to talk to a person from our team?"
    )


async def test_a_key_that_brought_another_text_is_refused(vera: Visitor) -> None:
    await vera.says("Hello", key="message-1")
    await vera.says("Hello", key="message-1")
    assert vera.refused is None
    await vera.says("Good bye", key="message-1")
    assert vera.refused == (409, "key_reused")


async def test_another_visitors_token_opens_another_thread(vera: Visitor, ben: Person) -> None:
    walt = Visitor(vera.desk, vera.base.rpartition("/")[2])
    await vera.says("My reference is 88231")
    await walt.says("Hello")
    assert await walt.reads() == ["Hello"]
    await walt.browser.aclose()


async def test_without_the_token_there_is_no_thread(vera: Visitor) -> None:
    await vera.says("Hello")
    vera.token = vera.token[:-4] + "AAAA"
    await vera.thread()
    assert vera.refused == (401, "visitor_unknown")


async def test_a_test_visitor_is_marked(vera: Visitor, ben: Person) -> None:
    await vera.arrives(preview=True)
    await vera.asks("agent pls")
    assert [row["is_test"] for row in (await ben.inbox())["conversations"]] == [True]
