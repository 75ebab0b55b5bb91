"""Of a web page its content is read: not what stands around it, and not what stands on every page of its site."""

import pytest

from deskbell.knowledge.reading import Block, Kind, Reading, read
from deskbell.knowledge.reading.packing import packed, unpacked
from deskbell.knowledge.reading.web.site import faces, own

CONTENT = (
    "<p>Refills take two days. Ask for one in the app, and we send it to the pharmacy that you chose.</p>"
)


def lines(html: str) -> list[str]:
    return [line for block in read(html.encode(), "page.html").blocks for line in block.lines]


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="cookieBanner">We use cookies. <button>Accept</button></div>',
        '<div id="site-nav"><ul><li><a href="/">Home</a></li><li><a href="/a">Visits</a></li></ul></div>',
        "<header><p>Call 555-0100</p></header>",
        '<div role="dialog">Subscribe to our letter!</div>',
        '<ul class="share-buttons"><li><a href="x">Tweet</a></li></ul>',
        "<aside><p>Read our blog.</p></aside>",
        "<form><label>Your e-mail</label><input></form>",
        "<p hidden>Draft.</p>",
        '<h2>Related articles</h2><ul><li><a href="/a">Visits</a></li><li><a href="/b">Prices</a></li></ul>',
        '<a class="skip-link" href="#main">Skip to content</a>',
    ],
)
def test_what_stands_around_the_content_is_left_out(furniture: str):
    assert lines(f"<body>{furniture}{CONTENT * 3}</body>") == lines(f"<body>{CONTENT * 3}</body>")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<div class="social-work"><p>We offer social work.</p></div>', "We offer social work."),
        ("<main><aside><p>Important: bring your card.</p></aside></main>", "Important: bring your card."),
        ('<button aria-controls="a">May I?</button><div id="a" hidden><p>Yes.</p></div>', "Yes."),
        ("<form><p>" + "The whole page is in a form. " * 9 + "</p></form>", "The whole page is in a form. " * 8 + "The whole page is in a form."),
        ("<h2>Related articles</h2><p>An article of the law says this and more.</p>", "An article of the law says this and more."),
        ('<div class="menu"><h1>Menu of treatments</h1><p>Massage.</p></div>', "Massage."),
    ],
)  # fmt: skip
def test_what_only_looks_like_it_stays(html: str, said: str):
    assert said in lines(f"<body>{html}</body>")


def test_cells_that_span_stand_in_every_row_and_column_they_span():
    table = """<table><caption>Fees of 2026</caption>
      <thead><tr><th rowspan=2>Visit</th><th colspan=2>Price</th></tr><tr><th>member</th><th>guest</th></tr></thead>
      <tr><td>First</td><td>$60</td><td>$80</td></tr>
      <tr><td rowspan=2>Lab</td><td colspan=2>on request</td></tr>
      <tr><td>$10</td><td>$12</td></tr></table>"""
    assert lines(table) == [
        "Fees of 2026:",
        "First – Price, member: $60; Price, guest: $80",
        "Lab – Price, member: on request; Price, guest: on request",
        "Lab – Price, member: $10; Price, guest: $12",
    ]


def test_a_table_inside_a_table_is_read_as_its_own():
    page = """<table><tr><td><p>Prices.</p></td><td><table><tr><th>Visit</th><th>Price</th></tr>
      <tr><td>First</td><td>$80</td></tr></table></td></tr></table>"""
    assert lines(page) == ["Prices.", "First – Price: $80"]


def test_a_span_of_a_million_columns_is_a_mistake():
    assert len(lines("<table><tr><td colspan=1000000 rowspan=1000000>a</td><td>b</td></tr></table>")[0]) < 300


def test_terms_are_headings_of_what_defines_them():
    assert read(b"<dl><dt>Copay</dt><dd>What you pay yourself.</dd></dl>", "a.html").blocks == (
        Block(("Copay",), Kind.PARAGRAPH, ("What you pay yourself.",)),
    )


def test_text_from_right_to_left_is_read_as_it_is():
    assert lines("<p dir=rtl>ساعات العمل من الثامنة</p>") == ["ساعات العمل من الثامنة"]


OFFICES = Block(("Offices",), Kind.LIST, ("- Oakland, Harbor Street 5", "- San Jose, Mill Road 12"))
NOTICE = Block((), Kind.PARAGRAPH, ("Call 555-0100 at any time of the day.",))
MINE = Block(("Visits",), Kind.PARAGRAPH, ("A visit takes 20 minutes.", "Bring your card."))
SITE = frozenset(faces(Reading("Site", (OFFICES, NOTICE))))


def test_what_the_site_says_before_and_after_the_text_of_a_page_is_not_of_the_page():
    page = Reading("Visits", (NOTICE, MINE, OFFICES))
    assert own(page, SITE) == Reading("Visits", (MINE,))
    assert own(page, frozenset()) == page


def test_what_stands_between_the_lines_of_a_page_stays():
    page = Reading("Visits", (MINE, NOTICE, MINE))
    assert own(page, SITE) == page


def test_a_list_that_begins_with_points_of_the_page_keeps_them():
    page = Reading("Visits", (Block(MINE.path, Kind.LIST, ("- By video", *OFFICES.lines)),))
    assert own(page, SITE) == Reading("Visits", (Block(MINE.path, Kind.LIST, ("- By video",)),))


def test_a_word_at_the_end_of_a_page_is_an_answer():
    yes = Block(("Do you take Aetna?",), Kind.PARAGRAPH, ("Yes.",))
    page = Reading("Insurance", (MINE, yes))
    assert own(page, frozenset(faces(Reading("", (yes,))))) == page


def test_a_page_of_nothing_else_keeps_it():
    contact = Reading("Contact", (OFFICES, NOTICE))
    assert own(contact, SITE) == contact


def test_a_reading_is_the_same_after_it_was_packed():
    page = Reading("Besuche für Ältere", (NOTICE, MINE, OFFICES))
    assert unpacked(packed(page)) == page
