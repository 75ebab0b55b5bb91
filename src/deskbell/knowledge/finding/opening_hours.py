"""When are you open? The commonest question of all has many wordings that share no word with a list of hours."""

import re
from collections.abc import Set

MEANING = "What are your opening hours?"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = rf"(?:(?:{'|'.join(_DAYS)})s?|weekends?|holidays?|today|tomorrow|tonight|now|late)"
_ASKS = re.compile(
    rf"""\b(?:when|are|is|what\ time|until|til|till|how\ late|how\ early|which\ days)\b .*
         \b(?:open|opens|opening|close|closes|closed|closing|shut)\b (?!\s+(?:an?|my|the|to|up|account))
       | \b(?:open|opening|closing|closed)\s+(?:times?|hours?|days?|on|{_DAY})\b
       | ^(?:can|may|could)\s+(?:i|we)\s+(?:come|drop|walk|stop)\b .* \b{_DAY}\b
       | ^open\b .* \?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHORT_DAY = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs?|nes)?\b\.?(?=\s*(?:[-–&/:,]|to\b|and\b|\d))"
)
_RANGE = re.compile(
    rf"\b({'|'.join(_DAYS)})s?\s*(?:-|–|to|through|until)\s*({'|'.join(_DAYS)})s?\b", re.IGNORECASE
)
_RANGE_END = re.compile(
    r"(?:(?<=day[-–])|(?<=day to )|(?<=day [-–] ))(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs?|nes)?\b"
)
_SAME_MEANING = frozenset({"open", "close", "hour"})  # as stems
_DAY_STEMS = frozenset({*_DAYS, "weekend", "holiday", "today", "tomorrow", "tonight"})


def asks_for_hours(question: str) -> bool:
    """Whether a question, in full words, wants to know when one may come."""
    return _ASKS.search(question) is not None


def days_in_full(text: str) -> str:
    """ "Mon–Fri 8–18" → "Monday–Friday 8–18". What follows a short name must look like hours: "sun protection" stays."""
    named = {day[:3]: day.capitalize() for day in _DAYS}
    return _RANGE_END.sub(
        lambda day: named[day[1].lower()], _SHORT_DAY.sub(lambda day: named[day[1].lower()], text)
    )


def days_between(text: str) -> list[str]:
    """Every day of the ranges in a text: "Monday to Wednesday" is open on Tuesday."""
    days: list[str] = []
    for first, last in _RANGE.findall(text):
        start, end = _DAYS.index(first.lower()), _DAYS.index(last.lower())
        days += [_DAYS[place % 7] for place in range(start, (end if end >= start else end + 7) + 1)]
    return days


def without_days(stems: Set[str]) -> frozenset[str]:
    """What has to be found: a list that does not name Saturday still answers whether Saturday is a day of work."""
    return frozenset(stems - _DAY_STEMS)


def with_synonyms(said: Set[str]) -> frozenset[str]:
    """Hours, opening and closing tell the same thing."""
    return frozenset(said | _SAME_MEANING) if said & _SAME_MEANING else frozenset(said)
