"""What a site says on every page (a phone number in the head, a notice, a list of offices) is not the content of any page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from deskbell.knowledge.reading.blocks import Block, Reading

FEWEST_PAGES = 5  # fewer pages say nothing about a site
_MOST_PAGES = 0.5


def repeated(pages: Sequence[Reading]) -> frozenset[str]:
    """The faces of lines that stand on more than half of the pages of one site. Empty for a few pages."""
    if len(pages) < FEWEST_PAGES:
        return frozenset()
    counted = Counter(
        face for page in pages for face in {_face(line) for block in page.blocks for line in block.lines}
    )
    return frozenset(face for face, times in counted.items() if times > len(pages) * _MOST_PAGES)


def without(page: Reading, furniture: frozenset[str]) -> Reading:
    """The page without those lines. A page that has nothing else keeps them: then they are its content."""
    blocks = [kept for block in page.blocks if (kept := _kept(block, furniture)).lines]
    return replace(page, blocks=tuple(blocks)) if blocks else page


def _kept(block: Block, furniture: frozenset[str]) -> Block:
    return replace(block, lines=tuple(line for line in block.lines if _face(line) not in furniture))


def _face(line: str) -> str:
    return " ".join(line.split()).casefold()
