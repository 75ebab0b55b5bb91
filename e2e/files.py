"""Small real files of every kind that the agent can read."""

from io import BytesIO

from docx import Document
from playwright.sync_api import FilePayload
from reportlab.pdfgen.canvas import Canvas

MARKDOWN = "# Lost property\n\n## Umbrellas\n\nUmbrellas left behind are kept for 30 days at the front desk of the Harbor house.\n"
PAGE = "<!doctype html><title>Parking</title><main><h1>Parking</h1><p>The Harbor house garage has 14 parking spaces for bicycles.</p></main>"
PLAIN = "Library\n\nThe Harbor house library lends 3 audiobooks per person at a time.\n"


def all_kinds() -> list[FilePayload]:
    """One of each, each with a fact of its own."""
    return [
        _file("lost-property.md", "text/markdown", MARKDOWN.encode()),
        _file("parking.html", "text/html", PAGE.encode()),
        _file("library.txt", "text/plain", PLAIN.encode()),
        _file(
            "piano.pdf",
            "application/pdf",
            pdf("The Harbor house piano is tuned every 6 weeks by a volunteer."),
        ),
        _file(
            "greenhouse.docx",
            DOCX,
            docx("Greenhouse", "The Harbor house greenhouse grows 9 kinds of tomato."),
        ),
    ]


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def broken_pdf() -> FilePayload:
    """It begins like one."""
    return _file("torn.pdf", "application/pdf", b"%PDF-1.4\n1 0 obj\n<< torn here")


def pdf(text: str) -> bytes:
    """One page with one line."""
    made = BytesIO()
    canvas = Canvas(made)
    canvas.setTitle("Piano")
    canvas.drawString(72, 720, text)
    canvas.save()
    return made.getvalue()


def docx(heading: str, text: str) -> bytes:
    """A heading and a paragraph."""
    made = BytesIO()
    document = Document()
    document.add_heading(heading, level=1)
    document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


def _file(name: str, kind: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": content}
