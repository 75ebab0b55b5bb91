"""Whatever a website does wrong, its owner reads a sentence that says what it was and what to do. Over real sockets."""

import gzip
import socket
import ssl
from asyncio import start_server
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deskbell.kit.http import Address, Door, GuardedTransport, guarded_client
from deskbell.knowledge.access import open_source_to_change
from deskbell.knowledge.client import site as fetching
from deskbell.knowledge.client.site import Web
from deskbell.knowledge.commands.websites import Reach, change_website
from deskbell.knowledge.crawling import failures, verdicts
from deskbell.knowledge.crawling.failures import Chance, Failure
from deskbell.knowledge.tables import Refresh
from tests.knowledge.conftest import NOON
from tests.knowledge.crawling.conftest import Reading
from tests.knowledge.crawling.website import TestSite, a_site

MEGABYTE = 1024 * 1024
PAGE_FOR_OWNERS = Path(__file__).parents[3] / "docs" / "content.md"


@pytest.fixture
async def web(site: TestSite) -> AsyncIterator[Web]:
    async with guarded_client(frozenset({site.target})) as client:
        yield Web(client, lambda: NOON, "Deskbell/test")


async def failure(web: Web, url: str) -> tuple[str, Chance]:
    answer = await web.fetch(url, lambda _url: None)
    assert isinstance(answer, Failure), answer
    return answer.sentence, answer.chance


@pytest.mark.parametrize(
    ("status", "sentence", "chance"),
    [
        (401, "This page asks for a login, so it cannot be read. Add its text as a file.", Chance.NONE),
        (
            403,
            "The website refuses to show this page to Deskbell (403). Its administrator can allow it.",
            Chance.NONE,
        ),
        (404, "There is no page at this address any more (404).", Chance.GONE),
        (410, "There is no page at this address any more (410).", Chance.GONE),
        (418, "The website did not give this page (418).", Chance.NONE),
        (429, "The website asks to slow down (429). It is tried again later.", Chance.LATER),
        (503, "The website had a problem of its own (503). Try again later.", Chance.LATER),
    ],
)
async def test_every_refusal_of_a_website_has_its_sentence(
    web: Web, site: TestSite, status: int, sentence: str, chance: Chance
):
    site.has("/", "no", status=status)
    assert await failure(web, f"{site.address}/") == (sentence, chance)


async def test_a_page_that_is_too_large_is_left_at_the_limit_packed_or_not(web: Web, site: TestSite):
    too_large = "This page is too large to be read. Split it, or add the part that matters as text."
    site.has("/long", b"a" * (21 * MEGABYTE))
    site.has("/bomb", gzip.compress(bytes(200 * MEGABYTE), 1), content_encoding="gzip")
    site.has("/just", b"a" * MEGABYTE)
    assert await failure(web, f"{site.address}/long") == (too_large, Chance.NONE)
    assert await failure(web, f"{site.address}/bomb") == (too_large, Chance.NONE)
    assert isinstance(await web.fetch(f"{site.address}/just", lambda _url: None), fetching.Fetched)


async def test_what_says_that_it_is_packed_and_is_not_is_named(web: Web, site: TestSite):
    site.has("/", "plain words", content_encoding="gzip")
    assert await failure(web, f"{site.address}/") == (
        "The answer is not in a form that can be unpacked.",
        Chance.NONE,
    )


async def test_a_website_that_is_down_or_too_slow_is_tried_later(
    web: Web, site: TestSite, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(fetching, "WALL_SECONDS", 0.2)
    site.seconds = 2.0
    site.has_page("/", "Home", "Welcome.")
    assert await failure(web, f"{site.address}/") == (
        "The website took too long to answer. Try again later.",
        Chance.LATER,
    )
    async with a_site() as other:
        target, address = other.target, other.address
    async with guarded_client(frozenset({target})) as client:  # nobody listens there any more
        assert await failure(Web(client, lambda: NOON, "Deskbell/test"), f"{address}/") == (
            "The website does not accept connections. It may be down; try again later.",
            Chance.SITE,
        )


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(site: TestSite, tmp_path: Path):
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(_own_certificate(tmp_path))
    server = await start_server(site.serve, "127.0.0.1", 0, ssl=secure)
    target = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server, guarded_client(frozenset({target})) as client:
        assert await failure(Web(client, lambda: NOON, "Deskbell/test"), f"https://{target}/") == (
            "The website's certificate is not valid, so its pages cannot be trusted. Its administrator needs to renew it.",
            Chance.SITE,
        )
    assert site.asked == []


async def test_a_site_whose_robots_txt_cannot_be_read_is_left_alone(reading: Reading):
    reading.site.has("/robots.txt", "down", status=503)
    reading.site.has_page("/", "Home", "Welcome.")
    source = await reading.reads()
    for _ in range(2):
        reading.moves_on(hours=1)
        await reading.works()
    source = await reading.source(source.id)
    assert (source.status, source.failure) == (
        "failed",
        "The site's robots.txt could not be read, so the site was left alone. Try again later.",
    )
    assert reading.site.paths == []


async def test_a_website_larger_than_its_limit_says_so_and_a_smaller_one_does_not(reading: Reading):
    reading.site.has_page("/", "Home", "Welcome to the clinic.", "/a", "/b")
    reading.site.has_page("/a", "Alpha", "About alpha.")
    reading.site.has_page("/b", "Beta", "About beta.")
    small = await reading.reads(max_pages=2)
    assert (small.status, small.pages, list(small.warnings)) == (
        "trained",
        2,
        ["The limit of 2 pages was reached; there may be more. Raise the limit and read it again."],
    )
    async with reading.clinic.transaction() as tx:
        source = await open_source_to_change(tx, small.id)
        await change_website(tx, source, reach=Reach(max_pages=20), refresh=Refresh.NEVER, at=NOON)
    whole = await reading.reads_again(small)
    assert (whole.pages, list(whole.warnings)) == (3, [])


async def test_a_limit_that_was_reached_by_a_copy_is_told_too(reading: Reading):
    """The copy leaves the count of pages, after another page was turned away."""
    reading.site.has_page("/", "Home", "Welcome to the clinic.", "/copy", "/b")
    reading.site.has_page("/copy", "Home", "Welcome to the clinic.", "/b")
    reading.site.has_page("/b", "Beta", "About beta.")
    limited = await reading.reads(max_pages=2)
    assert (limited.pages, limited.pages_found) == (1, 1)
    assert list(limited.warnings) == [
        "The limit of 2 pages was reached; there may be more. Raise the limit and read it again."
    ]


async def test_a_site_as_large_as_its_limit_has_no_more(reading: Reading):
    reading.site.has_page("/", "Home", "Welcome to the clinic.", "/a")
    reading.site.has_page("/a", "Alpha", "About alpha.", "/")
    assert list((await reading.reads(max_pages=2)).warnings) == []


async def test_the_limit_is_still_told_after_a_night_without_changes(reading: Reading):
    """Pages that are not sent again name no links."""
    reading.site.has_page("/", "Home", "Welcome to the clinic.", "/a", "/b", etag='"1"')
    reading.site.has_page("/a", "Alpha", "About alpha.", etag='"1"')
    source = await reading.given(max_pages=2, refresh=Refresh.DAILY)
    await reading.works()
    told = list((await reading.source(source.id)).warnings)
    reading.moves_on(hours=25)
    await reading.works()
    assert "if-none-match" in reading.site.asked[-1].headers
    assert (len(told), list((await reading.source(source.id)).warnings)) == (1, told)


@pytest.mark.parametrize(
    ("resolved", "sentence"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, "not known"),
            "This host name does not exist. Check the address for a typing mistake.",
        ),
        (
            [ip_address("10.0.0.5")],
            "This address is inside a private network. Only public websites can be read; add the pages as files instead.",
        ),
    ],
)
async def test_a_host_that_is_not_there_or_not_public_is_not_tried_again(
    resolved: OSError | list[Address], sentence: str
):
    async def resolve(_host: str, _port: int) -> list[Address]:
        if isinstance(resolved, OSError):
            raise resolved
        return resolved

    transport = GuardedTransport(Door(resolve=resolve), MEGABYTE)
    async with httpx.AsyncClient(transport=transport) as client:
        assert await failure(Web(client, lambda: NOON, "Deskbell/test"), "http://intranet.example/") == (
            sentence,
            Chance.SITE,
        )


def test_the_page_for_owners_names_every_failure_of_a_site_and_every_page_that_is_no_content():
    named = [one.sentence for one in vars(failures).values() if isinstance(one, Failure)]
    named += [verdicts.SCRIPTS, verdicts.SOFT_404, verdicts.EMPTY]
    text = PAGE_FOR_OWNERS.read_text()
    assert len(named) > 10
    assert [sentence for sentence in named if sentence not in text] == []


def _own_certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file
