"""The one form that every kind of file is read into: a title, and blocks that know the headings above them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from deskbell.kit.errors import Refused

SEPARATOR = " › "


class Unreadable(Refused):
    """The file cannot become content; the sentence is for the person who gave it."""

    def __init__(self, sentence: str) -> None:
        super().__init__("unreadable", sentence)


class Kind(StrEnum):
    """A paragraph is one line or several; a list has one line per point; a table one line per row."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True)
class Block:
    """`path` holds the headings above, outermost first, without the title. Every line makes sense when quoted alone."""

    path: tuple[str, ...]
    kind: Kind
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What was understood of one file. `warnings` are sentences for its owner about what was not."""

    title: str
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Words of the text, without headings."""
        return sum(len(line.split()) for block in self.blocks for line in block.lines)


def retitled(reading: Reading, title: str, *, no_title: str) -> Reading:
    """Under the title that a person gave; a title that was found inside becomes the outermost heading."""
    found = () if reading.title in {title, no_title} else (reading.title,)
    blocks = (Block((*found, *block.path), block.kind, block.lines) for block in reading.blocks)
    return replace(reading, title=title, blocks=tuple(blocks))


def without_title(blocks: tuple[Block, ...], *titles: str) -> tuple[Block, ...]:
    """A first heading that repeats the title adds nothing to a path."""
    return tuple(
        Block(block.path[1:], block.kind, block.lines) if block.path and block.path[0] in titles else block
        for block in blocks
    )


def body(reading: Reading) -> str:
    """The reading as small Markdown, for people: headings where the path changes, then the text."""
    lines: list[str] = []
    path: tuple[str, ...] = ()
    for block in reading.blocks:
        lines += _headings(path, block.path)
        path = block.path
        lines.append("\n".join(block.lines))
    return "\n\n".join(lines)


def _headings(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    return [f"{'#' * min(depth + 2, 6)} {after[depth]}" for depth in range(shared, len(after))]


def table_lines(rows: Iterable[tuple[str, ...]], *, header: tuple[str, ...]) -> tuple[str, ...]:
    """Rows that can be quoted alone: each cell after the first carries the name of its column."""
    return tuple(line for row in rows if (line := _row(row, header)))


def _row(cells: tuple[str, ...], header: tuple[str, ...]) -> str:
    if not any(cells):
        return ""
    if not header:
        return f"{cells[0]}: {cells[1]}" if len(cells) == 2 else " | ".join(cell for cell in cells if cell)
    named = [
        f"{header[column]}: {cell}" if column < len(header) and header[column] else cell
        for column, cell in enumerate(cells)
        if column > 0 and cell
    ]
    return " – ".join(part for part in (cells[0], "; ".join(named)) if part)
