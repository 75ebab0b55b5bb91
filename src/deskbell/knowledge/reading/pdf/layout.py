"""From pieces of text at places on a page to lines in the order of reading: columns one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mean, median

_LEAST_IN_COLUMN = 4
_PROSE_CHARACTERS = 22  # lines of a column are longer than cells of a table
_MOST_CROSSING = 0.25
_RAGGED = 0.2  # share of a column that the end of a wrapped line may lack


@dataclass(frozen=True)
class Piece:
    """Text in one line and one font. Places in points from the lower left corner; `size` of the font in points."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


@dataclass(frozen=True)
class Line:
    """Cells stand apart by more than a space. `pitch` is the way down from the line before, in sizes of the font;
    a line is `full` when it reaches the right edge of its column: its sentence goes on in the next line.
    """

    cells: tuple[str, ...]
    size: float
    bold: bool
    pitch: float
    full: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.cells)


def lines_of_page(pieces: Sequence[Piece]) -> list[Line]:
    """Every line, in the order of reading."""
    return [line for region in _regions(list(pieces)) for line in _lines(region)]


def _regions(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Parts of the page to read one after the other. What crosses the gap between columns parts them into bands."""
    gutter = _gutter(pieces)
    if gutter is None:
        if pieces:
            yield pieces
        return
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if piece.left < gutter < piece.right:
            yield from _columns(band, gutter)
            yield [piece]
            band = []
        else:
            band.append(piece)
    yield from _columns(band, gutter)


def _columns(band: list[Piece], gutter: float) -> Iterator[list[Piece]]:
    yield from _regions([piece for piece in band if piece.right <= gutter])
    yield from _regions([piece for piece in band if piece.left >= gutter])


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Where a column begins that has running text on both sides of its left edge; None for one column, and for tables."""
    fewest, found = len(pieces) * _MOST_CROSSING, None
    for edge in sorted({round(piece.left) for piece in pieces}):
        gutter = edge - 1.5
        left = [piece for piece in pieces if piece.right <= gutter]
        right = [piece for piece in pieces if piece.left >= gutter]
        crossing = len(pieces) - len(left) - len(right)
        if crossing < fewest and _is_prose(left) and _is_prose(right):
            fewest, found = crossing, gutter
    return found


def _is_prose(pieces: Sequence[Piece]) -> bool:
    return len(pieces) >= _LEAST_IN_COLUMN and mean(len(piece.text) for piece in pieces) >= _PROSE_CHARACTERS


def _lines(pieces: Sequence[Piece]) -> Iterator[Line]:
    before: float | None = None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    for row in _rows(pieces):
        size = max(piece.size for piece in row)
        middle = median(piece.bottom for piece in row)
        pitch = 0.0 if before is None else (before - middle) / max(size, 1)
        is_full = row[-1].right > right - _RAGGED * (right - left)
        yield Line(tuple(_cells(row)), size, all(piece.bold for piece in row), pitch, is_full)
        before = middle


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.middle):
        if rows and abs(rows[-1][0].middle - piece.middle) < 0.45 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _cells(row: Sequence[Piece]) -> Iterator[str]:
    text, end = "", 0.0
    for piece in row:
        gap = piece.left - end
        if text and gap > 1.2 * piece.size:
            yield text.strip()
            text = ""
        text += (" " if text and gap > 0.12 * piece.size else "") + piece.text
        end = piece.right
    yield text.strip()
