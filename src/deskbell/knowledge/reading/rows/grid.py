"""A grid of cells, as spreadsheets, csv files and tables of documents hold them: where tables begin, what their header is."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeAlias

from deskbell.knowledge.reading.blocks import Kind, table_lines
from deskbell.knowledge.reading.outline import Outline

Row: TypeAlias = tuple[str, ...]

MOST_COLUMNS = 50
_LABEL_CHARACTERS = 60
_TABLE_LEVEL = 6


def place_grid(outline: Outline, rows: Sequence[Row]) -> None:
    """Put a grid into the outline. Empty rows part tables; a row with one cell before a table is its name."""
    header: Row = ()
    for is_filled, group in groupby(_without_empty_columns(rows), key=any):
        if is_filled:
            header = _place_part(outline, list(group), header)


def table_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """Quotable lines of one table whose first row may be its header."""
    rows = _without_empty_columns(rows)
    header = find_header(rows)
    return table_lines(rows[1:] if header else rows, header=header)


def find_header(rows: Sequence[Row]) -> Row:
    """The first row when it names columns: short distinct labels without numbers, above rows that are not like it."""
    if len(rows) < 2:
        return ()
    first, below = rows[0], rows[1:]
    labels = [cell for cell in first[1:] if cell]
    if len(labels) < len(first) - 1 or not all(map(_is_label, filter(None, first))):
        return ()
    if len({cell.casefold() for cell in first}) < len(first):
        return ()
    # With two columns, names over names say nothing; numbers or sentences below a label do.
    return first if len(first) > 2 or sum(not _is_label(row[1]) for row in below) * 2 > len(below) else ()


def width(rows: Iterable[Row]) -> int:
    """The number of columns that hold something."""
    return max((index + 1 for row in rows for index, cell in enumerate(row) if cell), default=0)


def _place_part(outline: Outline, rows: list[Row], before: Row) -> Row:
    """One table; returns the header that also holds for rows after an empty one."""
    names: list[str] = []
    while len(rows) > 1 and _cells(rows[0]) == 1 < max(map(_cells, rows)):
        names.append(next(cell for cell in rows.pop(0) if cell))
    for name in names:
        outline.heading(name, _TABLE_LEVEL) if name == names[0] else outline.add(Kind.PARAGRAPH, (name,))
    if all(_cells(row) == 1 for row in rows):
        outline.add(Kind.PARAGRAPH, tuple(cell for row in rows for cell in row if cell))
        return ()
    header = find_header(rows) or (before if not names and width(rows) <= width([before]) else ())
    outline.add(Kind.TABLE, table_lines(rows[1:] if header == rows[0] else rows, header=header))
    return header


def _cells(row: Row) -> int:
    return sum(1 for cell in row if cell)


def _without_empty_columns(rows: Sequence[Row]) -> list[Row]:
    columns = [
        column for column in range(width(rows)) if any(len(row) > column and row[column] for row in rows)
    ]
    return [tuple(row[column] if column < len(row) else "" for column in columns) for row in rows]


def _is_label(cell: str) -> bool:
    return len(cell) <= _LABEL_CHARACTERS and not re.search(r"\d|[.!?]$|@", cell)
