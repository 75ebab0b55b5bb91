"""Comma-separated values: a table, or questions and answers when its columns are named so."""

import csv
import re

from deskbell.knowledge.reading.blocks import Reading, Unreadable
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.plain import decode
from deskbell.knowledge.reading.rows.grid import MOST_COLUMNS, Row, place_grid
from deskbell.knowledge.reading.rows.questions import find_pairs, reading_of

MOST_ROWS = 20_000
_DELIMITERS = ",;\t|"


def read_csv(content: bytes, title: str) -> Reading:
    """The title is the name of the file."""
    rows = rows_of(content)
    if (found := find_pairs(rows)) is not None:
        if not found.pairs:
            raise Unreadable("No row of this table has both a question and an answer.")
        return reading_of(title, found.pairs, found.warnings())
    outline = Outline()
    place_grid(outline, [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]])
    return Reading(
        title, outline.finish(), tuple(too_large("This table", len(rows), max(map(len, rows), default=0)))
    )


def rows_of(content: bytes) -> list[Row]:
    """The cells of a csv file, without white space around them. Semicolons, tabs and bars also part cells."""
    text = re.sub(r"\r\n?", "\n", decode(content))
    csv.field_size_limit(max(csv.field_size_limit(), len(content) + 1))
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    try:
        return [
            tuple(cell.strip() for cell in row)
            for row in csv.reader(lines, delimiter=_delimiter(text), strict=False)
        ]
    except csv.Error as error:
        raise Unreadable(
            "This csv file is damaged. Save it again as “CSV UTF-8” and add the copy."
        ) from error


def too_large(what: str, rows: int, columns: int) -> list[str]:
    """Warnings about what was not read of a table."""
    told: list[str] = []
    if rows > MOST_ROWS:
        told.append(f"{what} has {rows:,} rows; the first {MOST_ROWS:,} were read.")
    if columns > MOST_COLUMNS:
        told.append(f"{what} has {columns} columns; the first {MOST_COLUMNS} were read.")
    return told


def _delimiter(text: str) -> str:
    """The mark that stands outside of quotes most often in the first lines."""
    head = re.sub(r'"[^"]*"', "", text[:20_000])
    first = next((line for line in head.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), head.count(mark)))
