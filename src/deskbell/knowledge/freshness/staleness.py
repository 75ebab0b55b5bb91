"""Passages that speak of a time gone by: a heading of an old year, an offer that has ended, a day that was to come, figures as of
years ago, a review of years ago. The set and its figures: evals/contradictions.py.
"""

import re
from collections.abc import Sequence
from datetime import date

from dateutil import parser

from deskbell.knowledge.freshness.conflicts import Finding, Stored
from deskbell.knowledge.passages import sentences

YEARS_SINCE_REVIEW = 3
YEARS_SINCE_FIGURES = 1
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
_DAY = re.compile(_DATE, re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|upcoming|going to|scheduled|clos(?:ed|es|ing)|closures?|deadline)\b(?! always)", re.IGNORECASE
)
_TOLD_OF_THE_PAST = re.compile(
    r"\b(?:was|were|had|been|since|before|after|between|born|served|they|my|because)\b|[“”\"]", re.IGNORECASE
)
_AS_OF = re.compile(rf"\bas of\s+(?:{_DATE}|({_MONTH} \d{{4}}))", re.IGNORECASE)
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
        gone = _gone_by(passage, sentence, today)
        if gone is not None:
            return gone
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


def _gone_by(passage: Stored, sentence: str, today: date) -> Finding | None:
    """A day that was to come and has, or figures as of long ago. What is told of the past stays true."""
    if _TO_COME.search(sentence) and not _TOLD_OF_THE_PAST.search(sentence):
        days = [_day(found[1]) for found in _DAY.finditer(sentence)]
        last = max((day for day in days if day is not None), default=today)
        if last < today:
            told = f"This passage speaks of {last} as if it were to come."
            return Finding("stale", passage.id, told, sentence)
    as_of = _AS_OF.search(sentence)
    day = _day(as_of[1] or as_of[2]) if as_of else None
    if as_of is None or day is None or not any(letter.isdigit() for letter in _AS_OF.sub(" ", sentence)):
        return None
    if (today - day).days <= YEARS_SINCE_FIGURES * 365:
        return None
    return Finding("stale", passage.id, f"This passage gives figures as of {as_of[1] or as_of[2]}.", sentence)


def _day(words: str) -> date | None:
    try:
        return parser.parse(words, default=parser.parse("2000-01-28")).date()
    except (ValueError, OverflowError):
        return None
