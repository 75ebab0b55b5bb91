"""HTML tables, row by row. Tables that only arrange a page are read as running text elsewhere."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from deskbell.knowledge.reading.blocks import table_lines

_MOST_SPANNED = 100  # "colspan=100000" is a mistake or an attack
_MOST_COLUMNS = 50


def table_rows(table: LexborNode) -> tuple[str, ...]:
    """One quotable line per row. The header is the rows of <thead> or the first row of <th>, or none.

    A cell that spans rows or columns stands in each of them, so that every row makes sense alone.
    """
    rows = list(_own_rows(table))
    if not rows:
        return ()
    cells = _filled(rows)
    if heads := _header_rows(rows):
        return table_lines(cells[heads:], header=_merged(cells[:heads]))
    return table_lines([_said_once(row) for row in cells], header=())


def _said_once(row: tuple[str, ...]) -> tuple[str, ...]:
    """Without names of columns, a cell that spans some needs to stand only once."""
    return tuple(cell for column, cell in enumerate(row) if column == 0 or cell != row[column - 1])


def caption(table: LexborNode) -> str:
    """What the table says about itself."""
    found = next((node for node in table.iter() if node.tag == "caption"), None)
    return "" if found is None else " ".join(found.text(deep=True, separator=" ").split())


def _own_rows(table: LexborNode) -> Iterator[LexborNode]:
    """Rows of the table, not those of a table inside one of its cells."""
    for node in table.iter():
        if node.tag == "tr":
            yield node
        elif node.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in node.iter() if row.tag == "tr")


def _own_cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in {"td", "th"}]


def _header_rows(rows: list[LexborNode]) -> int:
    """How many rows at the top name the columns; always leaves one row to read."""
    heads = 0
    for row in rows[:-1]:
        parent = row.parent
        is_head = parent is not None and parent.tag == "thead"
        if not is_head and (heads or any(cell.tag == "td" for cell in _own_cells(row))):
            break
        heads += 1
    return heads


def _filled(rows: list[LexborNode]) -> list[tuple[str, ...]]:
    """The text of every place of the grid."""
    pending: dict[int, tuple[int, str]] = {}  # column → rows it still reaches down, text
    filled: list[tuple[str, ...]] = []
    for row in rows:
        told: list[str] = []
        cells = iter(_own_cells(row))
        while len(told) < _MOST_COLUMNS:
            if len(told) in pending:
                left, text = pending.pop(len(told))
                if left > 1:
                    pending[len(told)] = (left - 1, text)
                told.append(text)
                continue
            cell = next(cells, None)
            if cell is None:
                break
            text = _text(cell)
            for _ in range(_span(cell, "colspan")):
                if (down := _span(cell, "rowspan")) > 1:
                    pending[len(told)] = (down - 1, text)
                told.append(text)
        filled.append(tuple(told[:_MOST_COLUMNS]))
    return filled


def _merged(heads: list[tuple[str, ...]]) -> tuple[str, ...]:
    """One header of several rows: "Price, member"."""
    width = max(map(len, heads), default=0)
    columns = ([row[column] for row in heads if column < len(row) and row[column]] for column in range(width))
    return tuple(", ".join(dict.fromkeys(names)) for names in columns)


def _text(cell: LexborNode) -> str:
    return " ".join(cell.text(deep=True, separator=" ").split())


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return max(1, min(int(value), _MOST_SPANNED)) if value.isdecimal() else 1
