"""Cutting a reading into passages: along its structure, 60 to 180 words where the text allows, never across headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from deskbell.knowledge.finding import opening_hours
from deskbell.knowledge.reading import Block, Kind, Reading
from deskbell.knowledge.reading.blocks import SEPARATOR

MOST_WORDS = 180
MOST_ANSWER_WORDS = (
    300  # of a question with its answer: quoted whole, though the model reads no more than the beginning
)
FEW_WORDS = 40
WORD_CHARACTERS = 9
_POINTS_BACK = re.compile(
    r"(?:this|that|these|those|it|they|he|she|such|otherwise|however|then|if so|if not|in (?:this|that) case|instead)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'(\u201c])")


@dataclass(frozen=True)
class Cut:
    """One passage before it is stored. `path` starts with the title; blocks of `text` stand apart by an empty line."""

    path: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def cut(reading: Reading) -> list[Cut]:
    """Every passage of a reading, in order. A question with its answer stays whole unless it is far too long."""
    cuts: list[Cut] = []
    for path, blocks in groupby(reading.blocks, key=_path):
        headings = (reading.title, *path)
        most = MOST_ANSWER_WORDS if headings[-1].endswith(("?", "？", "؟")) else MOST_WORDS
        place = SEPARATOR.join(headings)
        cuts += [Cut(place, text) for text in _sized(list(_parts(blocks, most)), most)]
    return cuts


def _path(block: Block) -> tuple[str, ...]:
    return block.path


def embedded_text(cut: Cut) -> str:
    """What the model reads: where the passage stands counts as much as what it says."""
    return opening_hours.days_in_full(f"{cut.path}\n{cut.text}")


def sentences(text: str) -> list[str]:
    """The sentences of one line of running text."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def _parts(blocks: Iterable[Block], most: int) -> Iterator[str]:
    """Blocks as text; a line that announces a list ("You can:") stays with it; giants are broken up."""
    lead = ""
    for block in blocks:
        text = "\n".join(block.lines)
        if block.kind is Kind.PARAGRAPH and text.endswith(":") and len(text.split()) < FEW_WORDS:
            lead = f"{lead}\n\n{text}" if lead else text
            continue
        whole = f"{lead}\n\n{text}" if lead else text
        yield from [whole] if _words(whole) <= most else _broken_up(block, lead)
        lead = ""
    if lead:
        yield lead


def _broken_up(block: Block, lead: str) -> Iterator[str]:
    """Parts of a giant, each with the line that announces it and with what its first unit cannot do without."""
    is_lines = len(block.lines) > 1
    units = list(block.lines) if is_lines else sentences(" ".join(block.lines))
    joint = "\n" if is_lines else " "
    before: list[str] = []
    for group in _filled([short for unit in units for short in _short_enough(unit)], MOST_WORDS):
        needed = _points_above(before, group[0]) if is_lines else _sentence_before(before, group[0])
        yield (f"{lead}\n\n" if lead else "") + joint.join([*needed, *group])
        before += group


def _points_above(before: Sequence[str], line: str) -> list[str]:
    """The points under which an indented one stands, outermost first."""
    above: list[str] = []
    for earlier in reversed(before):
        if _indent(earlier) < _indent(line):
            above.insert(0, earlier)
            line = earlier
    return above


def _sentence_before(before: Sequence[str], sentence: str) -> list[str]:
    """The sentence before one that points back to it ("This also holds for …")."""
    return [before[-1]] if before and _POINTS_BACK.match(sentence) and _words(before[-1]) < FEW_WORDS else []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _short_enough(unit: str) -> Iterator[str]:
    """A text without sentences is cut by counting, so that nothing is ever too long to be read."""
    if _words(unit) <= MOST_WORDS:
        yield unit
        return
    for group in _filled([piece for word in unit.split() for piece in _pieces(word)], MOST_WORDS):
        yield " ".join(group)


def _pieces(word: str) -> list[str]:
    most = MOST_WORDS * WORD_CHARACTERS
    return [word[start : start + most] for start in range(0, len(word), most)]


def _sized(parts: Sequence[str], most: int) -> list[str]:
    """Parts of one section, joined while they fit; a small rest joins what stands before it."""
    groups = ["\n\n".join(group) for group in _filled(parts, most)]
    if len(groups) > 1 and _words(groups[-1]) < FEW_WORDS:
        groups[-2:] = ["\n\n".join(groups[-2:])]
    return groups


def _filled(units: Sequence[str], most: int) -> list[list[str]]:
    groups: list[list[str]] = []
    size = 0
    for unit in units:
        words = _words(unit)
        if not groups or size + words > most:
            groups.append([])
            size = 0
        groups[-1].append(unit)
        size += words
    return groups


def _words(text: str) -> int:
    """Languages that write without spaces, addresses and noise count by their characters."""
    return max(len(text.split()), len(text) // WORD_CHARACTERS)
