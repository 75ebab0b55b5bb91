"""A website is read over real HTTP: what belongs to it becomes passages, everything else says why not."""

from deskbell.knowledge.tables import Status
from tests.knowledge.crawling.conftest import Reading


async def test_a_website_is_read_page_by_page_and_answers(reading: Reading):
    site = reading.site
    site.has_page("/", "Harbor Clinic", "Welcome to our clinic by the sea.", "/fees", "/hours")
    site.has_page("/fees", "Fees", "A video visit costs 49 dollars.", "/")
    site.has_page("/hours", "Hours", "We are open from 8:00 to 18:00 on weekdays.", "/fees")

    source = await reading.reads()

    assert (source.status, source.failure, source.pages) == (Status.TRAINED, None, 3)
    assert (source.pages_found, source.pages_read, source.pages_failed) == (3, 3, 0)
    assert await reading.statuses(source) == {"/": "read", "/fees": "read", "/hours": "read"}
    best = (await reading.clinic.finds("What does a video visit cost?"))[0]
    assert (best.title, best.text, best.url) == (
        "Fees",
        "A video visit costs 49 dollars.",
        f"{site.address}/fees",
    )
    assert site.asked[0].path == "/robots.txt"
    assert {asked.headers["user-agent"].partition("/")[0] for asked in site.asked} == {"deskbell"}


async def test_what_does_not_belong_is_not_fetched(reading: Reading):
    site = reading.site
    site.has_page(
        "/help/",
        "Help",
        "How to get help.",
        "/help/a",
        "/blog/b",
        "/help/old/c",
        "https://elsewhere.example/",
    )
    site.has_page("/help/a", "Logging on", "Use the blue button.")
    site.has_page("/help/old/c", "Old", "Nobody reads this.")
    site.has_page("/blog/b", "Blog", "News of the day.")

    source = await reading.reads("/help/", exclude=["/help/old/*"])

    assert await reading.statuses(source) == {"/help/": "read", "/help/a": "read"}
    assert site.paths == ["/help/", "/help/a"]


async def test_a_page_alone_is_read_without_its_links(reading: Reading):
    site = reading.site
    site.has_page("/fees", "Fees", "A video visit costs 49 dollars.", "/other")

    given = await reading.given_page("/fees")
    await reading.works()

    source = await reading.source(given.id)
    assert (source.kind, source.status, source.title, source.pages) == ("page", Status.TRAINED, "Fees", 1)
    assert site.paths == ["/fees"]


async def test_limits_on_pages_and_depth_hold(reading: Reading):
    site = reading.site
    for number in range(12):
        site.has_page(f"/{number}", f"Page {number}", f"This is text number {number}.", f"/{number + 1}")

    shallow = await reading.reads("/0", path_prefix="/", max_depth=2)
    assert await reading.statuses(shallow) == {"/0": "read", "/1": "read", "/2": "read"}

    few = await reading.reads("/1", path_prefix="/", max_pages=4)
    assert (few.pages, few.pages_found) == (4, 4)


async def test_a_sitemap_index_names_pages_that_nobody_links(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome to the harbor.")
    site.has_page("/hidden", "Hidden", "Nobody links here.")
    site.has_page("/private", "Private", "Robots stay out.")
    site.has(
        "/robots.txt",
        f"User-agent: *\nDisallow: /private\nSitemap: {site.address}/index.xml",
        content_type="text/plain",
    )
    site.has(
        "/index.xml",
        f"<sitemapindex><sitemap><loc>{site.address}/s.xml.gz</loc></sitemap></sitemapindex>",
        content_type="text/xml",
    )
    site.has_gzipped(
        "/s.xml.gz",
        f"<urlset><url><loc>{site.address}/hidden</loc></url><url><loc>{site.address}/private</loc></url></urlset>",
    )

    source = await reading.reads()

    assert await reading.statuses(source) == {"/": "read", "/hidden": "read"}
    assert "/private" not in site.paths


async def test_what_robots_forbid_is_not_read_and_says_so(reading: Reading):
    reading.site.has("/robots.txt", "User-agent: Deskbell\nDisallow: /", content_type="text/plain")
    reading.site.has_page("/", "Home", "Welcome to the harbor.")

    source = await reading.reads()

    assert (source.status, (source.failure or "")[:44]) == (
        Status.FAILED,
        "The site's robots.txt asks not to read this ",
    )
    assert reading.site.paths == []


async def test_copies_of_a_page_are_read_once(reading: Reading):
    site = reading.site
    proper = f'<link rel="canonical" href="{site.address}/fees">'
    site.has_page(
        "/",
        "Home",
        "Welcome.",
        "/fees?utm_source=mail",
        "/fees?sid=9",
        "/fees/print",
        "/moved",
        "/soon",
    )
    site.has_page("/fees", "Fees", "A video visit costs 49 dollars.", "/copy")
    site.has_page("/fees/print", "Fees to print", "A video visit costs 49 dollars, on paper.", head=proper)
    site.has_page("/copy", "Fees", "A video visit costs 49 dollars.")
    site.redirects("/moved", "/fees")
    site.has_page("/soon", "Soon", "One moment.", head='<meta http-equiv="refresh" content="0; url=/fees">')

    source = await reading.reads()

    assert await reading.statuses(source) == {
        "/": "read",
        "/copy": "skipped: It has the same text as another page.",
        "/fees": "read",
        "/fees/print": "skipped: It names another address as its proper one.",
        "/moved": "skipped: It leads to another page.",
        "/soon": "skipped: It leads to another page.",
    }


async def test_pages_that_name_each_other_as_the_proper_one_are_still_read_once(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome.", "/a", "/b", "/c")
    site.has_page("/a", "Ebb", "The tide goes out.", head='<link rel="canonical" href="/b">')
    site.has_page("/b", "Flow", "The tide comes in.", head='<link rel="canonical" href="/a">')
    site.has_page("/c", "Pier", "The pier is long.", head='<link rel="canonical" href="/gone">')

    source = await reading.reads()

    statuses = await reading.statuses(source)
    assert sorted(statuses[path] for path in ("/a", "/b")) == [
        "read",
        "skipped: It names another address as its proper one.",
    ]
    assert (statuses["/c"], statuses["/gone"][:6]) == ("read", "failed")


async def test_redirects_end_somewhere_or_say_why_not(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome.", "/loop", "/away", "/account", "/inside")
    site.redirects("/loop", "/pool")
    site.redirects("/pool", "/loop")
    site.redirects("/away", "https://elsewhere.example/")
    site.redirects("/account", "/login?next=/account")
    site.redirects("/inside", "http://127.0.0.1:1/secret")

    source = await reading.reads()

    assert await reading.statuses(source) == {
        "/": "read",
        "/loop": "failed: This address redirects in a loop. Its administrator needs to repair that.",
        "/away": "skipped: It leads elsewhere. It is on another site (elsewhere.example).",
        "/account": "skipped: It leads elsewhere. This page asks visitors to sign in, so its content cannot be read. Add its text as a file.",
        "/inside": "skipped: It leads elsewhere. It is on another site (127.0.0.1:1).",
    }


async def test_pages_that_are_no_content_say_so_in_plain_words(reading: Reading):
    site = reading.site
    site.has_page(
        "/", "Home", "Welcome.", "/app", "/missing", "/members", "/empty", "/quiet", "/photo", "/broken.pdf"
    )
    site.has(
        "/app",
        '<html><head><title>App</title></head><body><div id="root"></div><script src="a.js"></script></body></html>',
    )
    site.has_page("/missing", "Page not found", "Try the search.")
    site.has("/members", '<title>Members</title><form><input type="password"></form><p>Please log in.</p>')
    site.has("/empty", "<html><body></body></html>")
    site.has_page("/quiet", "Quiet", "Hush.", head='<meta name="robots" content="noindex">')
    site.has("/photo", b"\x89PNG", content_type="image/png")
    site.has("/broken.pdf", b"no pdf", content_type="application/pdf")

    statuses = await reading.statuses(await reading.reads())

    assert {path: words.removeprefix("skipped: ") for path, words in statuses.items()} == {
        "/": "read",
        "/app": "This page is built by scripts, so there is no text in what the website delivers. Add its text as a file.",
        "/missing": "This page says that there is nothing here, although the website does not report it as missing.",
        "/members": "This page asks visitors to sign in, so its content cannot be read. Add its text as a file.",
        "/empty": "This page is empty: no text was found in it.",
        "/quiet": "The page asks not to be found (noindex).",
        "/photo": "It is not a page with text (image/png).",
        "/broken.pdf": "This file is named .pdf, but it is not a PDF.",
    }


async def test_links_that_say_nofollow_and_endless_calendars_are_left_alone(reading: Reading):
    site = reading.site
    links = ["/calendar/2026/03", "/events?month=4", "/a/b/a/b/a/b", "/list?sort=up", "mailto:x@y.example"]
    site.has_page("/", "Home", "Welcome.", *links)
    site.has("/more", '<h1>More</h1><p>Here is more.</p><a rel="nofollow" href="/trap">x</a>')
    site.has_page(
        "/shut", "Shut", "No links count.", "/trap2", head='<meta name="robots" content="nofollow">'
    )
    site.has_page("/", "Home", "Welcome.", *links, "/more", "/shut")

    source = await reading.reads()

    assert sorted(site.paths) == ["/", "/more", "/shut"]
    assert source.pages == 3


async def test_linked_files_and_old_encodings_are_read(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome.", "/notes.txt", "/old")
    site.has("/notes.txt", "Refills take two business days.", content_type="text/plain")
    site.has(
        "/old",
        "<h1>Gebühren</h1><p>Ein Gespräch kostet 40 €.</p>".encode("cp1252"),
        content_type="text/html; charset=iso-8859-1",
    )

    source = await reading.reads()

    assert source.pages == 3
    assert {found.text for found in await reading.clinic.finds("Gespräch kostet")} >= {
        "Ein Gespräch kostet 40 €."
    }


async def test_a_site_is_asked_by_two_connections_at_most(reading: Reading):
    site = reading.site
    site.seconds = 0.12
    site.has_page("/", "Home", "Welcome.", *[f"/{number}" for number in range(5)])
    for number in range(5):
        site.has_page(f"/{number}", f"Page {number}", f"This is text number {number}.")

    source = await reading.reads()

    assert (source.pages, site.most_at_once) == (6, 2)


async def test_two_copies_that_arrive_together_are_one_document(reading: Reading):
    site = reading.site
    site.has_page("/", "Home", "Welcome.", "/one", "/two", "/three")
    for path in ("/one", "/two", "/three"):
        site.has_page(path, "Fees", "A video visit costs 49 dollars.")

    source = await reading.reads()

    assert (source.pages, sorted((await reading.statuses(source)).values())) == (
        2,
        ["read", "read", *["skipped: It has the same text as another page."] * 2],
    )
