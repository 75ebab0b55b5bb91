"""Reading a website: stretch by stretch, page by page, published as they come. A row per page says what is left to do."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from deskbell.embedding.choosing import Embedders
from deskbell.embedding.embedder import Embedder
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import Claimed, Work, confirm
from deskbell.knowledge import commands, queries
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.client.site import Fetched, Web
from deskbell.knowledge.commands.crawls import CRAWL, REFRESH, begin_crawl, end_crawl, go_on
from deskbell.knowledge.commands.pages import add_pages
from deskbell.knowledge.commands.training import record_change
from deskbell.knowledge.crawling import failures, robots
from deskbell.knowledge.crawling.addresses import normalized
from deskbell.knowledge.crawling.charset import decoded
from deskbell.knowledge.crawling.failures import Chance, Failure
from deskbell.knowledge.crawling.robots import Robots
from deskbell.knowledge.crawling.scope import Scope
from deskbell.knowledge.crawling.sitemaps import MOST_SITEMAPS, read_sitemap
from deskbell.knowledge.jobs.learning import current_embedder
from deskbell.knowledge.jobs.settling import Settling
from deskbell.knowledge.jobs.tidying import Tidying
from deskbell.knowledge.jobs.walking import Walker
from deskbell.knowledge.tables import Page, Source, Status, Website

GIVE_UP_CRAWL = "knowledge.give_up_crawl"
STRETCH_SECONDS = 20.0  # then other sources get their turn
BATCH = 24
AT_ONCE = 3  # one more than there are connections: it is read while the others are fetched
SITEMAP_DEPTH = 1
_ROBOTS_KEPT = 64


@dataclass(frozen=True)
class Stretch:
    """One job of a crawl."""

    job: Claimed
    source: Source
    website: Website
    number: int
    attempt: int
    is_scheduled: bool

    @property
    def scope(self) -> Scope:
        site = self.website
        return Scope(site.home, site.path_prefix, tuple(site.include_paths), tuple(site.exclude_paths))


@dataclass(frozen=True)
class Crawling:
    """The works on websites, with the world they need."""

    database: Database
    embedder: Embedder
    reader: Reader
    clock: Clock
    web: Web
    former: Embedder | None = None  # of agents that are not on `embedder` yet
    _robots: dict[tuple[UUID, int, str], Robots] = field(default_factory=dict[tuple[UUID, int, str], Robots])

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {CRAWL: self.crawl, REFRESH: self.refresh, GIVE_UP_CRAWL: self.give_up}

    async def crawl(self, job: Claimed) -> None:
        """One stretch. The next one is enqueued, or the crawl ends."""
        stretch = await self._begin(job)
        if stretch is None:
            return
        rules = await self._robots_of(stretch)
        if isinstance(rules, Failure):
            await self._site_failed(stretch, rules)
            return
        if job.args.get("stretch", "1") == "1" and stretch.source.kind == "website":
            await self._take_sitemaps(stretch, rules)
        walked = await self._walk(stretch, rules)
        if walked.site_failure is not None:
            await self._site_failed(stretch, walked.site_failure)
        else:
            await Tidying(self.database, walked.embedder, self.clock, job, stretch.source.id).tidy()
            await self._end(stretch, next_stretch=1 if walked.has_moved else 2)

    async def refresh(self, job: Claimed) -> None:
        """The time has come to read a website again, unless somebody changed that meanwhile."""
        async with self.database.transaction(job.workspace_id) as tx:
            source = await queries.lock_source(tx, UUID(job.args["source_id"]))
            await confirm(tx, job)
            due = (
                source is not None
                and source.next_refresh_at is not None
                and source.next_refresh_at <= self.clock()
            )
            if source is None or not due or source.status in {Status.PENDING, Status.PROCESSING}:
                return
            await begin_crawl(tx, source, cause="scheduled", at=self.clock())
            await record_change(tx, source, self.clock())

    async def give_up(self, job: Claimed) -> None:
        """The heir of a stretch that died too often: its owner is told, and what was read stays."""
        async with self.database.transaction(job.workspace_id) as tx:
            source = await queries.lock_source(tx, UUID(job.args["source_id"]))
            await confirm(tx, job)
            if source is not None:
                sentence = "Reading this website was interrupted several times. Read it again to go on."
                await end_crawl(tx, source, failure=sentence, at=self.clock())
                await record_change(tx, source, self.clock())

    async def _begin(self, job: Claimed) -> Stretch | None:
        """None when the source is gone, or this crawl is over."""
        async with self.database.transaction(job.workspace_id) as tx:
            source = await queries.lock_source(tx, UUID(job.args["source_id"]))
            await confirm(tx, job)
            website = await queries.find_website(tx, source.id) if source else None
            number = int(job.args["crawl"])
            if source is None or website is None or website.crawl != number:
                return None
            if source.status not in {Status.PENDING, Status.PROCESSING}:
                return None
            if source.status == Status.PENDING:
                await commands.start(tx, source, at=self.clock())
            crawl = next(iter(await queries.list_crawls(tx, source.id)))
        attempt = int(job.args.get("attempt", "1"))
        return Stretch(job, source, website, number, attempt, crawl.cause == "scheduled")

    async def _robots_of(self, stretch: Stretch) -> Robots | Failure:
        """Asked once per crawl and process; a site without rules allows everything (RFC 9309)."""
        key = (stretch.source.id, stretch.number, stretch.website.home)
        if key not in self._robots:
            answer = await self.web.fetch(f"{stretch.website.home}/robots.txt", lambda _url: None)
            if isinstance(answer, Failure) and answer.chance in {Chance.SITE, Chance.LATER}:
                return answer if answer.chance is Chance.SITE else failures.NO_ROBOTS
            text = (
                decoded(answer.body[: robots.MOST_BYTES], answer.content_type)
                if isinstance(answer, Fetched)
                else ""
            )
            while len(self._robots) >= _ROBOTS_KEPT:
                del self._robots[next(iter(self._robots))]
            self._robots[key] = Robots(text)
        rules = self._robots[key]
        self.web.pace_of(stretch.website.home).asked_gap_seconds = rules.delay_seconds
        return rules

    async def _take_sitemaps(self, stretch: Stretch, rules: Robots) -> None:
        """Pages that the site names itself, into the line."""
        home, scope = stretch.website.home, stretch.scope
        named = [normalized(address, home) for address in rules.sitemaps] or [f"{home}/sitemap.xml"]
        waiting = [address for address in named if address is not None and scope.is_same_site(address)]
        for place in range(MOST_SITEMAPS):
            if place >= len(waiting):
                return
            answer = await self.web.fetch(waiting[place], lambda _url: None)
            if not isinstance(answer, Fetched):
                continue
            sitemap = read_sitemap(answer.body, answer.url)
            waiting += [more for more in sitemap.sitemaps if scope.is_same_site(more) and more not in waiting]
            pages = dict.fromkeys(scope.at_home(url) for url in sitemap.pages)
            ours = [url for url in pages if scope.refusal(url) is None and rules.allows(url)]
            async with self.database.transaction(stretch.job.workspace_id) as tx:
                await self._still_ours(tx, stretch)
                await add_pages(tx, stretch.website, ours, depth=SITEMAP_DEPTH, at=self.clock())

    async def _walk(self, stretch: Stretch, rules: Robots) -> Settling:
        """Visit pages until the time is up or none is due."""
        async with self.database.transaction(stretch.job.workspace_id) as tx:
            embedders = Embedders(self.embedder, self.former or self.embedder)
            embedder = await current_embedder(tx, stretch.source.agent_id, embedders)
        settling = Settling(self.database, embedder, self.clock, stretch.job, stretch.website)
        walker = Walker(
            self.web, self.reader, stretch.scope, rules, is_whole_site=stretch.source.kind == "website"
        )
        loop = asyncio.get_running_loop()
        until = loop.time() + STRETCH_SECONDS
        while loop.time() < until and settling.goes_on:
            async with self.database.transaction(stretch.job.workspace_id) as tx:
                line = await queries.next_pages(tx, stretch.source.id, now=self.clock(), limit=BATCH)
            if not line:
                break
            if line[0].depth == 0:
                del line[1:]  # it tells where the site is at home
            await _visit_all(line, walker, settling, conditional=stretch.is_scheduled, until=until)
        return settling

    async def _end(self, stretch: Stretch, *, next_stretch: int) -> None:
        """Enqueue the next stretch while pages wait; otherwise the crawl is over. The first one reads the sitemaps."""
        async with self.database.transaction(stretch.job.workspace_id) as tx:
            source = await self._still_ours(tx, stretch)
            due = await queries.waits_until(tx, source.id)
            if due is None:
                await end_crawl(tx, source, at=self.clock())
            else:
                await go_on(tx, source, stretch.number, stretch=next_stretch, not_before=due)
            await record_change(tx, source, self.clock())

    async def _site_failed(self, stretch: Stretch, failure: Failure) -> None:
        """Try the site a few times before it counts as failed; what was read earlier stays."""
        async with self.database.transaction(stretch.job.workspace_id) as tx:
            source = await self._still_ours(tx, stretch)
            hopeless = (
                failure in {failures.UNKNOWN_HOST, failures.PRIVATE} or "another website" in failure.sentence
            )
            if hopeless or stretch.attempt >= failures.MOST_ATTEMPTS:
                await end_crawl(tx, source, failure=failure.sentence, at=self.clock())
            else:
                pause = timedelta(seconds=failures.pause_seconds(failure, stretch.attempt))
                await go_on(
                    tx,
                    source,
                    stretch.number,
                    stretch=int(stretch.job.args.get("stretch", "1")),
                    attempt=stretch.attempt + 1,
                    not_before=self.clock() + pause,
                )
            await record_change(tx, source, self.clock())

    async def _still_ours(self, tx: Transaction, stretch: Stretch) -> Source:
        """The source, locked, and the job, held: in the order that a removal locks them. `LeaseLost` when either is gone."""
        source = await queries.lock_source(tx, stretch.source.id)
        await confirm(tx, stretch.job)
        return source or stretch.source


async def _visit_all(
    line: list[Page], walker: Walker, settling: Settling, *, conditional: bool, until: float
) -> None:
    """A few pages at once; what is not visited in time keeps waiting."""

    async def visit_in_turn() -> None:
        while line and settling.goes_on and asyncio.get_running_loop().time() < until:
            page = line.pop(0)
            await settling.settle(page, await walker.visit(page, conditional=conditional))

    try:
        async with asyncio.TaskGroup() as visitors:
            for _ in range(min(AT_ONCE, len(line))):
                visitors.create_task(visit_in_turn())
    except ExceptionGroup as several:
        raise several.exceptions[0] from several  # a lost lease must look like one to the runner
