"""One spelling for each page, and what belongs to a site: pure."""

import gzip
from datetime import UTC, datetime

import pytest

from deskbell.kit.errors import Refused
from deskbell.knowledge.crawling.addresses import normalized, place_of, typed
from deskbell.knowledge.crawling.charset import decoded
from deskbell.knowledge.crawling.failures import Chance, of_status, wait_of
from deskbell.knowledge.crawling.robots import Robots
from deskbell.knowledge.crawling.scope import Scope, matches, trap
from deskbell.knowledge.crawling.sitemaps import Sitemap, read_sitemap
from deskbell.knowledge.crawling.survey import forbids_indexing, survey

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("clinic.example", "https://clinic.example/"),
        ("HTTP://Clinic.example:80/a/../b/./c#top", "http://clinic.example/b/c"),
        ("https://clinic.example/%7euser//x%2f", "https://clinic.example/~user/x%2F"),
        (
            "https://clinic.example/?utm_source=x&b=2&a=1&PHPSESSID=9&gclid=3",
            "https://clinic.example/?a=1&b=2",
        ),
        ("https://clinic.example/a;jsessionid=A1", "https://clinic.example/a"),
        ("localhost:8401/help", "http://localhost:8401/help"),
        ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
    ],
)
def test_an_address_has_one_spelling(written: str, address: str):
    assert typed(written) == address


@pytest.mark.parametrize(
    "written", ["", "not an address", "mailto:a@b.example", "intranet", "ftp://x.example", "http://"]
)
def test_what_is_no_web_address_is_refused(written: str):
    with pytest.raises(Refused):
        typed(written)


@pytest.mark.parametrize(
    "link", ["mailto:a@b.example", "javascript:void(0)", "http://[bad", "https://me:pw@x.example/"]
)
def test_links_that_lead_to_no_page_are_none(link: str):
    assert normalized(link, "https://clinic.example/") is None


def test_the_place_of_an_address_is_what_everything_below_it_means():
    addresses = [
        "https://x.example/",
        "https://x.example/help",
        "https://x.example/help/",
        "https://x.example/help/index.html",
    ]
    assert [place_of(address) for address in addresses] == ["/", "/help", "/help", "/help"]


def test_a_scope_takes_what_is_below_its_path_and_leaves_neighbors_alone():
    scope = Scope("https://www.x.example", "/help", include=(), exclude=("*/old/*",))
    inside = [scope.at_home(url) for url in ("http://x.example/help", "https://www.x.example/help/a")]
    assert inside == ["https://www.x.example/help", "https://www.x.example/help/a"]
    assert [scope.refusal(url) for url in inside] == [None, None]
    assert scope.refusal("https://www.x.example/helpers") == "It is not below /help."
    assert scope.refusal("https://www.x.example/help/old/a") == "It is excluded by */old/*."
    assert scope.refusal("https://y.example/help/a") == "It is on another site (y.example)."


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/a/*", "/a/b", True),
        ("/a/*", "/ab", False),
        ("*.pdf", "/x.pdf", True),
        ("/a", "/a", True),
        ("/*a*b", "/ab", True),
        ("/*ab*ab", "/ab", False),
    ],
)
def test_patterns_fit_whole_paths(pattern: str, path: str, fits: bool):  # noqa: FBT001
    assert matches(pattern, path) is fits


@pytest.mark.parametrize(
    "url",
    [
        "/events/2031/05",
        "/calendar?date=2026-03-02",
        "/a/b/a/b/a/b",
        "/list?sort=up",
        "/post?replytocom=4",
        "/photo.JPG",
        "/f?a=1&b=2&c=3&d=4&e=5",
    ],
)
def test_corners_where_crawlers_get_lost_are_known(url: str):
    assert trap(f"https://x.example{url}") is not None


@pytest.mark.parametrize(
    "url", ["/events", "/blog/2024/05/a-news", "/fees?lang=es", "/guide.pdf", "/visit/video-visit"]
)
def test_ordinary_pages_are_no_corners(url: str):
    assert trap(f"https://x.example{url}") is None


def test_sitemaps_are_read_packed_broken_and_as_lines():
    xml = b"<urlset><url><loc>https://x.example/a?utm_source=1</loc></url><url><loc><![CDATA[https://x.example/b&amp;c]]></loc>"
    assert read_sitemap(gzip.compress(xml), "https://x.example/s.xml").pages == (
        "https://x.example/a",
        "https://x.example/b&c",
    )
    assert read_sitemap(b"https://x.example/a\nrubbish", "https://x.example/s.txt").pages == (
        "https://x.example/a",
    )
    assert read_sitemap(b"\x1f\x8bbroken", "https://x.example/s.gz") == Sitemap()


def test_robots_are_asked_for_us_and_for_everybody():
    rules = Robots(
        "User-agent: *\nDisallow: /\n\nUser-agent: Deskbell\nDisallow: /private\nCrawl-delay: 400\n"
    )
    assert [rules.allows(f"https://x.example{path}") for path in ("/", "/private/a")] == [True, False]
    assert (rules.delay_seconds, Robots().allows("https://x.example/")) == (60.0, True)


def test_characters_are_read_as_header_page_or_utf8_say():
    assert decoded("Gebühr".encode("cp1252"), "text/html; charset=ISO-8859-1") == "Gebühr"
    assert decoded(b'<meta charset="windows-1251">' + "Цена".encode("cp1251"), "text/html").endswith("Цена")
    assert decoded("Gebühr".encode(), "text/html; charset=nonsense") == "Gebühr"
    assert decoded("Gebühr".encode("cp1252"), "text/html") == "Gebühr"


def test_what_a_page_wishes_is_understood():
    page = survey(
        '<base href="/sub/"><meta name="ROBOTS" content="NoIndex"><a href="a">x</a><a rel="nofollow" href="b">y</a>'
        '<link rel="canonical" href="/proper"><meta http-equiv="refresh" content="0;URL=\'/there\'">',
        "https://x.example/",
    )
    assert (page.links, page.canonical, page.leads_to, page.noindex) == (
        ("https://x.example/sub/a",),
        "https://x.example/proper",
        "https://x.example/there",
        True,
    )
    assert [forbids_indexing(header) for header in ("noindex", "otherbot: noindex", "max-snippet:5")] == [
        True,
        False,
        False,
    ]


def test_a_status_says_whether_trying_again_makes_sense():
    failures = {status: of_status(status, "", NOW) for status in (200, 404, 410, 401, 403, 429, 503)}
    assert {status: failure and failure.chance for status, failure in failures.items()} == {
        200: None,
        404: Chance.GONE,
        410: Chance.GONE,
        401: Chance.NONE,
        403: Chance.NONE,
        429: Chance.LATER,
        503: Chance.LATER,
    }
    assert [wait_of(text, NOW) for text in ("120", "Mon, 02 Mar 2026 12:05:00 GMT", "99999", "soon")] == [
        120,
        300,
        900,
        None,
    ]
