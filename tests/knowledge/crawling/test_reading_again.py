"""A website that is read again: only what changed is embedded, what is gone is gone, and earlier versions stay readable."""

from collections.abc import Sequence

from deskbell.embedding.embedder import Vectors
from deskbell.kit.jobs import Runner
from deskbell.knowledge import queries
from deskbell.knowledge.access import open_document, open_version
from deskbell.knowledge.jobs import HEIRS, Looking
from deskbell.knowledge.tables import PageStatus, Refresh, Status
from tests.knowledge.crawling.conftest import Reading

FEES = "<main><h1>Fees</h1><h2>Video</h2><p>A video visit costs {} dollars.</p><h2>Phone</h2><p>A phone visit costs 39 dollars.</p></main>"


async def test_only_changed_passages_are_embedded_and_keep_their_neighbors_ids(reading: Reading):
    reading.site.has("/fees", FEES.format(49))
    source = await reading.reads("/fees")
    before = {found.text: found.passage_id for found in await reading.clinic.finds("visit costs")}
    embedded = _listening(reading)

    reading.site.has("/fees", FEES.format(59))
    await reading.reads_again(source)

    after = {found.text: found.passage_id for found in await reading.clinic.finds("visit costs")}
    # the changed passage, and its heading by itself
    assert [text.splitlines()[-1] for text in embedded] == ["A video visit costs 59 dollars.", "Video"]
    assert set(after) == {"A video visit costs 59 dollars.", "A phone visit costs 39 dollars."}
    assert after["A phone visit costs 39 dollars."] == before["A phone visit costs 39 dollars."]


async def test_an_earlier_version_stays_readable_and_the_change_is_told(reading: Reading):
    reading.site.has("/fees", FEES.format(49))
    source = await reading.reads("/fees")
    quoted = (await reading.clinic.finds("What does a video visit cost?"))[0]
    reading.site.has("/fees", FEES.format(59))
    await reading.reads_again(source)

    async with reading.clinic.transaction() as tx:
        document = await open_document(tx, quoted.document_id)
        then = await open_version(tx, document, quoted.version)
        crawls = await queries.list_crawls(tx, source.id)
        (change,) = await queries.list_changes(tx, source.id, crawls[0].number, limit=10)

    assert (quoted.version, document.version) == (1, 2)
    assert (quoted.text in then.body, quoted.text in document.body) == (True, False)
    assert [(crawl.cause, crawl.added, crawl.changed) for crawl in crawls] == [
        ("again", 0, 1),
        ("added", 1, 0),
    ]
    assert [(line["kind"], line["text"]) for line in change.passages] == [
        ("removed", "A video visit costs 49 dollars."),
        ("added", "A video visit costs 59 dollars."),
    ]


async def test_a_page_that_is_gone_leaves_the_index_at_once_and_its_text_to_old_answers(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.", "/fees")
    site.has_page("/fees", "Fees", "A video visit costs 49 dollars.")
    source = await reading.reads()
    quoted = (await reading.clinic.finds("What does a video visit cost?"))[0]

    del site.pages["/fees"]
    source = await reading.reads_again(source)

    assert (source.status, source.pages, source.passages) == (Status.TRAINED, 1, 1)
    assert "Fees" not in {
        found.title for found in await reading.clinic.finds("What does a video visit cost?")
    }
    assert await reading.statuses(source) == {
        "/": "read",
        "/fees": "removed: There is no page at this address any more (404).",
    }
    async with reading.clinic.transaction() as tx:
        document = await open_document(tx, quoted.document_id)
    assert (quoted.text in document.body, document.removed_at) == (True, reading.now)


async def test_a_scheduled_reading_asks_only_for_what_has_changed(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.", "/fees", etag='"h1"')
    site.has_page("/fees", "Fees", "A video visit costs 49 dollars.", etag='"f1"')
    given = await reading.given(refresh=Refresh.DAILY)
    await reading.works()
    embedded = _listening(reading)
    site.asked.clear()

    reading.moves_on(hours=23)
    await reading.works()
    assert site.asked == []

    reading.moves_on(hours=2)
    await reading.works()
    source = await reading.source(given.id)
    async with reading.clinic.transaction() as tx:
        crawl = (await queries.list_crawls(tx, source.id))[0]
    assert [asked.headers.get("if-none-match") for asked in site.asked if asked.path in {"/", "/fees"}] == [
        '"h1"',
        '"f1"',
    ]
    assert (crawl.cause, crawl.unchanged, crawl.changed, embedded) == ("scheduled", 2, 0, [])
    assert source.next_refresh_at is not None
    assert (source.next_refresh_at - reading.now).days == 1


async def test_only_failed_pages_are_tried_again(reading: Reading):
    from deskbell.knowledge import commands
    from deskbell.knowledge.access import open_source_to_change

    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.", "/shut")
    site.has("/shut", "no", status=403)
    source = await reading.reads()
    assert (source.status, source.pages_failed) == (Status.TRAINED, 1)
    site.has_page("/shut", "Open now", "The door is open.")
    site.asked.clear()

    async with reading.clinic.transaction() as tx:
        await commands.read_failed_pages_again(tx, await open_source_to_change(tx, source.id), at=reading.now)
    await reading.works()

    source = await reading.source(source.id)
    assert (site.paths, source.pages_failed, source.pages) == (["/shut"], 0, 2)


async def test_a_busy_website_is_tried_again_when_it_asked_for(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.", "/busy")
    site.has("/busy", "slow down", status=429, retry_after="120")
    source = await reading.reads()
    assert source.status == Status.PROCESSING

    site.has_page("/busy", "Fees", "A video visit costs 49 dollars.")
    reading.moves_on(seconds=100)
    await reading.works()
    assert (await reading.source(source.id)).pages == 1
    reading.moves_on(seconds=21)
    await reading.works()
    done = await reading.source(source.id)
    assert (done.status, done.pages) == (Status.TRAINED, 2)


async def test_a_worker_that_dies_in_the_middle_fetches_nothing_twice(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.", *[f"/{number}" for number in range(6)])
    for number in range(6):
        site.has_page(f"/{number}", f"Page {number}", f"This is text number {number}.")
    source = await reading.given()
    embed = reading.clinic.training.embedder.embed_passages
    done = 0

    async def dies(texts: Sequence[str]) -> Vectors:
        nonlocal done
        done += 1
        if done == 8:  # two calls a page: texts, headings
            raise RuntimeError("killed")
        return await embed(texts)

    reading.crawling.embedder.embed_passages = dies  # type: ignore[method-assign]
    await reading.works()
    read = {page.url for page in await reading.pages(source) if page.status == PageStatus.READ}
    assert 1 < len(read) < 7
    site.asked.clear()

    reading.moves_on(minutes=10)
    await reading.works()

    finished = await reading.source(source.id)
    assert (finished.status, finished.pages) == (Status.TRAINED, 7)
    assert {site.address + path for path in site.paths} & read == set()


async def test_addresses_inside_a_private_network_are_refused_with_a_sentence(reading: Reading):
    given = await reading.given_page("", "http://192.168.1.10/intranet")
    await reading.works()
    source = await reading.source(given.id)
    assert (source.status, source.failure) == (
        Status.FAILED,
        "This address is inside a private network. Only public websites can be read; add the pages as files instead.",
    )


async def test_pages_that_contradict_each_other_are_flagged(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.", "/fees", "/questions")
    site.has_page("/fees", "Costs", "A video visit costs 49 dollars.")
    site.has_page("/questions", "Costs", "A video visit costs 59 dollars.")
    await reading.reads()
    reading.moves_on(seconds=5)
    works = Looking(reading.clinic.database, lambda: reading.now).works()
    await Runner(reading.clinic.database, works, clock=lambda: reading.now, heirs=HEIRS).run_pending()

    async with reading.clinic.transaction() as tx:
        (flag,) = await queries.list_flags(tx, reading.clinic.agent_id)
    assert {flag.words, flag.other_words} == {
        "A video visit costs 49 dollars.",
        "A video visit costs 59 dollars.",
    }
    assert flag.kind == "conflict"


def _listening(reading: Reading) -> list[str]:
    """Every text that is embedded from now on."""
    embedder = reading.clinic.training.embedder
    embed, heard = embedder.embed_passages, list[str]()

    async def hears(texts: Sequence[str]) -> Vectors:
        heard.extend(texts)
        return await embed(texts)

    embedder.embed_passages = hears  # type: ignore[method-assign]
    return heard
