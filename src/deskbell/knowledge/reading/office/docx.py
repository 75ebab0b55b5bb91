"""Word documents (.docx): headings by their style, lists by theirs, tables row by row, in the order of the page.

Left out: headers and footers of pages, tables of contents, comments, deleted text of tracked changes.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from deskbell.knowledge.reading.blocks import Kind, Reading, Unreadable
from deskbell.knowledge.reading.office.docx_text import tag_of, text_of
from deskbell.knowledge.reading.office.package import DAMAGE
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.rows.grid import Row, table_of


def read_docx(content: bytes, title: str) -> Reading:
    """The title is the paragraph styled as such, else the document's own property, else the name of the file."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document: Any = docx.Document(BytesIO(content))
        body = document.element.body
        outline = Outline()
        found = [_place(outline, part) for part in _parts(document, body)]
        own = next((text for text in found if text), "") or (document.core_properties.title or "").strip()
    except (PackageNotFoundError, *DAMAGE) as error:
        raise Unreadable(
            "This Word document is damaged. Open it in Word, save it again, and add the copy."
        ) from error
    return Reading(own or title, outline.finish())


def _parts(document: Any, body: Any) -> Iterator[Any]:
    """Paragraphs and tables in the order of the page, also those inside content controls."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for child in body:
        match tag_of(child):
            case "p":
                yield Paragraph(child, document)
            case "tbl":
                yield Table(child, document)
            case "sdt" | "sdtContent" | "customXml" | "ins":
                yield from _parts(document, child)
            case _:
                pass


def _place(outline: Outline, part: Any) -> str:
    """Put one paragraph or table into the outline; returns the text when it is the title."""
    if hasattr(part, "rows"):
        _place_table(outline, part)
        return ""
    style = (part.style.name or "") if part.style is not None else ""
    lines = text_of(part._p)  # noqa: SLF001  (python-docx leaves out text boxes and tracked insertions)
    text = " ".join(lines)
    level = _list_level(part, style)
    if style == "Title":
        return text
    if style.upper().startswith("TOC"):
        return ""
    if heading := re.fullmatch(r"Heading (\d)", style):
        outline.heading(text, int(heading[1]))
    elif level is not None:
        outline.point(text, level)
    elif text and _is_bold(part):
        outline.bold(text)
    else:
        outline.add(Kind.PARAGRAPH, lines)
    return ""


def _is_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _list_level(paragraph: Any, style: str) -> int | None:
    """How deep a point stands; None for a paragraph that is not one."""
    properties = paragraph._p.pPr  # noqa: SLF001  (python-docx has no public door to list numbering)
    numbering = None if properties is None else properties.numPr
    if numbering is not None and (numbering.numId is None or numbering.numId.val != 0):
        return 0 if numbering.ilvl is None else int(numbering.ilvl.val)
    if style.startswith("List") and style != "List Continue":
        deeper = re.search(r" (\d)$", style)
        return int(deeper[1]) - 1 if deeper else 0
    return None


def _place_table(outline: Outline, table: Any) -> None:
    """A table with one cell is a frame around text; any other one is read row by row."""
    rows = [_cells(row) for row in table.rows]
    if all(len(row) == 1 for row in rows):
        for line in (line for row in table.rows for cell in row.cells for line in _lines(cell)):
            outline.add(Kind.PARAGRAPH, (line,))
    else:
        outline.add(Kind.TABLE, table_of([row for row in rows if any(row)]))


def _cells(row: Any) -> Row:
    """A cell that spans columns is given once by the library for each of them: the text stands once."""
    told: list[str] = []
    seen: set[Any] = set()
    for cell in row.cells:
        told.append("" if cell._tc in seen else " ".join(_lines(cell)))  # noqa: SLF001
        seen.add(cell._tc)  # noqa: SLF001
    return tuple(told)


def _lines(cell: Any) -> list[str]:
    """The text of a cell, with tables inside it."""
    inner = [
        line
        for table in cell.tables
        for row in table.rows
        for line in [" – ".join(filter(None, _cells(row)))]
    ]
    return [line for paragraph in cell.paragraphs for line in text_of(paragraph._p)] + inner  # noqa: SLF001
