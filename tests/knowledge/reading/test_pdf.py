"""PDFs are read in the order in which people read them."""

from deskbell.knowledge.reading import Block, Kind, Reading, read
from tests.knowledge.reading.made import Pages

LEFT = (
    "We answer every message that",
    "arrives before noon on the day",
    "it was sent, and each of the",
    "others on the next day.",
)
RIGHT = (
    "Refills are sent to the phar-",
    "macy of your choice as soon as",
    "a physician has read what you",
    "wrote to us about them.",
)


def test_columns_are_read_one_after_the_other_under_a_heading_that_spans_them():
    page = Pages().write(60, 60, "How we work with you and with your pharmacy", size=18)
    page.write(60, 100, *LEFT).write(320, 100, *RIGHT)
    assert read(page.saved(), "work.pdf") == Reading(
        "Work",
        (
            Block(
                ("How we work with you and with your pharmacy",),
                Kind.PARAGRAPH,
                ("We answer every message that arrives before noon on the day it was sent, and each of the others on the next day.",),
            ),
            Block(
                ("How we work with you and with your pharmacy",),
                Kind.PARAGRAPH,
                ("Refills are sent to the pharmacy of your choice as soon as a physician has read what you wrote to us about them.",),
            ),
        ),
    )  # fmt: skip


def test_larger_and_bold_lines_are_headings_of_their_depth():
    page = Pages().write(60, 60, "Billing", size=20).write(60, 90, "Refunds", size=15)
    page.write(60, 120, "Late cancellation", font="Helvetica-Bold").write(60, 140, "It costs $25.")
    assert read(page.saved(), "fees.pdf").blocks == (
        Block(("Billing", "Refunds", "Late cancellation"), Kind.PARAGRAPH, ("It costs $25.",)),
    )


def test_a_table_is_read_by_rows():
    page = Pages().write(60, 60, "Prices", size=18)
    for row, cells in enumerate(
        (("Visit", "Length", "Price"), ("First", "40 minutes", "$80"), ("Follow-up", "20 minutes", "$49"))
    ):
        for column, text in enumerate(cells):
            page.write(60 + 150 * column, 100 + 16 * row, text)
    assert read(page.saved(), "list.pdf").blocks == (
        Block(
            ("Prices",),
            Kind.TABLE,
            ("First – Length: 40 minutes; Price: $80", "Follow-up – Length: 20 minutes; Price: $49"),
        ),
    )


def test_headers_footers_and_page_numbers_are_left_out_and_a_sentence_goes_on_over_the_page():
    pages = Pages()
    for number, text in enumerate(
        ("The visit begins when the physician", "has opened the room and ends when", "the room is closed."),
        start=1,
    ):
        pages.write(60, 40, "Harbor clinic").write(60, 120, text).write(
            300, 800, f"Page {number} of 3"
        ).next()
    blocks = read(pages.saved(), "visit.pdf").blocks
    assert [line for block in blocks for line in block.lines] == [
        "The visit begins when the physician has opened the room and ends when the room is closed."
    ]


def test_pages_that_are_pictures_are_a_warning_when_others_have_text():
    pages = Pages().write(60, 60, "Open until six.").next().picture().next().picture()
    reading = read(pages.saved(), "scan.pdf")
    assert (reading.words, reading.warnings) == (
        3,
        ("2 pages have no text, only pictures (2, 3). Run text recognition (OCR) to have them read.",),
    )


def test_a_blank_page_is_no_reason_to_warn():
    assert read(Pages().write(60, 60, "Open until six.").next().saved(), "a.pdf").warnings == ()
