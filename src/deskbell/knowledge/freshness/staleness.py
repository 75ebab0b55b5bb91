"""Passages that speak of a time gone by: a heading of an old year, an offer that has ended, a review of years ago."""

import re
from collections.abc import Sequence
from datetime import date

from dateutil import parser

from deskbell.knowledge.freshness.conflicts import Finding, Stored
from deskbell.knowledge.passages import sentences

YEARS_SINCE_REVIEW = 3
_YEAR = re.compile(r"\b(20\d\d)\b")
_DATED_TOPIC = re.compile(
    r"\b(?:holidays?|hours|schedules?|calendars?|prices?|pricing|fees?|rates?|tariffs?|seasons?|enrollment|deadlines?|"
    r"closures?|notices?|dates|offers?|promotions?|plans?)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})"
_ENDED = re.compile(
    rf"\b(?:until|through|expires?(?: on)?|ends?(?: on)?|valid (?:until|through|to)|no later than)\s+{_DATE}",
    re.IGNORECASE,
)
_REVIEWED = re.compile(
    rf"\b(?:last (?:updated|reviewed|modified|revised)|(?:updated|reviewed|revised) on|effective)\b[:\s]*(?:on |from |as of )?(?:{_DATE}|({_MONTH} \d{{4}}))",
    re.IGNORECASE,
)


def stale(passages: Sequence[Stored], today: date) -> list[Finding]:
    """At most one finding per passage: the heading first, then what it says."""
    found = [_of_heading(passage, today) or _of_text(passage, today) for passage in passages]
    return [finding for finding in found if finding is not None]


def _of_heading(passage: Stored, today: date) -> Finding | None:
    years = [int(year) for year in _YEAR.findall(passage.path)]
    if not years or max(years) >= today.year or not _DATED_TOPIC.search(passage.path):
        return None
    if any(int(year) >= today.year for year in _YEAR.findall(passage.text)):
        return None
    return Finding(
        "stale", passage.id, f"This passage is about {max(years)}, which is over.", str(max(years))
    )


def _of_text(passage: Stored, today: date) -> Finding | None:
    for sentence in (s for line in passage.text.splitlines() for s in sentences(line)):
        ended = _ENDED.search(sentence)
        if ended and (day := _day(ended[1])) is not None and day < today:
            return Finding(
                "stale", passage.id, f"This passage speaks of something that ended on {day}.", sentence
            )
        reviewed = _REVIEWED.search(sentence)
        day = _day(reviewed[1] or reviewed[2]) if reviewed else None
        if day is not None and (today - day).days > YEARS_SINCE_REVIEW * 365:
            years = (today - day).days // 365
            return Finding(
                "stale", passage.id, f"This passage was last looked at {years} years ago.", sentence
            )
    return None


def _day(words: str) -> date | None:
    try:
        return parser.parse(words, default=parser.parse("2000-01-28")).date()
    except (ValueError, OverflowError):
        return None
