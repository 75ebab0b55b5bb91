"""A worker that is killed in the middle of a website (SIGKILL): the next one goes on; no page is lost and none comes twice."""

import asyncio
import os
import sys
from collections import Counter
from datetime import datetime, timedelta

import pytest

from deskbell.embedding import BuiltIn
from deskbell.kit.clock import now
from deskbell.kit.http import guarded_client
from deskbell.kit.jobs import Runner
from deskbell.kit.jobs.queue import LEASE
from deskbell.knowledge import commands
from deskbell.knowledge.client.site import Web, user_agent
from deskbell.knowledge.commands.websites import Reach
from deskbell.knowledge.jobs import HEIRS, Crawling
from deskbell.knowledge.jobs.crawling import AT_ONCE
from deskbell.knowledge.tables import Refresh, Source
from tests.knowledge.conftest import Clinic
from tests.knowledge.crawling.website import TestSite

PAGES = 24
PATIENCE_SECONDS = 60.0


@pytest.fixture
def long_site(site: TestSite) -> TestSite:
    """One that answers so slowly that a worker can be caught in the middle."""
    links = [f"/page/{number}" for number in range(1, PAGES)]
    site.has_page("/", "Harbor", "Harbor Clinic sees patients by video.", *links)
    for number, link in enumerate(links, 1):
        site.has_page(link, f"Page {number}", f"Room {number} is on floor {number * 7}.", "/")
    site.seconds = 0.1
    return site


async def test_a_crawl_whose_worker_is_killed_is_finished_by_the_next_one(
    clinic: Clinic, long_site: TestSite, app_url: str
) -> None:
    source = await _given(clinic, long_site)
    settings = {"DESKBELL_DATABASE_URL": app_url, "DESKBELL_OUTGOING_LOOPBACK": long_site.target}
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deskbell.worker", env={**os.environ, **settings}
    )
    try:
        await asyncio.wait_for(long_site.is_asked(PAGES // 2), PATIENCE_SECONDS)
    finally:
        worker.kill()
        await worker.wait()
    before = await _read(clinic, source)
    assert 0 < len(before) < PAGES
    asked_before = len(long_site.asked)
    long_site.seconds = 0.0

    await _next_worker(clinic, long_site)
    after = await _read(clinic, source)
    assert len(after) == PAGES
    assert {url: after[url] for url in before} == before  # the same documents, not new ones
    again = [asked.path for asked in long_site.asked[asked_before:]]
    assert not {f"{long_site.address}{path}" for path in again} & set(before)
    times = Counter(long_site.paths)
    assert set(times) == {"/", *(f"/page/{number}" for number in range(1, PAGES))}
    assert sum(times.values()) <= PAGES + AT_ONCE  # what was on its way when it was killed
    async with clinic.transaction() as tx:
        assert await tx.value("SELECT count(DISTINCT text) = count(*) FROM passages")
    ended = await clinic.source(source.id)
    assert ended is not None
    assert (ended.status, ended.pages_found, ended.pages_read, ended.pages) == ("trained", *[PAGES] * 3)


async def _given(clinic: Clinic, site: TestSite) -> Source:
    async with clinic.transaction() as tx:
        return await commands.add_website(
            tx, clinic.agent_id, address=site.address, reach=Reach(), refresh=Refresh.NEVER, at=now()
        )


async def _read(clinic: Clinic, source: Source) -> dict[str, str]:
    """Address → document of every page that was read."""
    async with clinic.transaction() as tx:
        rows = await tx.values(
            "SELECT jsonb_build_array(url, document_id) FROM pages WHERE source_id = %(id)s AND status = 'read'",
            id=source.id,
        )
    return dict(rows)


async def _next_worker(clinic: Clinic, site: TestSite) -> None:
    """After the leases of the killed one have run out, and the pause that follows every failure."""
    async with guarded_client(frozenset({site.target})) as client:
        for late in (timedelta(seconds=1), timedelta(seconds=30)):

            def clock(after: timedelta = LEASE + late) -> datetime:
                return now() + after

            web = Web(client, clock, user_agent("https://desk.example"))
            crawling = Crawling(clinic.database, BuiltIn(), clinic.training.reader, clock, web)
            await Runner(clinic.database, crawling.works(), clock, heirs=HEIRS).run_pending()
