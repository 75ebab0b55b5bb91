"""HTML tables, row by row. Tables that only arrange a page are read as running text elsewhere."""

from selectolax.lexbor import LexborNode

from deskbell.knowledge.reading.blocks import table_lines


def table_rows(table: LexborNode) -> tuple[str, ...]:
    """One quotable line per row. The header is the row of <th>, or none."""
    rows = [_cells(row) for row in table.css("tr")]
    if not rows:
        return ()
    first = table.css_first("tr")
    is_header = first is not None and len(first.css("th")) == len(rows[0]) and len(rows) > 1
    return table_lines(rows[1:] if is_header else rows, header=rows[0] if is_header else ())


def _cells(row: LexborNode) -> tuple[str, ...]:
    return tuple(" ".join(cell.text(deep=True, separator=" ").split()) for cell in row.css("th, td"))
