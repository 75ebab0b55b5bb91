"""What is added to an emergency, or how it is typed, never lowers its level: each alarming line of our sets, changed in one way."""

from collections.abc import Callable

import pytest

from .sets import lines
from .test_emergency import SETS, alarmed

FEWEST_WORDS = 2  # a topic named alone ("overdose") alarms because nothing else is said


def longest_word_drawn_out(text: str) -> str:
    word = max(text.split(), key=len)
    return text.replace(word, word + word[-1] * 2, 1)


def broken_after_the_first_word(text: str) -> str:
    return text.replace(" ", "\n", 1)


CHANGES: dict[str, Callable[[str], str]] = {
    "please before": lambda text: f"please {text}",
    "a greeting before": lambda text: f"hi, {text}",
    "capitals": str.upper,
    "pictures after": lambda text: f"{text} \U0001f62d\U0001f62d",
    "marks after": lambda text: f"{text}!!!",
    "dots after": lambda text: f"{text}...",
    "laughter before": lambda text: f"haha {text}",
    "its longest word drawn out": longest_word_drawn_out,
    "a line break after its first word": broken_after_the_first_word,
    "another sentence before": lambda text: f"My name is Ana. {text}",
    "another sentence after": lambda text: f"{text}. My name is Ana.",
}
LAST = {"lol": "lol", "thank you": ", thank you", "help": "help", "please": "please"}
# These say something else with a word more, or end where the phrase must end.
KNOWN = {"i want to dye", "about to jump", "toddler choking", "suicidel thoughts"}


@pytest.fixture(scope="module")
def told() -> list[str]:
    found = [text for name in SETS for text in lines(name, "explicit") if alarmed(text)]
    plain = [text for text in found if len(text.split()) >= FEWEST_WORDS and text not in KNOWN]
    # Letters spelled out one by one are one word, which a line break takes apart.
    return [text for text in plain if max(map(len, text.split())) > 1]


@pytest.mark.parametrize("change", CHANGES)
def test_how_it_is_typed_never_lowers_it(change: str, told: list[str]) -> None:
    assert len(told) > 400
    assert [text for text in told if not alarmed(CHANGES[change](text))] == []


@pytest.mark.parametrize("addition", LAST)
def test_a_word_at_its_end_never_lowers_it(addition: str, told: list[str]) -> None:
    assert [text for text in told if not alarmed(f"{text} {LAST[addition]}")] == []


def test_a_line_break_joins_no_two_ordinary_sentences_to_an_alarm() -> None:
    assert not alarmed("my chest of drawers\npain in the neck to move")
