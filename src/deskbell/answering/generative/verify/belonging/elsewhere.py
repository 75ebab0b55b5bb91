"""A name in another's place, and a way to reach somebody that the source does not offer."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.answering.generative.verify.names import names_in
from deskbell.answering.generative.verify.stretches import units_of
from deskbell.knowledge.finding.terms import stems

CARRIED = 0.5  # what the words of the whole sentence count for a part of it
CLEARLY = 0.45
_PART = re.compile(r"[;,]\s+|\s+and\s+(?=(?:from|for|on|at|every)\b)|\s+[—–-]\s+")
_CHANNELS = {
    "mail": r"by (?:post|mail|letter)|by e-?mail|e-?mail\w*|mails?",
    "phone": r"by (?:phone|telephone)|phone\w*|telephone|call\w*|\(?\d{3}\)?[-. ]\d{3,4}",
    "fax": r"fax\w*",
    "text message": r"text(?:s|ed)?(?: messages?)?|sms",
    "app": r"(?:in|through|via|with|using) the app|apps?",
}
_BY = re.compile(
    r"\b(?:by|via|per)\s+(?P<mail>e-?mail|post|mail|letter)\b|\b(?:by|via|per)\s+(?P<phone>phone|telephone)\b|\b(?:by|via|per)\s+(?P<fax>fax)\b"
    r"|\b(?:by|via|per)\s+(?P<text>text(?: message)?|sms)\b|\b(?:in|through|via)\s+(?P<app>the app)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """A part of a sentence of the source, with the words of the whole beside it."""

    text: str
    words: frozenset[str]
    whole: frozenset[str]


def belongs_elsewhere(sentence: str, source: str) -> bool:
    """Whether a name of the sentence stands with other words than it does in the source."""
    parts = _parts_of(source)
    spread = Counter(word for part in parts for word in part.words)
    return _names_stand_elsewhere(sentence, parts, spread)


def another_channel(sentence: str, source: str) -> bool:
    """Whether it names a way to reach somebody ("by phone") that its source does not speak of."""
    for found in _BY.finditer(sentence):
        channel = {"text": "text message"}.get(str(found.lastgroup), str(found.lastgroup))
        if not re.search(rf"\b(?:{_CHANNELS[channel]})", source, re.IGNORECASE):
            return True
    return False


def _parts_of(source: str) -> list[Part]:
    return [
        Part(part, _words(part), _words(unit))
        for line in units_of(source)
        for unit in line.split("; ")
        for part in ([unit] if "|" in unit else _PART.split(unit))
        if part.strip()
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(stems(re.sub(r"[$€£]?\d[\d.,:]*", " ", text)))


def _weight(words: frozenset[str], part: Part, spread: Counter[str]) -> float:
    """Words that stand in few parts tell most."""
    own = sum(1 / spread[word] for word in words & part.words)
    return own + CARRIED * sum(1 / spread[word] for word in (words & part.whole) - part.words)


def _names_stand_elsewhere(sentence: str, parts: Sequence[Part], spread: Counter[str]) -> bool:
    """The rest of the sentence is told of somebody else, in a part that does not name ours."""
    ours = _named(sentence) & frozenset(spread)
    rest = _words(sentence) - ours
    mine = [part for part in parts if ours & part.words]
    others = [part for part in parts if not ours & part.whole and _named(part.text)]
    if any("|" in part.text for part in mine):
        return False  # a row of a table is looked at by `in_one_row`
    if not ours or not mine or not others or not rest:
        return False
    return max(_weight(rest, part, spread) for part in others) > CLEARLY + max(
        _weight(rest, part, spread) for part in mine
    )


def _named(text: str) -> frozenset[str]:
    """ "Marcus Hale sees…": the first word is written large anyway, but a second one after it shows a name."""
    begins = re.match(r"([A-Z][\w'’-]+)\s+[A-Z]", text)
    names = [*names_in(f". {text}"), *([begins[1]] if begins else [])]
    return frozenset(stem for name in names for stem in stems(name))
