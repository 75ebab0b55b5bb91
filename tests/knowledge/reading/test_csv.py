"""Tables in text files, and the questions that people keep in them."""

import pytest

from deskbell.knowledge.reading import Block, Kind, Reading, Unreadable, read


def test_a_table_is_read_by_rows_whatever_parts_its_cells():
    expected = (Block((), Kind.TABLE, ("Monday – Opens: 8:00; Closes: 18:00", "Sunday – Opens: closed")),)
    for mark in (",", ";", "\t", "|"):
        table = f"Day{mark}Opens{mark}Closes\r\nMonday{mark}8:00{mark}18:00\r\nSunday{mark}closed{mark}\r\n"
        assert read(table.encode(), "hours.csv").blocks == expected


def test_a_table_without_a_header_is_not_given_one():
    assert read(b"Monday,8-18\nTuesday,8-18\n", "hours.csv").blocks == (
        Block((), Kind.TABLE, ("Monday: 8-18", "Tuesday: 8-18")),
    )


def test_questions_are_pairs_and_what_is_wrong_with_rows_is_said():
    table = (
        "id,Question,Answer\n"
        '1,Do you treat children?,"Yes, from the age of two.\n\nBring their card."\n'
        "2,Are you open on Sunday?,No.\n"
        "3,are you open on sunday,no\n"
        "4,Is parking free?,\n"
        "5,Is it far?,No.\n"
        "6,Is it far?,Yes.\n"
    )
    assert read(table.encode(), "faq.csv") == Reading(
        "Faq",
        (
            Block(("Do you treat children?",), Kind.PARAGRAPH, ("Yes, from the age of two.",)),
            Block(("Do you treat children?",), Kind.PARAGRAPH, ("Bring their card.",)),
            Block(("Are you open on Sunday?",), Kind.PARAGRAPH, ("No.",)),
            Block(("Is it far?",), Kind.PARAGRAPH, ("No.",)),
            Block(("Is it far?",), Kind.PARAGRAPH, ("Yes.",)),
        ),
        (
            "1 row was skipped: row 5 has no answer.",
            "“Is it far?” has different answers in different rows. Visitors may read any of them.",
        ),
    )


def test_questions_without_any_answer_say_so():
    with pytest.raises(Unreadable) as refused:
        read(b"question,answer\nA?,\n", "faq.csv")
    assert refused.value.sentence == "No row of this table has both a question and an answer."


def test_a_cell_of_200000_characters_is_read():
    assert read(b"a,b\nx," + b"word " * 40_000 + b"\n", "big.csv").words == 40_003
