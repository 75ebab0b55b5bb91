"""Opening a PDF: the text of each page with its places, and what cannot be read of it."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from deskbell.knowledge.reading.blocks import Reading, Unreadable, without_title
from deskbell.knowledge.reading.pdf.layout import Piece, lines_of_page
from deskbell.knowledge.reading.pdf.structure import cleaned, outlined

_MAX_PAGES = 2000
_NO_TEXT = "This PDF holds no text. It may be a scan: run text recognition (OCR) on it first."
_DAMAGED = "This PDF is damaged and cannot be read. Save it again from where it was made."
_LOCKED = "This PDF is password-protected. Save a copy without the password and add that."


@dataclass(frozen=True)
class _Page:
    pieces: Sequence[Piece]
    is_picture: bool


def read_pdf(content: bytes, title: str) -> Reading:
    """The title is the document's own when it has a usable one, else the name of the file."""
    pages, own = _pages(content)
    if not any(page.pieces for page in pages):
        raise Unreadable(_NO_TEXT)
    silent = [number for number, page in enumerate(pages, start=1) if page.is_picture]
    blocks = outlined([lines_of_page(pieces) for pieces in _without_running_lines(pages)])
    return Reading(own or title, without_title(blocks, own or title), tuple(_told(silent)))


def _pages(content: bytes) -> tuple[list[_Page], str]:
    import pypdfium2 as pdfium

    try:
        document: Any = pdfium.PdfDocument(content)
        if len(document) > _MAX_PAGES:
            raise Unreadable(f"This PDF has more than {_MAX_PAGES:,} pages. Split it into parts.")
        return [_page(document, number) for number in range(len(document))], _usable_title(
            document.get_metadata_value("Title")
        )
    except pdfium.PdfiumError as error:
        raise Unreadable(_LOCKED if "password" in str(error).lower() else _DAMAGED) from error


def _page(document: Any, number: int) -> _Page:
    """One page, closed again at once: a document may have thousands. A page that cannot be loaded has no text."""
    import pypdfium2 as pdfium

    try:
        page = document[number]
    except pdfium.PdfiumError:
        return _Page((), is_picture=True)
    text = page.get_textpage()
    pieces = list(_pieces(text))
    has_picture = not pieces and any(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    text.close()
    page.close()
    return _Page(pieces, has_picture)


def _pieces(text: Any) -> Iterator[Piece]:
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        said = cleaned(text.get_text_bounded(left, bottom, right, top)).strip()
        if said:
            size, bold = _font(text, left, (bottom + top) / 2)
            yield Piece(left, bottom, right, top, said, size or top - bottom, bold)


def _font(text: Any, x: float, y: float) -> tuple[float, bool]:
    """Size in points (0 when unknown) and weight of the character at a place."""
    raw: Any = import_module("pypdfium2.raw")

    index = raw.FPDFText_GetCharIndexAtPos(text, x + 0.5, y, 3.0, 3.0)
    if index < 0:
        return 0.0, False
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, None)
    is_bold = b"bold" in name.value.lower() or raw.FPDFText_GetFontWeight(text, index) >= 600
    return _scaled(text, index, raw.FPDFText_GetFontSize(text, index)), is_bold


def _scaled(text: Any, index: int, size: float) -> float:
    """Many programs write a font of size 1 and scale the page instead."""
    raw: Any = import_module("pypdfium2.raw")

    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, matrix):
        return size
    return size * (abs(matrix.d) or abs(matrix.b) or 1.0)


def _usable_title(title: str | None) -> str:
    """Many programs write "untitled" or a file name there."""
    title = (title or "").strip()
    bad = not title or re.search(
        r"untitled|^\(?anonymous|^microsoft |^(powerpoint )?pr[äe]sentation|\.\w{2,4}$", title, re.IGNORECASE
    )
    return "" if bad else title


def _without_running_lines(pages: Sequence[_Page]) -> list[list[Piece]]:
    """Texts that stand at the edge of most pages are headers, footers and page numbers."""
    edges = Counter(face for page in pages for face in {_face(piece) for piece in _edges(page.pieces)})
    running = {face for face, times in edges.items() if times >= 3 and times > len(pages) / 2}
    return [_kept(page.pieces, running) for page in pages]


def _kept(pieces: Sequence[Piece], running: set[str]) -> list[Piece]:
    at_edge = {id(piece) for piece in _edges(pieces) if _face(piece) in running}
    return [piece for piece in pieces if id(piece) not in at_edge]


def _edges(pieces: Sequence[Piece]) -> list[Piece]:
    ordered = sorted(pieces, key=lambda piece: piece.middle)
    return ordered[:3] + ordered[-3:]


def _face(piece: Piece) -> str:
    return re.sub(r"\d+", "#", piece.text)


def _told(silent: Sequence[int]) -> list[str]:
    if not silent:
        return []
    shown = ", ".join(map(str, silent[:5])) + (", …" if len(silent) > 5 else "")
    if len(silent) == 1:
        return [f"Page {shown} has no text, only a picture. Run text recognition (OCR) to have it read."]
    return [
        f"{len(silent)} pages have no text, only pictures ({shown}). Run text recognition (OCR) to have them read."
    ]
