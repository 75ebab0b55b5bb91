"""A clinic whose agent reads a website on this machine."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from deskbell.kit.http import guarded_client
from deskbell.kit.jobs import Runner
from deskbell.knowledge import commands, queries
from deskbell.knowledge.access import open_source_to_change
from deskbell.knowledge.client.site import Web, user_agent
from deskbell.knowledge.commands.websites import Reach
from deskbell.knowledge.jobs import HEIRS, Crawling
from deskbell.knowledge.tables import Page, Refresh, Source
from tests.knowledge.conftest import NOON, Clinic
from tests.knowledge.crawling.website import TestSite, a_site


@dataclass
class Reading:
    """The clinic, the site it reads, and a clock that moves when told."""

    clinic: Clinic
    site: TestSite
    crawling: Crawling
    now: datetime = NOON

    def moves_on(self, **duration: float) -> None:
        self.now += timedelta(**duration)

    async def given(self, path: str = "/", *, refresh: Refresh = Refresh.NEVER, **reach: object) -> Source:
        async with self.clinic.transaction() as tx:
            return await commands.add_website(
                tx,
                self.clinic.agent_id,
                address=self.site.address + path,
                reach=Reach(**reach),  # type: ignore[arg-type]
                refresh=refresh,
                at=self.now,
            )

    async def given_page(self, path: str, address: str = "") -> Source:
        async with self.clinic.transaction() as tx:
            return await commands.add_page(
                tx,
                self.clinic.agent_id,
                address=address or self.site.address + path,
                refresh=Refresh.NEVER,
                at=self.now,
            )

    async def works(self) -> None:
        """Everything that is due, and what it leads to."""
        works = self.crawling.works()
        await Runner(self.clinic.database, works, clock=lambda: self.now, heirs=HEIRS).run_pending()

    async def reads(self, path: str = "/", **reach: object) -> Source:
        """Give the website and read it to its end."""
        source = await self.given(path, **reach)  # type: ignore[arg-type]
        await self.works()
        return await self.source(source.id)

    async def reads_again(self, source: Source) -> Source:
        async with self.clinic.transaction() as tx:
            await commands.retry(tx, await open_source_to_change(tx, source.id), at=self.now)
        await self.works()
        return await self.source(source.id)

    async def source(self, source_id: UUID) -> Source:
        found = await self.clinic.source(source_id)
        assert found is not None
        return found

    async def pages(self, source: Source) -> Sequence[Page]:
        async with self.clinic.transaction() as tx:
            return await queries.list_pages(tx, source.id, status=None, after="", limit=500)

    async def statuses(self, source: Source) -> dict[str, str]:
        """Path → status, with the reason where there is one."""
        return {
            page.url.removeprefix(self.site.address): f"{page.status}: {page.reason}"
            if page.reason
            else str(page.status)
            for page in await self.pages(source)
        }


@pytest.fixture
async def site() -> AsyncIterator[TestSite]:
    async with a_site() as served:
        yield served


@pytest.fixture
async def reading(clinic: Clinic, site: TestSite) -> AsyncIterator[Reading]:
    async with guarded_client(frozenset({site.target})) as client:
        training = clinic.training

        def clock() -> datetime:
            return opened.now

        web = Web(client, clock, user_agent("https://desk.example"))
        crawling = Crawling(clinic.database, training.embedder, training.reader, clock, web)
        opened = Reading(clinic, site, crawling)
        yield opened
