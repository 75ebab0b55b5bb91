"""May this sentence reach a visitor? Pure: citations exist, claims are covered, links are the source's, nothing is claimed as done.

A first version by words and numbers; it errs on the side of a person.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import stems

CITATION = re.compile(r"\[(\d{1,2})\]")
_MARK = re.compile(r"\s*\[\d{1,2}\]")  # with the space before it: "Friday [1]." reads "Friday."
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_LINK = re.compile(r"https?://[^\s)\]>]+|www\.[^\s)\]>]+", re.IGNORECASE)
_IMAGE = re.compile(r"!\[|<img", re.IGNORECASE)
_CLAIMS_DONE = re.compile(
    r"\b(i|we)(?:'ve| have| just)*\s+(?:now\s+|already\s+)?"
    r"(booked|scheduled|rescheduled|cancelled|canceled|refunded|escalated|sent|submitted|updated|changed|forwarded|contacted)\b",
    re.IGNORECASE,
)
ENOUGH_COVERED = 0.5


@dataclass(frozen=True)
class Checked:
    """`covered`: the share of the sentence's content words that its passages contain."""

    text: str
    cited: tuple[int, ...]
    covered: float


def check_sentence(sentence: str, passages: Sequence[Found]) -> Checked | None:
    """The sentence with what supports it, or None when it must not be shown."""
    cited = tuple(dict.fromkeys(int(number) for number in CITATION.findall(sentence)))
    plain = _MARK.sub("", sentence).strip()
    if _CLAIMS_DONE.search(plain) or _IMAGE.search(plain):
        return None
    if any(not 1 <= number <= len(passages) for number in cited):
        return None
    if not _states_something(plain):
        return Checked(plain, cited, 1.0)
    if not cited:
        return None
    support = " ".join(f"{passages[number - 1].path} {passages[number - 1].text}" for number in cited)
    covered = _covered(plain, support)
    return (
        Checked(plain, cited, covered) if _facts_occur(plain, support) and covered >= ENOUGH_COVERED else None
    )


def sentences_of(text: str) -> list[str]:
    """Whole sentences and list lines, citations included. What is not finished yet stays in the last piece."""
    return [piece for piece in re.split(r"(?<=[.!?\]])\s+(?=[A-Z\d•*¿¡\-\"“])|\n+", text) if piece.strip()]


def _states_something(sentence: str) -> bool:
    """Politeness and lead-ins need no source; anything with a number or enough words does."""
    return bool(_NUMBER.search(sentence)) or len(stems(sentence)) > 3


def _facts_occur(sentence: str, support: str) -> bool:
    known = set(_NUMBER.findall(support))
    numbers_known = all(number in known for number in _NUMBER.findall(sentence))
    return numbers_known and all(link.rstrip(".,") in support for link in _LINK.findall(sentence))


def _covered(sentence: str, support: str) -> float:
    words = set(stems(sentence))
    return len(words & set(stems(support))) / len(words) if words else 1.0
