"""The figures of a sentence: each kind once, in one spelling, with what the sentence is about."""

from deskbell.knowledge.freshness.facts import Figure, Statement, statements


def test_a_sentence_states_each_kind_of_figure_about_the_same_thing():
    sentence = "A visit at 9:30 am costs $45, and you can call 555-010-0199."
    about = frozenset({"call", "cost", "visit"})
    assert list(statements(sentence, "Visits")) == [
        Statement(Figure.PHONE, frozenset({"5550100199"}), about, sentence),
        Statement(Figure.PRICE, frozenset({"45.00"}), about, sentence),
        Statement(Figure.TIME, frozenset({"09:30"}), about, sentence),
    ]


def test_a_number_that_is_no_figure_states_nothing():
    assert list(statements("Room 4 is on floor 2.", "Visits")) == []


def test_a_sentence_without_a_number_states_nothing():
    assert list(statements("Bring your insurance card.", "Prices of 2026: $45")) == []
