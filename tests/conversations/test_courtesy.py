"""A "thanks!" after the close reopens nothing; anything that could be a request does."""

from datetime import timedelta

import pytest

from deskbell.conversations.courtesy import is_courtesy

JUST_NOW = timedelta(minutes=2)


@pytest.mark.parametrize("text", ["thanks!", "Thank you so much", "👍", "ok great, bye", "muchas gracias"])
def test_a_few_words_of_thanks_are_a_courtesy(text: str) -> None:
    assert is_courtesy(text, JUST_NOW)


@pytest.mark.parametrize(
    "text", ["thanks, but is it free?", "thank you but the link is broken", "ok 88231", "help", "great?"]
)
def test_anything_that_asks_or_tells_is_not(text: str) -> None:
    assert not is_courtesy(text, JUST_NOW)


def test_a_late_thanks_is_read_by_a_person() -> None:
    assert not is_courtesy("thanks!", timedelta(minutes=11))
