"""Spreadsheets (.xlsx): every visible sheet under its name, table by table, with values as the sheet shows them."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from deskbell.knowledge.reading.blocks import Block, Reading, Unreadable
from deskbell.knowledge.reading.office.package import DAMAGE
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.rows.csv_file import MOST_ROWS, too_large
from deskbell.knowledge.reading.rows.grid import MOST_COLUMNS, Row, place_grid, width
from deskbell.knowledge.reading.rows.questions import find_pairs, reading_of

_EMPTY_ROWS = 500  # some programs format a million rows below the last one that is filled
_DEFAULT_NAME = re.compile(r"(sheet|tabelle|feuil|hoja|foglio)\s?\d*", re.IGNORECASE)


def read_xlsx(content: bytes, title: str) -> Reading:
    """The title is the name of the file: the property of a workbook is rarely about its content."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    warnings: list[str] = []
    blocks: list[Block] = []
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if hidden := len(book.worksheets) - len(sheets):
            warnings.append(f"{hidden} hidden {'sheet was' if hidden == 1 else 'sheets were'} not read.")
        for sheet in sheets:
            own = () if len(sheets) == 1 and _DEFAULT_NAME.fullmatch(sheet.title) else (sheet.title.strip(),)
            read = _read_sheet(sheet, title)
            blocks += [Block((*own, *block.path), block.kind, block.lines) for block in read.blocks]
            warnings += read.warnings
    except (InvalidFileException, *DAMAGE) as error:
        raise Unreadable("This spreadsheet is damaged. Open it, save it again, and add the copy.") from error
    return Reading(title, tuple(blocks), tuple(warnings))


def _read_sheet(sheet: Any, title: str) -> Reading:
    rows = list(_rows(sheet))
    what = f"The sheet “{sheet.title}”"
    if (found := find_pairs(rows)) is not None:
        return reading_of(title, found.pairs, tuple(f"{what}: {told}" for told in found.warnings()))
    outline = Outline()
    place_grid(outline, [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]])
    return Reading(title, outline.finish(), tuple(too_large(what, len(rows), width(rows))))


def _rows(sheet: Any) -> Iterator[Row]:
    """Up to the last filled row; a little more than is read, so that one can tell that something was left out."""
    sheet.reset_dimensions()  # programs write wrong ones
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1)):
        row = tuple(_shown(cell) for cell in cells)
        empty = 0 if any(row) else empty + 1
        if empty > _EMPTY_ROWS or number > MOST_ROWS:
            return
        yield row


def _shown(cell: Any) -> str:
    """A value as the sheet shows it: formats say what is a percentage, a price, a day."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    match value:
        case bool():
            return "Yes" if value else "No"
        case int() | float():
            return _number(float(value), str(cell.number_format or ""))
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case _:
            return " ".join(str(value).split())


def _moment(value: datetime) -> str:
    return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"


def _number(value: float, shown_as: str) -> str:
    shown_as = shown_as.partition(";")[0]  # the rest is for negative numbers and zero
    if "%" in shown_as:
        return f"{value * 100:.10g}%"
    decimals = re.search(r"0\.(0+)", shown_as)
    amount = f"{value:,.{len(decimals[1])}f}" if decimals and "," in shown_as else _plain(value, decimals)
    if currency := re.search(r"[$€£¥₹]", re.sub(r"\[\$([^\]-]*)[^\]]*\]", r"\1", shown_as)):
        return (
            f"{amount} {currency[0]}"
            if shown_as.rstrip("_- )").endswith(("€", "€]"))
            else f"{currency[0]}{amount}"
        )
    return amount


def _plain(value: float, decimals: re.Match[str] | None) -> str:
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
