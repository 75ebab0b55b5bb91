"""What visitors are told about people: here, away or closed. Pure; the one place where that is decided.

`business_hours` maps "mon" … "sun" to intervals of local time ([["08:00", "18:00"]]); an end at or before its
start is on the next day, "24:00" is midnight. No hours at all means that no hours are kept: only people count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LOOK_AHEAD_DAYS = 60
SEEN_WITHIN = timedelta(seconds=90)
IDLE_AFTER = timedelta(minutes=10)  # an open page that nobody has touched for so long has nobody before it


class Kind(StrEnum):
    """`here`: somebody is there now. `away`: within hours, nobody is. `closed`: outside hours."""

    HERE = "here"
    AWAY = "away"
    CLOSED = "closed"


@dataclass(frozen=True)
class Hours:
    """When people mean to be there, in the workspace's own time."""

    time_zone: str
    weekly: Mapping[str, Sequence[Sequence[str]]]
    holidays: Sequence[str]


@dataclass(frozen=True)
class Availability:
    """`sentence` is a key of the texts; `opens_at` (UTC) is set when closed and an opening is in sight."""

    kind: Kind
    sentence: str
    opens_at: datetime | None = None


def tell(hours: Hours, available_members: int, now: datetime) -> Availability:
    """The truth for a visitor at `now`. Nobody unseen is promised."""
    if not _open(hours, now):
        opens_at = next_opening(hours, now)
        return Availability(Kind.CLOSED, "closed_opens_at" if opens_at else "closed", opens_at)
    if available_members > 0:
        return Availability(Kind.HERE, "a_person_will_join")
    return Availability(Kind.AWAY, "nobody_here_will_answer_later")


def next_opening(hours: Hours, now: datetime) -> datetime | None:
    """The first opening after `now`, in UTC; None when there is none within two months."""
    later = [start for start, _ in _intervals(hours, now, LOOK_AHEAD_DAYS) if start > now]
    return min(later, default=None)


def problem_with(hours: Hours) -> str | None:
    """A sentence about the first thing that cannot be understood, or None."""
    for day, intervals in hours.weekly.items():
        if day not in DAYS:
            return f"“{day}” is not a day. Days are written mon, tue, wed, thu, fri, sat, sun."
        if any(len(interval) != 2 or not all(_is_time(at) for at in interval) for interval in intervals):
            return f"The hours of {day} need a start and an end each, like 08:00 and 18:00."
    wrong = next((day for day in hours.holidays if not _is_date(day)), None)
    return f"“{wrong}” is not a date. Write it like 2026-12-25." if wrong else None


def _open(hours: Hours, now: datetime) -> bool:
    if not any(hours.weekly.values()):
        return True
    return any(start <= now < end for start, end in _intervals(hours, now, 1))


def _intervals(hours: Hours, now: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
    """Opening and closing instants (UTC) of yesterday, today and `days` more; holidays left out."""
    zone = ZoneInfo(hours.time_zone)
    today = now.astimezone(zone).date()
    for offset in range(-1, days + 1):
        day = today + timedelta(days=offset)
        if day.isoformat() not in hours.holidays:
            for start, end in hours.weekly.get(DAYS[day.weekday()], ()):
                yield _instants(day, start, end, zone)


def _instants(day: date, start: str, end: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Local wall-clock times as instants: the same hours on both sides of a change of the clocks."""
    opens, closes = _time(start), _time(end)
    last_day = day if closes > opens else day + timedelta(days=1)
    return (
        datetime.combine(day, opens, tzinfo=zone).astimezone(UTC),
        datetime.combine(last_day, closes, tzinfo=zone).astimezone(UTC),
    )


def _time(written: str) -> time:
    return time.min if written == "24:00" else time.fromisoformat(written)


def _is_time(written: str) -> bool:
    try:
        return _time(written).tzinfo is None
    except ValueError:
        return False


def _is_date(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
