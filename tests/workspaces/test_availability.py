"""What visitors are told about people: hours in the workspace's own time, clocks that change, holidays, and the truth."""

from datetime import UTC, datetime

import pytest

from deskbell.workspaces.availability import Availability, Hours, Kind, next_opening, problem_with, tell

WEEKDAYS = {day: [["08:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
NEW_YORK = Hours("America/New_York", WEEKDAYS, [])


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_somebody_is_here_within_hours() -> None:
    assert tell(NEW_YORK, 1, at("2026-03-02T15:00")) == Availability(Kind.HERE, "a_person_will_join")


def test_nobody_unseen_is_promised() -> None:
    told = tell(NEW_YORK, 0, at("2026-03-02T15:00"))

    assert told == Availability(Kind.AWAY, "nobody_here_will_answer_later")


def test_outside_hours_the_next_opening_is_told_even_when_somebody_is_here() -> None:
    friday_evening = at("2026-03-06T23:30")

    told = tell(NEW_YORK, 3, friday_evening)

    # Monday 8:00 in New York, one day after the clocks went forward: 12:00 and not 13:00 UTC
    assert told == Availability(Kind.CLOSED, "closed_opens_at", at("2026-03-09T12:00"))


@pytest.mark.parametrize(
    ("instant", "kind"),
    [
        ("2026-03-02T12:59", Kind.CLOSED),
        ("2026-03-02T13:00", Kind.HERE),
        ("2026-03-02T22:59", Kind.HERE),
        ("2026-03-02T23:00", Kind.CLOSED),
        ("2026-03-09T12:00", Kind.HERE),  # after the change of the clocks in spring
        ("2026-10-30T21:59", Kind.HERE),
        ("2026-11-02T12:59", Kind.CLOSED),  # and back in autumn
        ("2026-11-02T13:00", Kind.HERE),
        ("2026-03-07T15:00", Kind.CLOSED),
    ],
)
def test_hours_are_the_wall_clock_of_the_workspace(instant: str, kind: Kind) -> None:
    assert tell(NEW_YORK, 1, at(instant)).kind is kind


def test_a_holiday_is_closed_and_the_next_working_day_is_told() -> None:
    christmas = Hours("America/New_York", WEEKDAYS, ["2026-12-24", "2026-12-25"])

    told = tell(christmas, 2, at("2026-12-24T15:00"))

    assert told == Availability(Kind.CLOSED, "closed_opens_at", at("2026-12-28T13:00"))


def test_a_night_shift_reaches_into_the_next_day() -> None:
    nights = Hours("UTC", {"fri": [["22:00", "06:00"]]}, [])

    assert tell(nights, 1, at("2026-03-07T05:59")).kind is Kind.HERE
    assert tell(nights, 1, at("2026-03-07T06:00")).kind is Kind.CLOSED


def test_a_day_may_end_at_midnight() -> None:
    late = Hours("UTC", {"mon": [["12:00", "24:00"]]}, [])

    assert tell(late, 1, at("2026-03-02T23:59")).kind is Kind.HERE
    assert tell(late, 1, at("2026-03-03T00:00")).kind is Kind.CLOSED


def test_an_opening_in_the_hour_that_is_skipped_is_an_hour_later() -> None:
    assert next_opening(
        Hours("America/New_York", {"sun": [["02:30", "04:00"]]}, []), at("2026-03-08T00:00")
    ) == at("2026-03-08T07:30")


def test_an_opening_in_the_hour_that_comes_twice_is_the_first_one() -> None:
    assert next_opening(
        Hours("America/New_York", {"sun": [["01:30", "04:00"]]}, []), at("2026-11-01T00:00")
    ) == at("2026-11-01T05:30")


def test_without_hours_only_people_count() -> None:
    always = Hours("UTC", {}, [])

    assert tell(always, 1, at("2026-03-07T03:00")).kind is Kind.HERE
    assert tell(always, 0, at("2026-03-07T03:00")).kind is Kind.AWAY


def test_without_an_opening_in_sight_none_is_told() -> None:
    shut = Hours(
        "UTC", {"mon": [["08:00", "18:00"]]}, [f"2026-{m:02}-{d:02}" for m in (3, 4, 5) for d in range(1, 32)]
    )

    assert tell(shut, 1, at("2026-03-02T09:00")) == Availability(Kind.CLOSED, "closed")


@pytest.mark.parametrize(
    ("weekly", "holidays", "understood"),
    [
        (WEEKDAYS, ["2026-12-25"], True),
        ({"mon": [["00:00", "24:00"]]}, [], True),
        ({"Mon": []}, [], False),
        ({"mon": [["08:00", "12:00", "13:00"]]}, [], False),
        ({"mon": [["08:00", "25:00"]]}, [], False),
        ({"mon": [["08:00+01:00", "12:00"]]}, [], False),
        ({}, ["25.12.2026"], False),
        ({}, ["20261225"], False),
    ],
)
def test_hours_that_cannot_be_understood_are_named(
    weekly: dict[str, list[list[str]]], holidays: list[str], *, understood: bool
) -> None:
    assert (problem_with(Hours("UTC", weekly, holidays)) is None) is understood
