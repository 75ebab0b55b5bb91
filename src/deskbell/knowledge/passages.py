"""Cutting a reading into passages: along its structure, 60 to 180 words where the text allows, never across headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from deskbell.knowledge.finding import opening_hours
from deskbell.knowledge.reading import Block, Kind, Reading
from deskbell.knowledge.reading.blocks import SEPARATOR

MOST_WORDS = 180
FEW_WORDS = 40
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
        place = SEPARATOR.join((reading.title, *path))
        cuts += [Cut(place, text) for text in _sized(list(_parts(blocks)))]
    return cuts


def _path(block: Block) -> tuple[str, ...]:
    return block.path


def embedded_text(cut: Cut) -> str:
    """What the model reads: where the passage stands counts as much as what it says."""
    return opening_hours.days_in_full(f"{cut.path}\n{cut.text}")


def sentences(text: str) -> list[str]:
    """The sentences of one line of running text."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks as text; a line that announces a list ("You can:") stays with it; giants are broken up."""
    lead = ""
    for block in blocks:
        text = "\n".join(block.lines)
        if block.kind is Kind.PARAGRAPH and text.endswith(":") and len(text.split()) < FEW_WORDS:
            lead = f"{lead}\n\n{text}" if lead else text
            continue
        whole = f"{lead}\n\n{text}" if lead else text
        yield from _broken_up(whole, block, lead)
        lead = ""
    if lead:
        yield lead


def _broken_up(whole: str, block: Block, lead: str) -> Iterator[str]:
    if _words(whole) <= MOST_WORDS:
        yield whole
        return
    units = list(block.lines) if len(block.lines) > 1 else sentences(" ".join(block.lines))
    joint = "\n" if len(block.lines) > 1 else " "
    for group in _filled([short for unit in units for short in _short_enough(unit)]):
        yield (f"{lead}\n\n" if lead else "") + joint.join(group)


def _short_enough(unit: str) -> list[str]:
    """A text without sentences is cut by counting, so that nothing is ever too long to be read."""
    words = unit.split()
    if len(words) <= MOST_WORDS:
        return [unit]
    return [" ".join(words[start : start + MOST_WORDS]) for start in range(0, len(words), MOST_WORDS)]


def _sized(parts: Sequence[str]) -> list[str]:
    """Parts of one section, joined while they fit; a small rest joins what stands before it."""
    groups = ["\n\n".join(group) for group in _filled(parts)]
    if len(groups) > 1 and _words(groups[-1]) < FEW_WORDS:
        groups[-2:] = ["\n\n".join(groups[-2:])]
    return groups


def _filled(units: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    size = 0
    for unit in units:
        words = _words(unit)
        if not groups or size + words > MOST_WORDS:
            groups.append([])
            size = 0
        groups[-1].append(unit)
        size += words
    return groups


def _words(text: str) -> int:
    return len(text.split())
