"""Passages follow the structure of a page and are neither too long to quote nor too short to find."""

from deskbell.knowledge.passages import MOST_WORDS, Cut, cut
from deskbell.knowledge.reading import Block, Kind, Reading

LONG = " ".join(f"Sentence number {number} says something useful to everybody." for number in range(60))


def test_a_question_and_its_answer_stay_together_under_their_path():
    reading = Reading(
        "Billing",
        (
            Block(("Late cancellation", "What does it cost?"), Kind.PARAGRAPH, ("It costs $25.",)),
            Block(("Late cancellation", "What does it cost?"), Kind.PARAGRAPH, ("Emergencies are free.",)),
            Block(("Refunds",), Kind.PARAGRAPH, ("Ten days.",)),
        ),
    )
    assert cut(reading) == [
        Cut("Billing › Late cancellation › What does it cost?", "It costs $25.\n\nEmergencies are free."),
        Cut("Billing › Refunds", "Ten days."),
    ]


def test_a_list_keeps_the_line_that_announces_it():
    points = tuple(f"- {LONG[:300]} {number}" for number in range(8))
    reading = Reading("Visits", (Block((), Kind.PARAGRAPH, ("Please bring:",)), Block((), Kind.LIST, points)))
    cuts = cut(reading)
    assert len(cuts) > 1
    assert all(passage.text.startswith("Please bring:\n\n- ") for passage in cuts)


def test_long_text_is_cut_between_sentences():
    cuts = cut(Reading("Book", (Block((), Kind.PARAGRAPH, (LONG,)),)))
    assert " ".join(passage.text for passage in cuts).split() == LONG.split()
    assert all(60 <= passage.words <= MOST_WORDS for passage in cuts)
    assert all(passage.text.endswith(".") for passage in cuts)


def test_text_without_sentences_is_cut_all_the_same():
    cuts = cut(Reading("Noise", (Block((), Kind.PARAGRAPH, ("word " * 1000,)),)))
    assert sum(passage.words for passage in cuts) == 1000
    assert max(passage.words for passage in cuts) <= MOST_WORDS


def test_rows_of_a_long_table_are_not_torn():
    rows = tuple(f"Visit {number} – Length: 20 minutes; Price: ${number}" for number in range(100))
    cuts = cut(Reading("Prices", (Block((), Kind.TABLE, rows),)))
    assert [line for passage in cuts for line in passage.text.split("\n")] == list(rows)
