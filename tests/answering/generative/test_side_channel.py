"""The first line of a model: read while it arrives, whatever comes instead."""

import pytest

from deskbell.answering.generative.side_channel import LONGEST_LINE, LONGEST_THOUGHT, SideChannel
from deskbell.answering.outcomes import Signals

LINE = '{"answerable": true, "person": true, "urgent": false, "action": "cancel {it}", "language": "en"}'
SAID = Signals(asks_for_person=True, action="cancel it", language="en")


def read(*pieces: str) -> tuple[str, Signals | None]:
    channel = SideChannel()
    text = "".join(channel.answer_in(piece) for piece in pieces)
    return (text + channel.rest()).strip(), channel.signals


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_it_does_not_matter_where_the_pieces_are_cut(size: int) -> None:
    stream = f"{LINE}\nWe are open [1]."
    assert read(*[stream[at : at + size] for at in range(0, len(stream), size)]) == ("We are open [1].", SAID)


@pytest.mark.parametrize(
    "around", ["```json\n{}\n```\nOpen.", "<think>Hm {{.</think>{}\nOpen.", "\n\n {}Open."]
)
def test_fences_thoughts_and_blank_lines_around_it_are_no_answer(around: str) -> None:
    assert read(around.replace("{}", LINE).replace("{{", "{")) == ("Open.", SAID)


def test_a_model_without_the_line_answers_and_gives_no_signals() -> None:
    assert read("We are ", "open [1].") == ("We are open [1].", Signals())


@pytest.mark.parametrize(
    "stream", ["{" * 2 * LONGEST_LINE, '{"a": "' + "x" * LONGEST_LINE * 2, "<think>" + "x" * LONGEST_THOUGHT]
)
def test_a_line_that_does_not_end_is_nobodys_answer(stream: str) -> None:
    assert read(*[stream[at : at + 100] for at in range(0, len(stream), 100)]) == (
        "",
        Signals(answerable=False),
    )


@pytest.mark.parametrize("stream", ["", "{", '{"answerable": tr', "```", "<think>what"])
def test_a_stream_that_breaks_off_in_it_says_nothing(stream: str) -> None:
    assert read(stream) == ("", Signals())


@pytest.mark.parametrize(
    "garbage", ["{}", "{nonsense}", '{"person": "yes", "urgent": 1, "action": ["x"], "language": null}']
)
def test_what_has_another_type_counts_as_not_said(garbage: str) -> None:
    assert read(f"{garbage}\nOpen.") == ("Open.", Signals())


def test_words_for_members_are_short_and_plain() -> None:
    _, signals = read('{"action": "' + "<b>" + "pay " * 100 + '", "language": "en"}\nOpen.')
    assert signals is not None
    assert (signals.action[:8], len(signals.action)) == ("bpay pay", 60)


def test_no_answer_in_one_word() -> None:
    assert read("NO_ANSWER")[1] == Signals(answerable=False)
