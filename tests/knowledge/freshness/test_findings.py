"""Contradictions and old passages on a small labeled set: what is flagged is right, before much is flagged."""

from datetime import date
from uuid import UUID

import pytest

from deskbell.knowledge.freshness.conflicts import Stored, conflicts
from deskbell.knowledge.freshness.staleness import stale

TODAY = date(2026, 3, 2)

CONTRADICTIONS = [
    ("A video visit costs $49.", "A video visit costs $59."),
    ("Call the billing office at 555-201-4000.", "Call the billing office at (555) 201-4999."),
    ("On Saturday the front desk opens at 9:00.", "On Saturday the front desk opens at 10 am."),
    ("The late cancellation fee is 25 dollars.", "The late cancellation fee is 40 dollars."),
    ("The pharmacy line closes at 5 pm on weekdays.", "The pharmacy line closes at 6 pm on weekdays."),
    ("A video visit costs $49.", "The price of a video visit is $59."),
    ("Reach the billing office at 555-201-4000.", "The number of the billing office is 555-201-4999."),
    ("Lab results arrive after 5 business days.", "You get your lab results in 10 days."),
    ("The pharmacy closes at 6 pm.", "The pharmacy is open until 7 pm."),
]
NO_CONTRADICTIONS = [
    ("A video visit costs $49.", "A video visit costs 49 dollars."),
    ("A video visit costs $49.", "A phone visit costs $39."),
    ("A video visit costs $49.", "A specialist video visit costs $89."),
    ("On Saturday the front desk opens at 9:00.", "On Saturday the front desk opens at 9 am."),
    ("On Saturday the front desk opens at 9:00.", "On Sunday the front desk opens at 10:00."),
    ("Call the billing office at 555-201-4000.", "Call the nurses at 555-201-4999."),
    ("We open at 8:00.", "We open at 9:00."),  # of what? too few words to know
    ("The copay for a visit is $20 with Aetna.", "The copay for a visit is $30 with Cigna."),
    ("Adults pay $80 for a new patient visit.", "Children pay $60 for a new patient visit."),
    ("The late cancellation fee is 25 dollars.", "Late cancellation costs nothing with a note."),
    ("A 30-minute visit costs $60.", "A 60-minute visit costs $110."),
    ("The pharmacy opens at 8 am.", "The pharmacy closes at 6 pm."),
    ("Refills take 24 hours.", "A refill is ready within 1 day."),
    ("A paper copy of records costs $15.", "A digital copy of records costs $5."),
    ("A lost card costs $15.", "A card costs $5."),
]
OLD = [
    ("Hours › Holidays 2024", "Closed on January 1."),
    ("Prices 2023", "A visit costs $45."),
    ("Flu shots", "The offer is valid until October 31, 2025."),
    ("Privacy", "Last updated: May 2021"),
    ("News", "We will be closed on December 25, 2025."),
    ("Fees", "As of March 2024, a video visit costs $49."),
]
NOT_OLD = [
    ("Hours › Holidays 2026", "Closed on January 1."),
    ("About us", "We have cared for patients since 2009."),
    ("Flu shots", "The offer is valid until October 31, 2026."),
    ("Privacy", "Last updated: May 2025"),
    ("Our 2019 award", "We were named best clinic."),
    ("Hours › Holidays 2024 and 2026", "Closed on January 1."),
    ("News", "We will be closed on December 25, 2026."),
    ("News", "The office was closed on March 3, 2025."),
    ("Insurance", "As of March 1, 2024, we no longer accept Aetna."),
    ("Fees", "As of January 2026, a video visit costs $49."),
]


def passage(number: int, text: str, path: str = "Fees") -> Stored:
    return Stored(UUID(int=number), UUID(int=100 + number), f"Page {number}", path, text)


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_different_figures_for_the_same_thing_are_found(one: str, other: str):
    (found,) = conflicts([passage(1, one), passage(2, other)])
    assert (found.passage_id, found.other_id, found.words, found.other_words) == (
        UUID(int=1),
        UUID(int=2),
        one,
        other,
    )


@pytest.mark.parametrize(("one", "other"), NO_CONTRADICTIONS)
def test_figures_of_different_things_are_left_alone(one: str, other: str):
    assert conflicts([passage(1, one), passage(2, other)]) == []


def test_lines_that_do_not_say_of_what_contradict_each_other_only_under_hours():
    """On real pages "We're here Monday through Friday …" speaks of the number above it, another one on each page."""
    lines = ("We're here Monday to Friday, 7 am to 7 pm.", "We're here Monday to Friday, 8 am to 8 pm.")
    assert conflicts([passage(n, line, "The help desk") for n, line in enumerate(lines)]) == []
    assert len(conflicts([passage(n, line, "Hours") for n, line in enumerate(lines)])) == 1


def test_a_heading_that_names_another_case_is_heard():
    assert (
        conflicts([passage(1, "A visit costs $80.", "Adults"), passage(2, "A visit is $60.", "Children")])
        == []
    )
    assert (
        conflicts([passage(1, "A visit costs $80.", "Fees"), passage(2, "A visit is $60.", "Children")]) == []
    )


def test_one_document_does_not_contradict_itself():
    one, two = (
        Stored(UUID(int=n), UUID(int=9), "Fees", "Fees", text) for n, text in enumerate(CONTRADICTIONS[0])
    )
    assert conflicts([one, two]) == []


@pytest.mark.parametrize(("path", "text"), OLD)
def test_what_speaks_of_a_time_gone_by_is_found(path: str, text: str):
    assert [found.passage_id for found in stale([passage(1, text, path)], TODAY)] == [UUID(int=1)]


@pytest.mark.parametrize(("path", "text"), NOT_OLD)
def test_what_is_still_true_is_left_alone(path: str, text: str):
    assert stale([passage(1, text, path)], TODAY) == []
