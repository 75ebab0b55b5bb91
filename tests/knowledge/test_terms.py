"""Words that mean the same count as the same, and questions are read as they were meant."""

import pytest

from deskbell.knowledge.finding.opening_hours import days_between, days_in_full
from deskbell.knowledge.finding.terms import counts, spell_out, stems


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("when r u open", "when are you open What are your opening hours?"),
        ("are you open saturday?", "are you open saturday? What are your opening hours?"),
        ("can I come on sunday?", "can I come on sunday? What are your opening hours?"),
        ("How do I open an account?", "How do I open an account?"),
        ("Are you open to feedback?", "Are you open to feedback?"),
        ("need my meds pls", "need my medications please"),
    ],
)
def test_a_question_is_spelled_out(question: str, understood: str):
    assert spell_out(question) == understood


def test_forms_of_a_word_are_one_and_stop_words_do_not_count():
    assert (
        stems("The refills of your prescriptions") == stems("refill a prescription") == ["refil", "prescript"]
    )


def test_a_question_of_stop_words_only_is_not_lost():
    assert stems("who are you?") == ["who", "are", "you"]


def test_headings_count_more_than_text():
    assert counts("Billing › Refunds", "Refunds take ten days.")["refund"] == 3


def test_short_names_of_days_are_written_out_where_hours_follow():
    assert days_in_full("Mon–Fri 8–18, Sat: closed") == "Monday–Friday 8–18, Saturday: closed"
    assert days_in_full("Use sun protection. He sat down.") == "Use sun protection. He sat down."


def test_a_range_of_days_holds_the_days_between():
    assert days_between("Monday to Wednesday") == ["monday", "tuesday", "wednesday"]
    assert days_between("Saturday–Monday") == ["saturday", "sunday", "monday"]
