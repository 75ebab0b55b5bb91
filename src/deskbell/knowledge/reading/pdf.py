"""PDF: the text of each page, with lines joined into paragraphs and running headers left out."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from deskbell.knowledge.reading.blocks import Reading, Unreadable
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.plain import blocks_of

_MAX_PAGES = 2000
_HEADING_WORDS = 9


def read_pdf(content: bytes, title: str) -> Reading:
    """The title is the document's own when it has a usable one, else the name of the file."""
    pages, own = _pages(content)
    if not any(page.strip() for page in pages):
        raise Unreadable("This PDF holds no text. It may be a scan: run text recognition (OCR) on it first.")
    return Reading(own or title, _outlined(_without_running_lines(pages)))


def _pages(content: bytes) -> tuple[list[str], str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = PdfReader(BytesIO(content))
        if document.is_encrypted and not document.decrypt(""):
            raise Unreadable("This PDF is password-protected. Save a copy without the password and add that.")
        if len(document.pages) > _MAX_PAGES:
            raise Unreadable(f"This PDF has more than {_MAX_PAGES:,} pages. Split it into parts.")
        pages = [page.extract_text() for page in document.pages]
        return pages, _usable_title(document.metadata.title if document.metadata else None)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise Unreadable(
            "This PDF is damaged and cannot be read. Save it again from where it was made."
        ) from error


def _usable_title(title: str | None) -> str:
    """Many programs write "untitled" or a file name there."""
    title = (title or "").strip()
    bad = not title or re.search(r"untitled|^microsoft word|\.\w{2,4}$", title, re.IGNORECASE)
    return "" if bad else title


def _without_running_lines(pages: Sequence[str]) -> list[str]:
    """Lines that stand at the edge of most pages are headers, footers and page numbers."""
    edges = Counter(_face(line) for page in pages for line in _edges(page.splitlines()))
    running = {face for face, times in edges.items() if times >= 3 and times > len(pages) / 2}
    return ["\n".join(line for line in page.splitlines() if _face(line) not in running) for page in pages]


def _edges(lines: Sequence[str]) -> set[str]:
    kept = [line for line in lines if line.strip()]
    return set(kept[:2] + kept[-2:])


def _face(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _outlined(pages: Sequence[str]):
    """A short line that does not end like a sentence, before a longer one, is taken for a heading."""
    outline = Outline()
    lines = [line.strip() for page in pages for line in [*page.splitlines(), ""]]
    running: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if _looks_like_heading(line, following):
            _flush(outline, running)
            outline.heading(line, 1)
        else:
            running.append(line)
    _flush(outline, running)
    return outline.finish()


def _looks_like_heading(line: str, following: str) -> bool:
    return (
        bool(re.match(r"[A-Z0-9]", line))
        and len(line.split()) <= _HEADING_WORDS
        and not re.search(r"[.,;:!\d]$", line)
        and len(following) > max(40, len(line))
    )


def _flush(outline: Outline, running: list[str]) -> None:
    for block in blocks_of("\n".join(running)):
        outline.add(block.kind, block.lines)
    running.clear()
