"""Word documents (.docx): headings by their style, lists by theirs, tables row by row, in the order of the page."""

import re
import zipfile
from io import BytesIO
from typing import Any

from deskbell.knowledge.reading.blocks import Kind, Reading, Unreadable, table_lines
from deskbell.knowledge.reading.outline import Outline

_MAX_UNPACKED = 200 * 1024 * 1024


def read_docx(content: bytes, title: str) -> Reading:
    """The title is the paragraph styled as such, else the document's own property, else the name of the file."""
    _refuse_bombs(content)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Unreadable(
            "This Word document is damaged. Open it in Word, save it again, and add the copy."
        ) from error
    outline = Outline()
    found = [_place(outline, part) for part in document.iter_inner_content()]
    own = next((text for text in found if text), "") or (document.core_properties.title or "").strip()
    return Reading(own or title, outline.finish())


def _place(outline: Outline, part: Any) -> str:
    """Put one paragraph or table into the outline; returns the text when it is the title."""
    if hasattr(part, "rows"):
        _place_table(outline, part)
        return ""
    text = re.sub(r"[ \t]+", " ", part.text).strip()
    style = (part.style.name or "") if part.style is not None else ""
    if style == "Title":
        return text
    if heading := re.fullmatch(r"Heading (\d)", style):
        outline.heading(text, int(heading[1]))
    elif style.startswith("List") or _is_numbered(part):
        outline.point(text)
    elif (
        text and all(run.bold for run in part.runs if run.text.strip()) and any(run.bold for run in part.runs)
    ):
        outline.bold(text)
    else:
        outline.add(Kind.PARAGRAPH, tuple(line.strip() for line in text.split("\n") if line.strip()))
    return ""


def _place_table(outline: Outline, table: Any) -> None:
    rows = [tuple(" ".join(cell.text.split()) for cell in row.cells) for row in table.rows]
    if rows:
        header, rest = (rows[0], rows[1:]) if len(rows) > 1 and len(rows[0]) > 2 else ((), rows)
        outline.add(Kind.TABLE, table_lines(rest, header=header))


def _is_numbered(paragraph: Any) -> bool:
    properties = paragraph._p.pPr  # noqa: SLF001  (python-docx has no public door to list numbering)
    return properties is not None and properties.numPr is not None


def _refuse_bombs(content: bytes) -> None:
    """A few kilobytes can unpack to gigabytes: the archive's own table says so beforehand."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Unreadable(
            "This Word document is damaged. Open it in Word, save it again, and add the copy."
        ) from error
    if unpacked > _MAX_UNPACKED:
        raise Unreadable("This Word document unpacks to more than 200 MB. Save it without its pictures.")
