"""Messages as long as they may be: every line of them is screened, and none of them can keep a process busy."""

import time
from collections.abc import Callable

import pytest

from deskbell.answering.understanding.small_talk import hear
from deskbell.answering.understanding.thread import asked_in
from deskbell.conversations.access import LONGEST_MESSAGE
from deskbell.safety import second_look
from deskbell.safety.clinical import is_clinical
from deskbell.safety.disclosure import asks_what_it_is
from deskbell.safety.emergency import screen
from deskbell.safety.person_request import asks_for_person

STORY = "The portal moved my appointment and then the invoice came twice, so I wrote to billing about it. "
READERS: dict[str, Callable[[str], object]] = {
    "screen": screen,
    "asks_for_person": asks_for_person,
    "is_clinical": is_clinical,
    "asks_what_it_is": asks_what_it_is,
    "hear": hear,
    "asked_in": asked_in,
}
SHAPES = {
    "a story": STORY,
    "one word": "a",
    "dots": ".",
    "dashes": "a-",
    "stars": "f*",
    "hosts": "www.a.",
    "brackets": "[image ",
    "and": "and ",
    "questions": "what are you and do i ",
    "letters": "a b ",
    "digits": "1",
    "ideograms": "我想和真人说话",
    "accents": "e\u0301\u0302",
    "pictures": "😀",
    "quotes": "\"')",
    "lines": "\n",
    "list": "1. \n",
}


def filled(shape: str, characters: int) -> str:
    return (shape * (characters // len(shape) + 1))[:characters]


@pytest.mark.parametrize(
    "last", ["and now i have chest pain", "quiero morir", "my baby is not breathing", "我想自杀"]
)
@pytest.mark.parametrize("shape", [STORY, "a b ", "1. \n", "我们的账单在哪里看。"])
def test_an_emergency_in_the_last_line_of_the_longest_message_alarms(shape: str, last: str) -> None:
    before = filled(shape, LONGEST_MESSAGE - len(last) - 1)
    calm, alarming = screen(before), screen(f"{before}\n{last}")
    assert (calm, alarming and alarming.level) == (None, "emergency")


def test_the_second_look_takes_the_likeliest_sentences_of_a_long_message() -> None:
    last = "i do not see any reason to go on like this"
    assert last in second_look.plain(second_look.to_look_at(f"{STORY * 150} {last}"))


def test_a_request_for_a_person_is_heard_at_either_end_of_the_longest_message() -> None:
    story = filled(STORY, LONGEST_MESSAGE - 60)
    assert asks_for_person(story) is None
    assert asks_for_person(f"{story}\ncan I talk to a real person?") is not None
    assert asks_for_person(f"can I talk to a real person?\n{story}") is not None


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_about_four_times_as_long(reader: str, shape: str) -> None:
    """Quadratic would be sixteen. Below a few milliseconds a ratio says nothing."""
    read = READERS[reader]
    quarter, whole = (seconds(read, filled(SHAPES[shape], size)) for size in (5_000, LONGEST_MESSAGE))
    assert whole < max(9 * quarter, 0.015)


def seconds(read: Callable[[str], object], text: str) -> float:
    """Processor time, the best of three; each time another text, since some readers remember."""
    best = 60.0
    for turn in range(3):
        asked = f"{turn}{text[1:]}"
        began = time.process_time()
        read(asked)
        best = min(best, time.process_time() - began)
    return best
