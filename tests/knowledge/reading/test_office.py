"""Documents, spreadsheets and slides keep their structure, and are named when they cannot be read."""

from datetime import date

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from deskbell.knowledge.reading import Block, Kind, Reading, Unreadable, read
from tests.knowledge.reading.made import archive, document, saved, slides, workbook


def test_a_sheet_is_read_by_rows_that_name_their_columns_and_show_values_as_the_sheet_does():
    book = workbook(
        Prices=[
            ["Our prices"],
            ["Visit", "From", "Price", "Discount"],
            ["First", date(2026, 3, 1), 80, 0.2],
            ["Follow-up", date(2026, 4, 1), 49.5, None],
            [],
            ["Lab", None, 1200, None],
        ],
        Contact=[["Telephone", "555-0100"], ["Fax", "555-0101"]],
        Old=[["Never", "read"]],
    )
    for row in (3, 4, 6):
        book["Prices"].cell(row, 3).number_format = '"$"#,##0.00'
        book["Prices"].cell(row, 4).number_format = "0%"
    book["Old"].sheet_state = "hidden"
    assert read(saved(book), "price-list.xlsx") == Reading(
        "Price list",
        (
            Block(
                ("Prices", "Our prices"),
                Kind.TABLE,
                (
                    "First – From: 2026-03-01; Price: $80.00; Discount: 20%",
                    "Follow-up – From: 2026-04-01; Price: $49.50",
                ),
            ),
            Block(("Prices", "Our prices"), Kind.TABLE, ("Lab – Price: $1,200.00",)),
            Block(("Contact",), Kind.TABLE, ("Telephone: 555-0100", "Fax: 555-0101")),
        ),
        ("1 hidden sheet was not read.",),
    )


def test_a_sheet_of_questions_is_read_as_questions():
    book = workbook(FAQ=[["Question", "Answer"], ["Are you open on Sunday?", "No."], ["And now?", None]])
    assert read(saved(book), "faq.xlsx") == Reading(
        "Faq",
        (Block(("FAQ", "Are you open on Sunday?"), Kind.PARAGRAPH, ("No.",)),),
        ("The sheet “FAQ”: 1 row was skipped: row 3 has no answer.",),
    )


def test_more_rows_and_columns_than_are_read_are_said():
    book = workbook(Wide=[[f"c{column}" for column in range(60)], list(range(60))])
    reading = read(saved(book), "wide.xlsx")
    assert reading.warnings == ("The sheet “Wide” has 51 columns; the first 50 were read.",)


def test_slides_keep_titles_points_tables_and_notes():
    assert read(saved(slides(notes="The app is free.")), "x.pptx") == Reading(
        "Welcome pack",
        (
            Block((), Kind.PARAGRAPH, ("For new patients",)),
            Block(("Before the visit",), Kind.LIST, ("- Charge your phone", "  - and the headset")),
            Block(("Before the visit", "Notes"), Kind.PARAGRAPH, ("The app is free.",)),
            Block(("Fees",), Kind.TABLE, ("First – Length: 40 minutes; Fee: $80",)),
        ),
    )


def test_slides_without_text_are_counted():
    made = slides()
    made.slides.add_slide(made.slide_layouts[6])
    assert read(saved(made), "x.pptx").warnings == ("1 slide has no text.",)


def test_a_word_document_keeps_lists_in_lists_and_what_stands_in_boxes_and_tracked_changes():
    made = document()
    made.add_heading("Billing", level=0)
    made.sections[0].header.paragraphs[0].text = "Harbor clinic, page 1"
    made.add_paragraph("Bring", style="List Bullet")
    made.add_paragraph("your card", style="List Bullet 2")
    changed = made.add_paragraph("It costs ")
    for tag, text in (("del", "<w:delText>$70</w:delText>"), ("ins", "<w:t>$80</w:t>")):
        changed._p.append(
            parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="A"><w:r>{text}</w:r></w:{tag}>')
        )
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>From a form.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made.element.body.insert(len(made.element.body) - 1, control)
    table = made.add_table(rows=2, cols=3)
    for column, text in enumerate(("Visit", "Length", "Price")):
        table.cell(0, column).text = text
    table.cell(1, 0).text = "Lab"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "on request"
    assert read(saved(made), "b.docx") == Reading(
        "Billing",
        (
            Block((), Kind.LIST, ("- Bring", "  - your card")),
            Block((), Kind.PARAGRAPH, ("It costs $80",)),
            Block((), Kind.PARAGRAPH, ("From a form.",)),
            Block((), Kind.TABLE, ("Lab – Length: on request",)),
        ),
    )


BOMB = archive(word__document_xml=b" " * (90 * 1024 * 1024))
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><x>&j;</x>"
)


@pytest.mark.parametrize(
    ("content", "file_name", "sentence"),
    [
        (BOMB, "a.docx", "This file unpacks to more text than Deskbell reads at once. Split it into parts."),
        (
            archive(word__document_xml=ENTITIES),
            "a.docx",
            "This Word document is damaged. Open it in Word, save it again, and add the copy.",
        ),
        (
            archive(xl__workbook_xml=ENTITIES),
            "a.xlsx",
            "This spreadsheet is damaged. Open it, save it again, and add the copy.",
        ),
        (
            archive(ppt__presentation_xml=b"<p>"),
            "a.pptx",
            "This presentation is damaged. Open it, save it again, and add the copy.",
        ),
        (
            archive(notes_txt=b"hello"),
            "a.docx",
            "This is an archive, or a file that Deskbell does not read. Unpack it and add the documents inside.",
        ),
        (
            b"PK\x03\x04 and nothing more",
            "a.docx",
            "This file is damaged. Open it where it was made, save it again, and add the copy.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "a.xlsx",
            "This is an old Office file, or one with a password. Save a copy without a password as .docx, .xlsx or .pptx.",
        ),
        (
            b"\x89PNG\r\n",
            "scan.pdf",
            "This is a picture, not text. Run text recognition (OCR) on it, or paste its words.",
        ),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, file_name: str, sentence: str):
    with pytest.raises(Unreadable) as refused:
        read(content, file_name)
    assert refused.value.sentence == sentence


def test_the_content_decides_which_office_file_it_is():
    assert read(saved(slides()), "welcome.docx").title == "Welcome pack"
