"""`deskbell crawl`: a website becomes knowledge of the agent that was named; a script reads the result off the status."""

import json
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from deskbell.cli.agent.crawling import Wanted, crawl_website
from deskbell.cli.databases import CommandError
from deskbell.events.commands import settling
from deskbell.kit.db import Database
from deskbell.knowledge.queries import list_sources
from deskbell.reactions import reactions
from deskbell.settings import Settings
from tests.cli.test_importing import make_agent, make_workspace
from tests.knowledge.crawling.website import TestSite, a_site


@pytest.fixture
async def site() -> AsyncIterator[TestSite]:
    async with a_site() as served:
        served.has_page("/", "Harbor", "Harbor Clinic sees patients by video.", "/visits", "/staff")
        served.has_page("/visits", "Visits", "A visit takes twenty minutes.")
        yield served


@pytest.fixture
async def lumi(database: Database) -> tuple[UUID, UUID]:
    database.settle = settling(reactions)
    clinic = await make_workspace(database, "Harbor Clinic")
    return clinic, await make_agent(database, clinic, "Lumi")


async def test_a_website_is_read_and_a_second_time_again(
    database: Database,
    app_url: str,
    lumi: tuple[UUID, UUID],
    site: TestSite,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = Settings(database_url=app_url, outgoing_loopback=site.target)
    site.has_page("/staff", "Staff", "Dr. Chen leads the clinic.")
    assert await crawl_website(settings, Wanted(site.address), "Lumi", None, as_json=False)
    assert "3 found, 3 read, 0 failed; 3 passages." in capsys.readouterr().out

    site.has("/staff", "Sign in", status=403)
    assert not await crawl_website(settings, Wanted(site.address), "lumi", "Harbor Clinic", as_json=False)
    printed = capsys.readouterr().out
    assert "3 found, 2 read, 1 failed" in printed
    assert f"{site.address}/staff: The website refuses to show this page to Deskbell (403)." in printed
    async with database.transaction(lumi[0]) as tx:
        assert [source.url for source in await list_sources(tx, lumi[1])] == [f"{site.address}/"]


@pytest.mark.usefixtures("lumi")
async def test_a_script_gets_the_numbers_and_the_reason_of_each_page(
    app_url: str, site: TestSite, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(database_url=app_url, outgoing_loopback=site.target)
    assert not await crawl_website(settings, Wanted(site.address), "Lumi", None, as_json=True)
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["found"], answer["read"], answer["failed"]) == ("trained", 3, 2, 1)
    assert answer["set_aside"] == [
        {
            "url": f"{site.address}/staff",
            "status": "failed",
            "reason": "There is no page at this address any more (404).",
        }
    ]


@pytest.mark.usefixtures("lumi")
async def test_a_site_that_wants_to_be_left_alone_says_so(
    app_url: str, site: TestSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.has("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    settings = Settings(database_url=app_url, outgoing_loopback=site.target)
    assert not await crawl_website(settings, Wanted(site.address), "Lumi", None, as_json=False)
    assert "could not be read. The site's robots.txt asks not to read this page." in capsys.readouterr().out


@pytest.mark.usefixtures("lumi")
async def test_what_is_no_address_is_refused_in_words(app_url: str) -> None:
    with pytest.raises(CommandError, match="address"):
        await crawl_website(
            Settings(database_url=app_url), Wanted("not an address"), "Lumi", None, as_json=True
        )
    with pytest.raises(CommandError, match="no agent named Nobody"):
        await crawl_website(
            Settings(database_url=app_url), Wanted("https://x.example"), "Nobody", None, as_json=True
        )
