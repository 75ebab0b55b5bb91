"""The emergency screen: what must alarm, what must not, and that nothing can break it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbell.safety.emergency import Alarm, screen

from .sets import lines, splits

NAUGHTY = Path("../shared/data/security/blns.json")
SETS = ("emergency_own", "emergency_unseen", "emergency_unseen_2", "emergency_unseen_3")


def alarmed(text: str, earlier: list[str] | None = None) -> bool:
    alarm = screen(text, earlier or [])
    return alarm is not None and alarm.level == "emergency"


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("part", ["explicit", "indirect"])
def test_every_emergency_of_the_sets_alarms(name: str, part: str) -> None:
    assert [text for text in lines(name, part) if not alarmed(text)] == []


@pytest.mark.parametrize("name", SETS)
def test_an_emergency_split_over_messages_alarms_with_the_message_that_completes_it(name: str) -> None:
    assert [said for said in splits(name) if not alarmed(said[-1], said[:-1])] == []


@pytest.mark.parametrize("name", SETS)
def test_denied_past_and_mentioned_emergencies_do_not_take_over_the_chat(name: str) -> None:
    assert [text for text in lines(name, "soft") if alarmed(text)] == []


def test_an_alarm_says_its_kind_and_the_words_that_raised_it() -> None:
    assert screen("Hello, I have chest pain") == Alarm("emergency", "medical", "have chest pain", "en")
    assert screen("my baby is not breathing") == Alarm("emergency", "child", "baby is not breathing", "en")
    assert screen("i took too many pills") == Alarm("emergency", "overdose", "took too many pills", "en")
    assert screen("me quiero morir") == Alarm("emergency", "self_harm", "quiero morir", "es")


def test_a_denial_leaves_a_quiet_note() -> None:
    note = screen("I'm not suicidal")
    assert note is not None
    assert (note.level, note.kind) == ("concern", "self_harm")


@pytest.mark.parametrize(
    "text",
    [
        "I was fine now I have chest pain",
        "no i have chest pain",
        "why shouldn't I kill myself",
        "I can't stop thinking about killing myself",
        "I'm not joking I will kill myself",
        "i used to be happy and i want to die",
        "in 2015 i tried to kill myself and now i'm going to do it again",
        "don't call the cops but i took 30 pills",
    ],
)
def test_a_denial_or_a_past_of_something_else_does_not_calm_it(text: str) -> None:
    assert alarmed(text)


def test_a_denial_never_hides_a_plan_in_the_same_message() -> None:
    assert alarmed("I'm not suicidal but I have a plan to end my life")
    assert alarmed("No chest pain. But I took 40 tylenol")
    assert alarmed("I had a heart attack in 2019 and I think I'm having a heart attack now")


@pytest.mark.parametrize(
    "plan", ["", " tonight", " with my gun", " with pills", " and I wrote a letter", ", I have a rope"]
)
def test_naming_a_plan_or_a_method_never_lowers_the_level(plan: str) -> None:
    assert alarmed(f"I want to die{plan}")


def test_earlier_messages_do_not_alarm_a_second_time() -> None:
    assert alarmed("I have chest pain")
    assert screen("ok thank you", ["I have chest pain"]) is None


@pytest.mark.parametrize(
    "disguise",
    [
        "I WANT TO DIE",
        "i wánt tö dié",
        "i want to d1e",
        "I  want\tto\u200b die!!!",
        "\U0001d422 want to \U0001d41d\U0001d422\U0001d41e",
        "i want to dieeeee",
    ],
)
def test_letters_in_disguise_are_read(disguise: str) -> None:
    assert alarmed(disguise)


@given(st.text(), st.lists(st.text(), max_size=4))
def test_no_text_can_break_the_screen(text: str, earlier: list[str]) -> None:
    screen(text, earlier)


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_stands_around_an_emergency_in_its_own_sentences_does_not_hide_it(
    before: str, after: str
) -> None:
    assert alarmed(f"{before}\n\nI want to kill myself.\n\n{after}")


def test_the_public_list_of_naughty_strings_breaks_nothing() -> None:
    if not NAUGHTY.exists():
        pytest.skip(f"no {NAUGHTY} on this machine")
    assert [text for text in json.loads(NAUGHTY.read_text(encoding="utf-8")) if alarmed(text)] == []
