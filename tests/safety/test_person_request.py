"""Asking for a person in free wording, and what only sounds like it."""

import time

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


@pytest.mark.parametrize("name", ["person_test", "person_test_2"])
def test_of_the_held_out_sets_most_requests_are_heard_and_few_others_ring(name: str) -> None:
    """The floor of what was measured, in seven languages; figures in docs/quality.md."""
    asks = [asks_for_person(text) is not None for text in lines(name, "asks")]
    others = [asks_for_person(text) is not None for text in lines(name, "ordinary")]
    assert (len(asks), len(others)) in {(240, 545), (140, 208)}
    assert sum(asks) / len(asks) >= 0.94
    assert sum(others) / len(others) <= 0.01


@pytest.mark.parametrize("name", ["Jim", "Bea", "Mr. Ortiz", "Max instead of Maximilian"])
def test_how_a_visitor_wants_to_be_called_does_not_ring(name: str) -> None:
    assert asks_for_person(f"Please call me {name}") is None
    assert asks_for_person("Please call me back") is not None


@pytest.mark.parametrize(
    "text",
    [
        "tôi muốn nói chuyện với người thật", "cho tôi gặp nhân viên", "gusto kong makausap ang tao", "may tao po ba diyan",
        "转人工", "我想和真人说话", "me passa para um humano", "je voudrais parler à quelqu'un", "i need a hooman not a bott",
        "this is going nowhere, who can i talk to",
    ],
)  # fmt: skip
def test_requests_that_no_list_held_before_are_heard(text: str) -> None:
    assert asks_for_person(text) is not None


def test_a_model_that_is_sure_of_something_else_overrules_the_words() -> None:
    assert asks_for_person("how do I become a live agent here") is None


def test_one_message_takes_milliseconds() -> None:
    """Ten on one core are promised; processor time of the slowest of fifty, so that one pause of the machine does not count."""
    message = "hello, I was charged twice for my visit last week and the portal does not show it. can somebody look at this please?"
    asks_for_person(message)
    times: list[float] = []
    for turn in range(50):
        began = time.process_time()
        asks_for_person(f"{turn} {message}")
        times.append(time.process_time() - began)
    assert sorted(times)[25] < 0.010
