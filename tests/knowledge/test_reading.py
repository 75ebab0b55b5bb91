"""Every kind of file becomes the same blocks under headings, or a sentence that says why not."""

from io import BytesIO

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from deskbell.knowledge.reading import Block, Kind, Reading, Unreadable, read
from deskbell.knowledge.reading.blocks import body
from deskbell.knowledge.reading.formats import refusal


def pdf(*lines: str, password: str | None = None) -> bytes:
    file = BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(file, pagesize=A4, encrypt=encryption)
    for row, line in enumerate(lines):
        canvas.drawString(60, 780 - 16 * row, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def word_document() -> bytes:
    document = docx.Document()
    document.add_heading("Billing", level=0)
    document.add_heading("Prices", level=1)
    table = document.add_table(rows=2, cols=3)
    for row, cells in enumerate((("Visit", "Length", "Price"), ("Follow-up", "20 minutes", "$49"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_heading("You need", level=1)
    document.add_paragraph("a card", style="List Bullet")
    document.add_paragraph("a phone", style="List Bullet")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_markdown_keeps_headings_lists_and_tables():
    page = b"---\ntitle: Visits\n---\nIntro.\n\n## Bring\n\n- an ID\n- your card\n\n## Prices\n\n| Visit | Price |\n|---|---|\n| First | $80 |\n"
    assert read(page, "visits.md") == Reading(
        "Visits",
        (
            Block((), Kind.PARAGRAPH, ("Intro.",)),
            Block(("Bring",), Kind.LIST, ("- an ID", "- your card")),
            Block(("Prices",), Kind.TABLE, ("First – Price: $80",)),
        ),
    )


def test_html_leaves_out_what_is_not_content():
    page = b"""<html><head><title>Refills</title><script>x()</script></head><body>
      <nav><a href="/">Home</a></nav>
      <main><h1>Refills</h1><p>Refills take <b>two</b> days.</p><ul><li>Ask<ul><li>by app</li></ul></li></ul></main>
      <footer>(c) Clinic</footer></body></html>"""
    assert read(page, "refills.html") == Reading(
        "Refills",
        (
            Block((), Kind.PARAGRAPH, ("Refills take two days.",)),
            Block((), Kind.LIST, ("- Ask", "  - by app")),
        ),
    )


def test_a_folded_question_is_a_heading_and_a_table_of_contents_is_left_out():
    page = b"""<p>Jump to:</p><ul><li><a href="#a">A?</a></li><li><a href="#b">B?</a></li></ul>
      <ul><li><button aria-controls="a">May I cancel?</button><div id="a"><p>Yes, until noon.</p></div></li></ul>"""
    assert read(page, "faq.html").blocks == (
        Block(("May I cancel?",), Kind.PARAGRAPH, ("Yes, until noon.",)),
    )


def test_line_breaks_of_hours_and_addresses_stay():
    reading = read(b"<p>Monday 8-18<br>Saturday 9-13</p>", "hours.html")
    assert reading.blocks == (Block((), Kind.PARAGRAPH, ("Monday 8-18", "Saturday 9-13")),)


def test_plain_text_joins_wrapped_lines_and_keeps_short_ones():
    text = b"We answer every message within one business day, and\noften much sooner than that.\n\nMonday: 8-18\nFriday: 8-14\n\n- one\n- two\n"
    assert read(text, "notes.txt").blocks == (
        Block(
            (),
            Kind.PARAGRAPH,
            ("We answer every message within one business day, and often much sooner than that.",),
        ),
        Block((), Kind.PARAGRAPH, ("Monday: 8-18", "Friday: 8-14")),
        Block((), Kind.LIST, ("- one", "- two")),
    )


def test_text_of_windows_is_read():
    assert read("Größe: café".encode("cp1252"), "a.txt").blocks[0].lines == ("Größe: café",)


def test_a_word_document_keeps_its_structure():
    assert read(word_document(), "billing.docx") == Reading(
        "Billing",
        (
            Block(("Prices",), Kind.TABLE, ("Follow-up – Length: 20 minutes; Price: $49",)),
            Block(("You need",), Kind.LIST, ("- a card", "- a phone")),
        ),
    )


def test_a_pdf_is_read_by_its_paragraphs():
    page = pdf(
        "Late cancellation",
        "A visit that is cancelled less than 24 hours before it begins",
        "costs 25 dollars.",
    )
    assert read(page, "fees.pdf").blocks == (
        Block(
            ("Late cancellation",),
            Kind.PARAGRAPH,
            ("A visit that is cancelled less than 24 hours before it begins costs 25 dollars.",),
        ),
    )


@pytest.mark.parametrize(
    ("content", "file_name", "sentence"),
    [
        (
            pdf(),
            "scan.pdf",
            "This PDF holds no text. It may be a scan: run text recognition (OCR) on it first.",
        ),
        (
            pdf("secret", password="s"),
            "locked.pdf",
            "This PDF is password-protected. Save a copy without the password and add that.",
        ),
        (
            b"%PDF-1.7 garbage",
            "broken.pdf",
            "This PDF is damaged and cannot be read. Save it again from where it was made.",
        ),
        (b"just text", "letter.pdf", "This file is named .pdf, but it is not a PDF."),
        (b"just text", "letter.docx", "This file is named .docx, but it is not a Word document."),
        (b"---\ntitle: Nothing\n---\n", "stub.md", "This page is empty: no text was found in it."),
        (b"ab\0\1\2", "image.txt", "This file does not hold text that can be read."),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, file_name: str, sentence: str):
    with pytest.raises(Unreadable) as refused:
        read(content, file_name)
    assert refused.value.sentence == sentence


def test_the_content_decides_not_the_name():
    assert read(pdf("Open until six in the evening."), "hours.txt").words == 6


def test_characters_that_a_database_refuses_are_dropped():
    assert read(b"<p>a\x01b</p>", "a.html").blocks[0].lines == ("ab",)


@pytest.mark.parametrize(
    ("file_name", "size", "begins"),
    [
        ("photo.png", 10, "Deskbell reads .pdf"),
        ("old.doc", 10, "This is an old Word file"),
        ("big.pdf", 20 * 1024 * 1024 + 1, "This file is larger than 20 MB"),
        ("empty.txt", 0, "This file is empty"),
    ],
)
def test_files_that_are_not_taken_in_say_why(file_name: str, size: int, begins: str):
    assert (refusal(file_name, size) or "").startswith(begins)
    assert refusal("fine.md", 10) is None


def test_what_was_understood_is_shown_as_small_markdown():
    assert (
        body(read(b"# T\n\nIntro.\n\n## A\n\nOne.\n\n### B\n\nTwo.\n", "t.md"))
        == "Intro.\n\n## A\n\nOne.\n\n### B\n\nTwo."
    )
