"""The hard facts of a claim or a sentence, in one form: amounts of money, spans of time in minutes, hours of the clock, days, and
whether something is free or charged for. Pure.
"""

import re
from dataclasses import dataclass

from deskbell.answering.generative.verify.facts import Kind, facts_of
from deskbell.knowledge.finding.terms import straight

_WORKING = re.compile(r"\b(?:working|business|week|calendar)[ -]?days?\b", re.IGNORECASE)
_FREE = re.compile(
    r"""\b(?:free|gratis|no\ (?:extra\ |additional\ )?(?:charge|cost|fee)s?|at\ no\ cost|costs?\ (?:you\ )?nothing|without\ (?:a\ )?(?:charge|fee)
    |(?:(?:do|does|will|did)(?:n't|\ not)|won't|never)\ (?:charge|cost|have\ to\ pay|need\ to\ pay)|waived?|nothing\ until)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_FREE = re.compile(
    r"\b(?:toll[- ]free|feel free|free (?:times?|slots?|to|from|of (?!charge|cost))|interest[- ]free)\b|\bnot free\b",
    re.I,
)
_CHARGED = re.compile(
    r"\b(?:charg(?:e|es|ed|ing)|fees?|costs?|costing|price[sd]?|pay(?:s|ing)?|expensive)\b|[$€£]", re.I
)
_SPAN = re.compile(
    r"\b(?:(?P<from>\d+(?:\.\d+)?)\s*(?:to|or|and|-|–)\s*)?(?P<to>\d+(?:\.\d+)?|an?|one|half\ an)[-\s]+(?:working\s|business\s|calendar\s|full\s|more\s)?"
    r"(?P<unit>minute|min|hour|hr|day|week|month|year)s?\b(?!\s(?:longer|earlier|later))",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"\bsame(?: working| business)? day\b", re.IGNORECASE)
_MINUTES = {
    "minute": 1, "min": 1, "hour": 60, "hr": 60, "day": 1440, "week": 10_080, "month": 43_200, "year": 525_600
}  # fmt: skip
_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class HardFacts:
    """Empty where nothing of the kind is said. `spans`: from and to, in minutes."""

    money: frozenset[str]
    spans: frozenset[tuple[float, float]]
    times: frozenset[str]
    days: frozenset[str]
    free: bool
    charged: bool


def hard_facts(text: str) -> HardFacts:
    """Of a claim, a sentence, a row."""
    plain = _WORKING.sub(
        "days", _NUMBER.sub(lambda word: str(_NUMBERS.index(word[0].lower()) + 2), straight(text))
    )
    facts = facts_of(_SPAN.sub(" ; ", plain))
    free = _FREE.search(_NOT_FREE.sub(" ", plain)) is not None
    return HardFacts(
        money=frozenset(fact.value for fact in facts if fact.kind is Kind.MONEY),
        spans=_spans(plain),
        times=frozenset(
            value for fact in facts if fact.kind is Kind.TIME for value in (fact.value, *fact.either)
        ),
        days=frozenset(fact.value for fact in facts if fact.kind is Kind.WEEKDAY),
        free=free,
        charged=not free and _CHARGED.search(plain) is not None,
    )


def _spans(text: str) -> frozenset[tuple[float, float]]:
    spans = {(0.0, 0.0)} if _SAME_DAY.search(text) else set[tuple[float, float]]()
    for span in _SPAN.finditer(text):
        minutes = _MINUTES[span["unit"].lower()]
        last = _count(span["to"]) * minutes
        spans.add((float(span["from"]) * minutes if span["from"] else last, last))
    return frozenset(spans)


def _count(word: str) -> float:
    if word[0].isdigit():
        return float(word)
    return 0.5 if word.lower().startswith("half") else 1.0
