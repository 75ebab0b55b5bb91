"""Cutting passages into what can be quoted, and what of it is read together. Every quote is a stretch of the passage, letter
by letter. Not here: which stretch is quoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

MOST_WORDS = 60
MOST_LIST_WORDS = 120
# Not after "Dr.", nor between "6 p.m." and its "(ET)".
_SENTENCE = re.compile(
    r"\S.*?(?:(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)(?<!\bU\.S)[.!?][\"')\u201d\u2019]*"
    r"(?=\s+[A-Z0-9\"'(\u201c])(?!(?<=[ap]\.m\.)\s+[(0-9])|$)"
)
_SHORT_ANSWER = 3  # "No." means nothing without what follows
_SHORT_LEAD = 3  # "You:" means nothing without what stands before
# "In these cases, …", "There, you can …": nobody understands it without the sentence before.
_POINTS_BACK = re.compile(
    r"^(?:- )?(?:(?:this|that|these|those|it|they|them|he|she|such|otherwise|however|then|there|if so|if not|instead|or|and|but|also)\b"
    r"|(?:in|for|with|from|of|to|many of|some of|most of|all of) (?:this|that|these|those|them|here)\b)",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r":[*\"')\]]*$|\b(?:below|following|these steps)\b[^.]{0,80}\.$", re.IGNORECASE)
# "Learn more about …", "Find a clinic near you.": a link, whose page answers.
_ELSEWHERE = re.compile(
    r"^(?:- )?(?:(?:learn|read|find|see|visit|view|download|watch|check|get|go|start|sign in|apply)\b)[^.:]{0,120}\.?$",
    re.IGNORECASE,
)


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

    @property
    def points_back(self) -> bool:
        """It speaks of what was said before it."""
        return _POINTS_BACK.match(self.text) is not None

    @property
    def points_elsewhere(self) -> bool:
        """Nothing but a link to another page."""
        return _ELSEWHERE.match(self.text) is not None


@lru_cache(maxsize=2_048)
def units_of(text: str) -> Sequence[Unit]:
    """The sentences, lines and points of a passage, in order. Remembered: questions meet the same passages again and again."""
    units: list[Unit] = []
    for block, paragraph in enumerate(re.finditer(r"(?:[^\n]|\n(?!\n))+", text)):
        lines = list(re.finditer(r"[^\n]+", paragraph[0]))
        for line in lines:
            units += _units_of_line(line[0], paragraph.start() + line.start(), block, alone=len(lines) == 1)
    return tuple(units)


def groups_of(units: Sequence[Unit]) -> list[range]:
    """What is read together: a sentence; a list with the lines that announce it; a table, where it is short enough."""
    groups: list[range] = []
    for place, unit in enumerate(units):
        before = groups[-1] if groups else None
        if before is not None and _belongs(units, before, unit):
            groups[-1] = range(before.start, place + 1)
        else:
            groups.append(range(place, place + 1))
    return groups


def shortened(units: Sequence[Unit], scores: Sequence[float], whole: range) -> range:
    """Of what is too long: from its beginning as much as fits, if the best unit is in it; otherwise from the best unit on."""
    if words_of(units, whole) <= MOST_LIST_WORDS:
        return whole
    best = max(whole, key=lambda place: scores[place])
    start = whole.start if words_of(units, range(whole.start, best + 1)) <= MOST_LIST_WORDS else best
    most = MOST_LIST_WORDS if start == whole.start else MOST_WORDS
    stop = best + 1
    while stop < whole.stop and words_of(units, range(start, stop + 1)) <= most:
        stop += 1
    return range(start, stop)


def is_list(units: Sequence[Unit], places: range) -> bool:
    """Several points, which may be longer than running text."""
    return sum(units[place].kind is Kind.POINT for place in places) > 1


def words_of(units: Sequence[Unit], places: range) -> int:
    """How many words stand there."""
    return sum(units[place].words for place in places)


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


def _belongs(units: Sequence[Unit], group: range, unit: Unit) -> bool:
    last = units[group.stop - 1]
    short_lead = unit.announces and unit.words <= _SHORT_LEAD and unit.block == last.block
    if last.announces or short_lead:
        return True
    same_list = last.block == unit.block and unit.kind is not Kind.SENTENCE and last.kind is unit.kind
    if unit.kind is Kind.LINE and (unit.points_elsewhere or last.points_elsewhere):
        return False
    return same_list and (unit.kind is Kind.POINT or words_of(units, group) <= MOST_WORDS)
