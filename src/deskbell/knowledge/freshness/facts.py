"""The figures that a sentence states: prices, times of day, phone numbers. What is left of it is what they are about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from deskbell.knowledge.finding.terms import stems

_NUMBER = r"\d{1,3}(?:[,.]\d{3})*(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
_PATTERNS = {
    "price": re.compile(rf"[$€£]\s?({_NUMBER})|({_NUMBER})\s?(?:dollars?|euros?|usd|eur|€)\b", re.IGNORECASE),
    "phone": re.compile(r"(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b"),
    "time": re.compile(
        r"\b(\d{1,2}):(\d{2})\s*(am|pm|a\.m\.|p\.m\.)?|\b(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.)(?!\w)",
        re.IGNORECASE,
    ),
}
_DIGIT = re.compile(r"\d")


class Figure(Enum):
    """What a number means."""

    PRICE = "price"
    PHONE = "phone"
    TIME = "time"


@dataclass(frozen=True)
class Statement:
    """One line or sentence with figures of one kind: their values in one spelling, and the stems of everything else."""

    figure: Figure
    values: frozenset[str]
    about: frozenset[str]
    words: str


def statements(sentence: str, heading: str) -> Iterator[Statement]:
    """What a sentence states under its heading, one statement per kind of figure."""
    values = _values(sentence)
    if values:  # few sentences state any, and finding the stems is nearly all of the work
        about = _about(sentence, heading)
        for figure, stated in values.items():
            yield Statement(figure, stated, about, sentence)


def _values(sentence: str) -> Mapping[Figure, frozenset[str]]:
    """A phone number is no price, and neither is a time."""
    if not _DIGIT.search(sentence):
        return {}
    values: dict[Figure, frozenset[str]] = {}
    for figure in (Figure.PHONE, Figure.PRICE, Figure.TIME):
        pattern = _PATTERNS[figure.value]
        stated = frozenset(_value(figure, found) for found in pattern.finditer(sentence))
        if stated:
            values[figure] = stated
            sentence = pattern.sub(" ", sentence)
    return values


def _about(sentence: str, heading: str) -> frozenset[str]:
    """The stems of everything but the figures."""
    for pattern in _PATTERNS.values():
        sentence = pattern.sub(" ", sentence)
    return frozenset(stem for stem in stems(f"{heading} {sentence}") if not stem.isdigit())


def _value(figure: Figure, found: re.Match[str]) -> str:
    match figure:
        case Figure.PHONE:
            return re.sub(r"\D", "", found[0])[-10:]
        case Figure.PRICE:
            return f"{float((found[1] or found[2]).replace(',', '')):.2f}"
        case Figure.TIME:
            return _minutes(found)


def _minutes(found: re.Match[str]) -> str:
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}"
