"""What a site says around most of its pages (a phone number, a notice, a list of offices) is the content of one of them.

Lines are known by their *face*: a number made of their words. Which faces stand on most pages is counted in the database.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from uuid import UUID

from deskbell.knowledge.reading.blocks import Block, Reading

FEWEST_PAGES = 5  # fewer pages say nothing about a site
FEWEST_WORDS = 4  # at one edge: "Yes." at the end of a page is an answer, not furniture


def faces(page: Reading) -> tuple[int, ...]:
    """What stands on a page, each line once, sorted. 64 bits, signed, as PostgreSQL keeps them."""
    return tuple(sorted({_face(line) for block in page.blocks for line in block.lines}))


def left_to_others(page_id: UUID, lines: Mapping[int, UUID]) -> frozenset[int]:
    """The lines of a site that another page than this one keeps."""
    return frozenset(face for face, keeper in lines.items() if keeper != page_id)


def own(page: Reading, elsewhere: Container[int]) -> Reading:
    """The page without what other pages say too, where that stands before or after the page's own lines. What stands
    between them stays, and so does all of a page that has nothing else.
    """
    known = [_face(line) in elsewhere for block in page.blocks for line in block.lines]
    if all(known):
        return page
    first, last = known.index(False), len(known) - known[::-1].index(False)
    lines = [line for block in page.blocks for line in block.lines]
    first = first if _words(lines[:first]) >= FEWEST_WORDS else 0
    last = last if _words(lines[last:]) >= FEWEST_WORDS else len(lines)
    return replace(page, blocks=tuple(_between(page.blocks, first, last)))


def _between(blocks: Sequence[Block], first: int, last: int) -> list[Block]:
    kept: list[Block] = []
    begins = 0
    for block in blocks:
        lines = block.lines[max(first - begins, 0) : max(last - begins, 0)]
        begins += len(block.lines)
        if lines:
            kept.append(replace(block, lines=lines))
    return kept


def _words(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _face(line: str) -> int:
    words = " ".join(line.split()).casefold()
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), signed=True)
