"""What a site says around most of its pages is found on one of them, whatever is read again, changes or goes."""

from deskbell.knowledge.tables import Refresh, Source
from tests.knowledge.crawling.conftest import Reading

CALL = "Call 555-0100 or visit us at Harbor Street 5 in Oakland."
TEXTS = {
    "/": "Harbor Clinic sees patients by video.",
    "/visits": "A visit takes 20 minutes.",
    "/prices": "A visit costs 59 dollars.",
    "/refills": "Refills take two days.",
    "/records": "Records are sent by mail.",
    "/labs": "Lab results come after a week.",
}


def publishes(reading: Reading, *paths: str, around: str = CALL, **changed: str) -> None:
    """The pages with their notice, not marked as anything, after their text."""
    for path in paths or TEXTS:
        text = changed.get(path.strip("/")) or TEXTS[path]
        reading.site.has(
            path,
            f"<title>{path}</title><main><h1>Page {path}</h1><p>{text}</p><div>{around}</div></main>"
            + "".join(f'<nav><a href="{link}">{link}</a></nav>' for link in TEXTS),
            etag=f'"{hash((text, around))}"',
        )


async def passages(reading: Reading, source: Source) -> dict[str, str]:
    """Path → all that can be found in the page."""
    async with reading.clinic.transaction() as tx:
        rows = await tx.values(
            """SELECT jsonb_build_array(d.url, string_agg(p.text, ' ' ORDER BY p.ordinal))
               FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.source_id = %(id)s
               GROUP BY d.url ORDER BY d.url""",
            id=source.id,
        )
    return {url.removeprefix(reading.site.address): text.replace("\n\n", " ") for url, text in rows}


async def test_it_leaves_all_pages_but_the_first_and_can_still_be_found(reading: Reading) -> None:
    publishes(reading)
    source = await reading.reads("/")
    assert await passages(reading, source) == TEXTS | {"/": f"{TEXTS['/']} {CALL}"}
    assert (await reading.clinic.finds("call 555-0100"))[0].url == f"{reading.site.address}/"
    assert (source.pages, source.pages_read, source.passages) == (6, 6, 6)
    assert sorted(reading.site.paths) == sorted(TEXTS)  # nothing was fetched twice for it


async def test_a_site_of_few_pages_keeps_everything(reading: Reading) -> None:
    four = ("/", "/visits", "/prices", "/refills")
    publishes(reading, *four)
    source = await reading.reads("/")
    assert await passages(reading, source) == {path: f"{TEXTS[path]} {CALL}" for path in four}


async def test_what_two_of_three_pages_say_is_a_fact_about_each_of_them(reading: Reading) -> None:
    publishes(reading)
    publishes(reading, "/", "/visits", around="")
    source = await reading.reads("/")
    assert [path for path, text in (await passages(reading, source)).items() if CALL in text] == [
        "/labs",
        "/prices",
        "/records",
        "/refills",
    ]


async def test_reading_again_changes_nothing_whether_pages_are_sent_or_not(reading: Reading) -> None:
    publishes(reading)
    source = await reading.given("/", refresh=Refresh.DAILY)
    await reading.works()
    before = await passages(reading, source)
    reading.moves_on(hours=25)
    await reading.works()
    assert "if-none-match" in reading.site.asked[-1].headers
    assert await passages(reading, source) == before
    await reading.reads_again(source)
    assert await passages(reading, source) == before
    async with reading.clinic.transaction() as tx:
        last = await tx.values("SELECT jsonb_build_array(changed, unchanged) FROM crawls ORDER BY number")
    assert last[1:] == [[0, 6], [0, 6]]


async def test_a_page_that_changes_is_read_without_it(reading: Reading) -> None:
    publishes(reading)
    source = await reading.reads("/")
    publishes(reading, "/prices", prices="A visit costs 65 dollars.")
    await reading.reads_again(source)
    assert (await passages(reading, source))["/prices"] == "A visit costs 65 dollars."


async def test_when_the_notice_changes_the_new_one_leaves_the_pages_too(reading: Reading) -> None:
    publishes(reading)
    source = await reading.reads("/")
    publishes(reading, around="We moved: from May on we are at Mill Road 12.")
    await reading.reads_again(source)
    assert await passages(reading, source) == TEXTS | {
        "/": f"{TEXTS['/']} We moved: from May on we are at Mill Road 12."
    }


async def test_when_the_first_page_drops_it_another_one_keeps_it(reading: Reading) -> None:
    publishes(reading)
    source = await reading.reads("/")
    publishes(reading, "/", around="")
    await reading.reads_again(source)
    found = await passages(reading, source)
    assert [path for path, text in found.items() if CALL in text] == ["/labs"]
    assert {path: text.removesuffix(f" {CALL}") for path, text in found.items()} == TEXTS


async def test_when_the_page_that_keeps_it_is_gone_another_one_does(reading: Reading) -> None:
    publishes(reading)
    source = await reading.reads("/")
    publishes(reading, "/", around="")
    await reading.reads_again(source)
    del reading.site.pages["/labs"]
    await reading.reads_again(source)
    found = await passages(reading, source)
    assert [path for path, text in found.items() if CALL in text] == ["/prices"]


async def test_when_few_pages_are_left_each_has_its_own_again(reading: Reading) -> None:
    publishes(reading)
    source = await reading.reads("/")
    del reading.site.pages["/labs"], reading.site.pages["/records"]
    await reading.reads_again(source)
    left = ("/", "/visits", "/prices", "/refills")
    assert await passages(reading, source) == {path: f"{TEXTS[path]} {CALL}" for path in left}


async def test_answers_point_at_the_version_that_they_quoted(reading: Reading) -> None:
    """A page that is cut anew is a new version; the earlier one can still be opened."""
    publishes(reading)
    await reading.reads("/")
    async with reading.clinic.transaction() as tx:
        versions = await tx.values("SELECT version FROM documents WHERE url LIKE '%%/prices'")
        earlier = await tx.values("SELECT body FROM document_versions WHERE body LIKE '%%costs 59%%'")
    assert versions == [2]
    assert len(earlier) == 1
    assert CALL in earlier[0]
