"""Files as programs make them, generated for each test: no binary file is kept in the repository."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
import openpyxl
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def workbook(**sheets: Sequence[Sequence[object]]) -> Any:
    """A workbook with one sheet per name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(file: Any) -> bytes:
    """What the library would write to a disk."""
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def slides(*, notes: str = "") -> Any:
    """A title slide, a list in two levels, and a table."""
    made = Presentation()
    first = made.slides.add_slide(made.slide_layouts[0])
    first.shapes.title.text = "Welcome pack"
    first.placeholders[1].text = "For new patients"
    second = made.slides.add_slide(made.slide_layouts[1])
    second.shapes.title.text = "Before the visit"
    second.placeholders[1].text_frame.text = "Charge your phone"
    deeper = second.placeholders[1].text_frame.add_paragraph()
    deeper.text, deeper.level = "and the headset", 1
    if notes:
        second.notes_slide.notes_text_frame.text = notes
    third = made.slides.add_slide(made.slide_layouts[5])
    third.shapes.title.text = "Fees"
    table = third.shapes.add_table(2, 3, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for row, cells in enumerate((("Visit", "Length", "Fee"), ("First", "40 minutes", "$80"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    return made


def document() -> Any:
    return docx.Document()


class Pages:
    """A PDF, written line by line. `write` puts text at a place (points from the upper left corner)."""

    def __init__(self) -> None:
        self._file = BytesIO()
        self._canvas = Canvas(self._file, pagesize=A4)

    def write(self, x: float, y: float, *lines: str, size: int = 11, font: str = "Helvetica") -> "Pages":
        self._canvas.setFont(font, size)
        for row, line in enumerate(lines):
            self._canvas.drawString(x, A4[1] - y - 14 * row, line)
        return self

    def picture(self) -> "Pages":
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        self._canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "gray")), 60, 400, 200, 200)
        return self

    def next(self) -> "Pages":
        self._canvas.showPage()
        return self

    def saved(self) -> bytes:
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()


def archive(**parts: bytes) -> bytes:
    """A zip file with the given parts; two underscores stand for a slash, one for a dot."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()
