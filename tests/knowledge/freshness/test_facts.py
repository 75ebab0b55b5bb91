"""The figures of a sentence: each kind once, in one spelling, with what the sentence is about."""

from deskbell.knowledge.freshness.facts import Figure, Statement, statements


def test_a_sentence_states_each_kind_of_figure_about_the_same_thing():
    sentence = "A visit at 9:30 am costs $45, and you can call 555-010-0199."
    about = frozenset({"call", "cost", "visit"})
    visit = frozenset({"visit"})
    assert list(statements(sentence, "Visits")) == [
        Statement(Figure.PHONE, frozenset({"5550100199"}), about, sentence, visit | {"cost"}, visit),
        Statement(Figure.PRICE, frozenset({"45.00"}), about, sentence, visit | {"call"}, visit),
        Statement(Figure.TIME, frozenset({"09:30"}), about, sentence, visit | {"call", "cost"}, visit),
    ]


def test_a_span_beside_a_price_says_of_what_the_price_is():
    (price,) = statements("A visit of 30 minutes costs $60.", "Fees")
    assert (price.figure, price.values, price.subject) == (
        Figure.PRICE,
        frozenset({"60.00"}),
        frozenset({"visit", "30 min"}),
    )
    (span,) = statements("Refills take 2 business days.", "Fees")
    assert (span.figure, span.values, span.subject) == (
        Figure.SPAN,
        frozenset({"2880 min"}),
        frozenset({"refil"}),
    )


def test_what_a_figure_is_meant_as_is_told_apart():
    meant = [
        next(statements(sentence, "Hours")).manner
        for sentence in (
            "The lab opens at 9 am.",
            "The lab is open until 5 pm.",
            "The lab never opens at 9 am.",
        )
    ]
    assert meant == [frozenset(), frozenset({"until"}), frozenset({"never"})]


def test_a_number_that_is_no_figure_states_nothing():
    assert list(statements("Room 4 is on floor 2.", "Visits")) == []


def test_a_sentence_without_a_number_states_nothing():
    assert list(statements("Bring your insurance card.", "Prices of 2026: $45")) == []
