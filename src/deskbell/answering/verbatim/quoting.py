"""Cutting passages into what can be quoted, and choosing how much of it a visitor reads. Every quote is a stretch of
the passage, letter by letter. Not here: how sure the agent is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_WORDS = 60
MOST_LIST_WORDS = 120
MOST_SENTENCES = 3
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"')\u201d\u2019]*(?=\s+[A-Z0-9\"'(\u201c])|$)")
_SHORT_ANSWER = 3  # "No." means nothing without what follows


class Kind(StrEnum):
    """A line of its own is a row of a table, of opening hours, of an address."""

    SENTENCE = "sentence"
    LINE = "line"
    POINT = "point"


@dataclass(frozen=True)
class Unit:
    """The smallest thing that is quoted: `text` stands at `start` to `end` of its passage, in paragraph `block`."""

    text: str
    start: int
    end: int
    block: int
    kind: Kind

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def announces(self) -> bool:
        """ "You can:" belongs to what follows."""
        return self.text.endswith(":")


def units_of(text: str) -> list[Unit]:
    """The sentences, lines and points of a passage, in order."""
    units: list[Unit] = []
    for block, paragraph in enumerate(re.finditer(r"(?:[^\n]|\n(?!\n))+", text)):
        lines = list(re.finditer(r"[^\n]+", paragraph[0]))
        for line in lines:
            units += _units_of_line(line[0], paragraph.start() + line.start(), block, alone=len(lines) == 1)
    return units


def quote(text: str, units: Sequence[Unit], scores: Sequence[float], *, answers_heading: bool) -> str:
    """The stretch around the best unit that answers. `answers_heading`: the passage answers the question above it,
    so its beginning ("No. But you can …") is part of the answer.
    """
    best = max(range(len(units)), key=lambda index: scores[index])
    first, last = _whole_list(units, best)
    if answers_heading:
        first, last = (0, last) if _words(units, 0, last) <= MOST_WORDS else _whole_list(units, 0)
    first, last = _grown(units, scores, first, last)
    return text[units[first].start : units[last].end]


def _units_of_line(line: str, offset: int, block: int, *, alone: bool) -> Iterator[Unit]:
    if re.match(r"\s*- ", line):
        yield Unit(
            line.strip(), offset + len(line) - len(line.lstrip()), offset + len(line), block, Kind.POINT
        )
        return
    kind = Kind.SENTENCE if alone else Kind.LINE
    begun: int | None = None
    for sentence in _SENTENCE.finditer(line):
        start = sentence.start() if begun is None else begun
        text = line[start : sentence.end()]
        if len(text.split()) <= _SHORT_ANSWER and sentence.end() < len(line):
            begun = start
            continue
        begun = None
        yield Unit(text, offset + start, offset + sentence.end(), block, kind)


def _whole_list(units: Sequence[Unit], best: int) -> tuple[int, int]:
    """A point is read with its list and the line that announces it, a row with its table, an announcement with its list:
    as far as they fit.
    """
    if units[best].announces and best + 1 < len(units):
        return best, _end_of_list(units, best, best + 1)
    if units[best].kind is Kind.SENTENCE:
        return best, best
    first = last = best
    while first > 0 and units[first - 1].block == units[best].block:
        first -= 1
    if first > 0 and units[first - 1].announces:
        first -= 1
    while last + 1 < len(units) and units[last + 1].block == units[best].block:
        last += 1
    most = MOST_LIST_WORDS if units[best].kind is Kind.POINT else MOST_WORDS
    if _words(units, first, last) <= most:
        return first, last
    return (first, best) if _words(units, first, best) <= most else (best, best)


def _end_of_list(units: Sequence[Unit], first: int, last: int) -> int:
    block = units[last].block
    while (
        last + 1 < len(units)
        and units[last + 1].block == block
        and _words(units, first, last + 1) <= MOST_LIST_WORDS
    ):
        last += 1
    return last


def _grown(units: Sequence[Unit], scores: Sequence[float], first: int, last: int) -> tuple[int, int]:
    """Take in neighbors, the better one first, while the quote stays short. It never ends with an announcement."""
    while last - first + 1 < MOST_SENTENCES:
        fitting = [
            (scores[taken], start, end)
            for taken, start, end in ((first - 1, first - 1, last), (last + 1, first, last + 1))
            if 0 <= taken < len(units) and _words(units, start, end) <= MOST_WORDS
        ]
        if not fitting:
            break
        _, first, last = max(fitting)
    if units[last].announces and last + 1 < len(units):
        last = _end_of_list(units, first, last + 1)
    return first, last


def _words(units: Sequence[Unit], first: int, last: int) -> int:
    return sum(unit.words for unit in units[first : last + 1])
