"""Asking for a person in free wording, and what only sounds like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbell.safety.person_request import PersonRequest, asks_for_person

from .sets import lines

SETS = ("person_own", "person_unseen")


@pytest.mark.parametrize("name", SETS)
def test_every_request_of_the_sets_is_heard(name: str) -> None:
    assert [text for text in lines(name, "asks") if not asks_for_person(text)] == []


@pytest.mark.parametrize("name", SETS)
def test_talk_about_people_does_not_ring(name: str) -> None:
    assert [text for text in lines(name, "other") if asks_for_person(text)] == []


def test_a_request_shows_the_words_and_how_sure_they_are() -> None:
    assert asks_for_person("hi. can someone call me please?") == PersonRequest(
        0.97, "can someone call me please"
    )
    assert asks_for_person("humano por favor") == PersonRequest(0.97, "humano por favor")


def test_a_report_about_an_agent_does_not_hide_a_request_beside_it() -> None:
    assert not asks_for_person("my agent at the insurance said to write you")
    assert asks_for_person("my agent at the insurance said to write you. can I talk to a person?")


@pytest.mark.parametrize(
    "impatient",
    ["just get me a human", "just connect me", "Just connect me please", "forget it, get me a person"],
)
def test_impatience_in_the_middle_of_a_form_is_the_same_request(impatient: str) -> None:
    assert asks_for_person(impatient)


@given(st.text())
def test_no_text_can_break_it(text: str) -> None:
    asks_for_person(text)
