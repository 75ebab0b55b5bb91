"""The figures that a sentence states: prices, times of day, phone numbers, spans of time. What is left of it is what they are
about, and of that, what is no more than the way to say such a figure ("costs", "is open from") names nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from deskbell.knowledge.finding.terms import stems

_NUMBER = r"\d{1,3}(?:[,.]\d{3})*(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
_PATTERNS = {
    "price": re.compile(rf"[$€£]\s?({_NUMBER})|({_NUMBER})\s?(?:dollars?|euros?|usd|eur|€)\b", re.IGNORECASE),
    "phone": re.compile(r"(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b"),
    "time": re.compile(
        r"\b(\d{1,2}):(\d{2})\s*(am|pm|a\.m\.|p\.m\.)?|\b(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.)(?!\w)",
        re.IGNORECASE,
    ),
    "span": re.compile(
        r"\b(\d+|an?|per|one|two|three|four|five|six|seven|ten)[ -](?:business |working |calendar |full )?(minute|hour|day|week|month)s?\b",
        re.IGNORECASE,
    ),
}
_MINUTES = {"minute": 1, "hour": 60, "day": 1_440, "week": 10_080, "month": 43_200}
_COUNTS = {
    "a": 1,
    "an": 1,
    "per": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
}
_SAID_WITH = {
    "price": "cost price fee charge pay amount total dollar euro each per available",
    "phone": "call dial phone telephone number reach contact answer",
    "time": "open opening close closed closing shut start begin end time hour door answer",
    "span": "take last arrive get receive ready usual usually valid answer reply expect within due business working day least",
}
_DOWN_TO = re.compile(r"\b(?:clos\w+|shuts?|ends?|until|till|through|by|before|latest)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not?|never|without|except|unless|free|waived?|extra|additional)\b|n't\b", re.IGNORECASE
)
_LEAST = re.compile(
    r"\b(?:more than|less than|above|below|over|under|up to|from|starting at|lowest|lost)\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")


class Figure(Enum):
    """What a number means."""

    PRICE = "price"
    PHONE = "phone"
    TIME = "time"
    SPAN = "span"


@dataclass(frozen=True)
class Statement:
    """One line or sentence with figures of one kind: their values in one spelling, and the stems of everything else.

    `subject`: the stems of the sentence itself that name what it is about. `heading`: those of its heading that do. `manner`: how
    the figure is meant (from or until, at least, denied …): figures meant differently do not contradict each other.
    """

    figure: Figure
    values: frozenset[str]
    about: frozenset[str]
    words: str
    subject: frozenset[str] = frozenset()
    heading: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()

    @property
    def without_figures(self) -> str:
        """What the sentence says besides its figures."""
        return " ".join(_plain(self.words).split())


def statements(sentence: str, heading: str) -> Iterator[Statement]:
    """What a sentence states under its heading, one statement per kind of figure."""
    values = _values(sentence)
    if values:  # few sentences state any, and finding the stems is nearly all of the work
        about, subject, above = _about(f"{heading} {sentence}"), _about(sentence), _about(heading)
        spans = frozenset(_value(Figure.SPAN, found) for found in _PATTERNS["span"].finditer(sentence))
        for figure, stated in values.items():
            more = (
                spans if figure is Figure.PRICE else frozenset[str]()
            )  # the price of 30 minutes is not that of 60
            said_with = _said_with(figure)
            yield Statement(
                figure,
                stated,
                about | more,
                sentence,
                (subject | more) - said_with,
                above - said_with,
                _manner(figure, sentence),
            )


def _values(sentence: str) -> Mapping[Figure, frozenset[str]]:
    """A phone number is no price, and neither is a time."""
    if not _DIGIT.search(sentence):
        return {}
    values: dict[Figure, frozenset[str]] = {}
    for figure in (Figure.PHONE, Figure.PRICE, Figure.TIME, Figure.SPAN):
        pattern = _PATTERNS[figure.value]
        stated = frozenset(_value(figure, found) for found in pattern.finditer(sentence))
        if stated:
            values[figure] = stated
            sentence = pattern.sub(" ", sentence)
    if len(values) > 1:
        values.pop(
            Figure.SPAN, None
        )  # beside another figure it says of what: "a visit of 30 minutes costs $60"
    return values


def _about(text: str) -> frozenset[str]:
    """The stems of everything but the figures."""
    return frozenset(stem for stem in stems(_plain(text)) if not stem.isdigit())


def _plain(text: str) -> str:
    for pattern in _PATTERNS.values():
        text = pattern.sub(" ", text)
    return text


@cache
def _said_with(figure: Figure) -> frozenset[str]:
    """The stems of words that go with such a figure and name nothing."""
    return frozenset(stems(_SAID_WITH[figure.value]))


def _manner(figure: Figure, sentence: str) -> frozenset[str]:
    found = {word[0].lower() for pattern in (_DENIED, _LEAST) for word in pattern.finditer(sentence)}
    if figure is Figure.TIME:
        found.discard("from")
        found |= {"until"} if _DOWN_TO.search(sentence) else set[str]()
    return frozenset(found)


def _value(figure: Figure, found: re.Match[str]) -> str:
    match figure:
        case Figure.PHONE:
            return re.sub(r"\D", "", found[0])[-10:]
        case Figure.PRICE:
            return f"{float((found[1] or found[2]).replace(',', '')):.2f}"
        case Figure.TIME:
            return _minutes(found)
        case Figure.SPAN:
            count = found[1].lower()
            return f"{(_COUNTS.get(count) or int(count)) * _MINUTES[found[2].lower()]} min"


def _minutes(found: re.Match[str]) -> str:
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}"
