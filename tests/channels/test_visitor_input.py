"""What visitors send is checked at the border: a clear refusal, nothing stored, nothing broken."""

import pytest

from tests.cast import Person
from tests.visitor import Visitor


async def test_a_text_with_a_nul_character_is_refused_and_not_stored(vera: Visitor) -> None:
    await vera.says("Hello")
    await vera.says("zero \x00 byte")
    assert vera.refused == (422, "unstorable")
    assert await vera.reads() == ["Hello"]


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
async def test_an_empty_or_endless_message_is_refused(vera: Visitor, text: str) -> None:
    await vera.says("Hello")
    await vera.says(text)
    assert vera.refused == (422, "invalid")
    assert await vera.reads() == ["Hello"]


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
