"""Cutting passages into what can be quoted, and choosing how much of it a visitor reads. Every quote is a stretch of
the passage, letter by letter. Not here: how sure the agent is.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_WORDS = 60
MOST_LIST_WORDS = 120
MOST_SENTENCES = 3
_SENTENCE = re.compile(r"\S.*?(?:[.!?][\"')\u201d\u2019]*(?=\s+[A-Z0-9\"'(\u201c])|$)")
_SHORT_ANSWER = 3  # "No." means nothing without what follows
_ANNOUNCES = re.compile(r":[*\"')\]]*$|\b(?:below|following|these steps)\b[^.]{0,40}\.$", re.IGNORECASE)
FAR_BEHIND = 4.0  # log odds: a neighbor that much less likely to answer is not worth its words


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
        """ "You can:" and "You need all of those below." belong to what follows."""
        return _ANNOUNCES.search(self.text) is not None


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
    groups = _groups(units)
    own = next(place for place, group in enumerate(groups) if best in group)
    first, last = own, own
    if answers_heading:
        first, last = (0, own) if _fits(units, groups[0].start, groups[own].stop) else (0, 0)
    elif not _fits(units, groups[own].start, groups[own].stop):
        return _cut_down(text, units, groups[own], best)
    enough = -math.inf if answers_heading else scores[best] - FAR_BEHIND
    first, last = _grown(units, scores, groups, (first, last), enough)
    start, stop = groups[first].start, groups[last].stop
    return text[units[start].start : units[_last_that_fits(units, start, stop)].end]


def shortest(text: str, units: Sequence[Unit], scores: Sequence[float]) -> str:
    """The best unit alone, with its list where it stands in one."""
    best = max(range(len(units)), key=lambda index: scores[index])
    group = next(group for group in _groups(units) if best in group)
    return text[units[group.start].start : units[group.stop - 1].end]


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


def _groups(units: Sequence[Unit]) -> list[range]:
    """What is read together: a sentence; a list with the lines that announce it; a table, where it is short enough."""
    groups: list[range] = []
    for place, unit in enumerate(units):
        before = groups[-1] if groups else None
        if before is not None and _belongs(units, before, unit):
            groups[-1] = range(before.start, place + 1)
        else:
            groups.append(range(place, place + 1))
    return groups


def _belongs(units: Sequence[Unit], group: range, unit: Unit) -> bool:
    last = units[group.stop - 1]
    if last.announces:
        return True
    same_list = last.block == unit.block and unit.kind is not Kind.SENTENCE and last.kind is unit.kind
    return same_list and (unit.kind is Kind.POINT or _words(units, group.start, group.stop) <= MOST_WORDS)


def _cut_down(text: str, units: Sequence[Unit], group: range, best: int) -> str:
    """Of a list or table that is too long: from its beginning to what answers, or that alone."""
    start = group.start if _fits(units, group.start, best + 1) else best
    return text[units[start].start : units[best].end]


def _fits(units: Sequence[Unit], start: int, stop: int) -> bool:
    listed = any(unit.kind is Kind.POINT for unit in units[start:stop])
    return _words(units, start, stop) <= (MOST_LIST_WORDS if listed else MOST_WORDS)


def _last_that_fits(units: Sequence[Unit], start: int, stop: int) -> int:
    last = start
    while last + 1 < stop and _words(units, start, last + 2) <= MOST_LIST_WORDS:
        last += 1
    return last


def _grown(
    units: Sequence[Unit],
    scores: Sequence[float],
    groups: Sequence[range],
    stretch: tuple[int, int],
    enough: float,
) -> tuple[int, int]:
    """Take in neighbors that score `enough`, the better one first, while the quote stays short."""
    first, last = stretch
    while last - first + 1 < MOST_SENTENCES:
        fitting = [
            (max(scores[taken.start : taken.stop]), start, end)
            for start, end, taken in _neighbors(groups, first, last)
            if _words(units, groups[start].start, groups[end].stop) <= MOST_WORDS
        ]
        score, start, end = max(fitting, default=(-math.inf, first, last))
        if not fitting or score < enough:
            break
        first, last = start, end
    return first, last


def _neighbors(groups: Sequence[range], first: int, last: int) -> Iterator[tuple[int, int, range]]:
    if first > 0:
        yield first - 1, last, groups[first - 1]
    if last + 1 < len(groups):
        yield first, last + 1, groups[last + 1]


def _words(units: Sequence[Unit], start: int, stop: int) -> int:
    return sum(unit.words for unit in units[start:stop])
