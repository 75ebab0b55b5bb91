"""What a visit of a page comes to: one short transaction each. Progress is told at most once a second."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import assert_never
from uuid import UUID

from deskbell.embedding.embedder import Embedder
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import Claimed, LeaseLost, confirm
from deskbell.knowledge import queries
from deskbell.knowledge.client.site import NotModified
from deskbell.knowledge.commands.crawls import count
from deskbell.knowledge.commands.documents import fingerprint, write_document
from deskbell.knowledge.commands.pages import (
    Change,
    add_pages,
    count_change,
    move_home,
    note_change,
    page_read,
    page_unchanged,
    set_aside,
    try_page_later,
)
from deskbell.knowledge.commands.training import record_change
from deskbell.knowledge.crawling.addresses import origin_of, path_of, place_of
from deskbell.knowledge.crawling.failures import MOST_ATTEMPTS, Chance, Failure, pause_seconds
from deskbell.knowledge.crawling.scope import is_below
from deskbell.knowledge.freshness.changes import shown
from deskbell.knowledge.jobs.learning import Lesson, learn
from deskbell.knowledge.jobs.walking import Content, Skipped, StandsAside, Visit
from deskbell.knowledge.reading.web.site import left_to_others, own
from deskbell.knowledge.tables import Document, Page, PageStatus, Source, Website

SECONDS_BETWEEN_EVENTS = 1.0
_COPY = "It has the same text as another page."


class Settling:
    """Writes what was seen. `site_failure` is set when no page of the site can work; `has_moved` when its home did."""

    def __init__(
        self, database: Database, embedder: Embedder, clock: Clock, job: Claimed, website: Website
    ) -> None:
        self._database = database
        self.embedder = embedder
        self._clock = clock
        self._job = job
        self._website = website
        self._lines: Mapping[int, UUID] | None = None
        self._told_at = 0.0
        self.site_failure: Failure | None = None
        self.has_moved = False

    @property
    def goes_on(self) -> bool:
        """Whether another page may be visited in this stretch."""
        return self.site_failure is None and not self.has_moved

    async def settle(self, page: Page, visit: Visit) -> None:
        """After this, the page is not waiting any more, or waits for a later attempt."""
        match visit:
            case Content():
                await self._content(page, visit)
            case NotModified():
                await self._not_modified(page)
            case StandsAside():
                await self._stands_aside(page, visit)
            case Skipped():
                await self._aside(page, PageStatus.SKIPPED, visit.reason)
            case Failure():
                await self._failed(page, visit)
            case _:
                assert_never(visit)

    async def _content(self, page: Page, seen: Content) -> None:
        content = await self._own_content(page, seen)
        document = await self._known(page)
        sha256 = content.seen.sha256 or b""
        async with self._database.transaction(self._job.workspace_id) as tx:
            twin = await queries.same_text(tx, self._website.source_id, page, sha256)
        if twin is not None:
            await self._aside(page, PageStatus.SKIPPED, _COPY, same_as=twin)
            return
        if document is not None and document.removed_at is None and document.sha256 == sha256:
            await self._unchanged(page, document, content)
            return
        async with self._database.transaction(self._job.workspace_id) as tx:
            model = self.embedder.name
            before = await queries.comparable_passages(tx, document.id, model) if document else []
        lesson = await learn(self.embedder, content.reading, before)
        await self._publish(page, document, content, lesson)

    async def _own_content(self, page: Page, content: Content) -> Content:
        """Without what the site says around every page."""
        if self._lines is None:
            async with self._database.transaction(self._job.workspace_id) as tx:
                self._lines = await queries.site_lines(tx, self._website.source_id)
        reading = own(content.reading, left_to_others(page.id, self._lines))
        return replace(content, reading=reading, seen=replace(content.seen, sha256=fingerprint(reading)))

    async def _known(self, page: Page) -> Document | None:
        if page.document_id is None:
            return None
        async with self._database.transaction(self._job.workspace_id) as tx:
            return await queries.find_document(tx, page.document_id)

    async def _publish(self, page: Page, document: Document | None, content: Content, lesson: Lesson) -> None:
        async with self._database.transaction(self._job.workspace_id) as tx:
            source = await self._hold(tx)
            if twin := await queries.same_text(tx, source.id, page, content.seen.sha256 or b""):
                await self._take_out(tx, source, page, PageStatus.SKIPPED, _COPY, twin)  # it came meanwhile
                return
            written = await write_document(
                tx, source, document, lesson.learned, url=page.url, at=self._clock()
            )
            await page_read(tx, page, written.id, content.seen, at=self._clock())
            await self._take_links(tx, page, content)
            await note_change(tx, self._website, _change(document, written, lesson), at=self._clock())
            if source.kind == "page":
                await self._take_title(tx, source, written)
            await self._tell(tx, source)

    async def _unchanged(self, page: Page, document: Document, content: Content) -> None:
        async with self._database.transaction(self._job.workspace_id) as tx:
            source = await self._hold(tx)
            await page_unchanged(tx, page, document, content.seen, at=self._clock())
            await self._take_links(tx, page, content)
            await count_change(tx, self._website, "unchanged")
            await self._tell(tx, source)

    async def _not_modified(self, page: Page) -> None:
        document = await self._known(page)
        if document is None:
            await self._aside(
                page, PageStatus.FAILED, "The website says that nothing changed, but nothing is known."
            )
            return
        async with self._database.transaction(self._job.workspace_id) as tx:
            source = await self._hold(tx)
            await page_unchanged(tx, page, document, page.seen, at=self._clock())
            await count_change(tx, self._website, "unchanged")
            await self._tell(tx, source)

    async def _stands_aside(self, page: Page, aside: StandsAside) -> None:
        async with self._database.transaction(self._job.workspace_id) as tx:
            target = await queries.find_page(tx, self._website.source_id, aside.url)
        if aside.content is not None and target is not None and target.is_set_aside:
            await self._content(page, aside.content)  # two that name each other, or one that is no page
            return
        if page.depth == 0:
            await self._move_home(aside.url)
        async with self._database.transaction(self._job.workspace_id) as tx:
            source = await self._hold(tx)
            await self._take_out(tx, source, page, PageStatus.SKIPPED, aside.reason, aside.url)
            await add_pages(tx, self._website, [aside.url], depth=page.depth, at=self._clock())
            await self._tell(tx, source)

    async def _move_home(self, url: str) -> None:
        site = self._website
        home = origin_of(url)
        prefix = site.path_prefix if is_below(path_of(url), site.path_prefix) else place_of(url)
        if (home, prefix) != (site.home, site.path_prefix):
            async with self._database.transaction(self._job.workspace_id) as tx:
                await self._hold(tx)
                await move_home(tx, site.source_id, home=home, path_prefix=prefix)
            self.has_moved = True

    async def _failed(self, page: Page, failure: Failure) -> None:
        if failure.chance is Chance.SITE and page.depth == 0:
            self.site_failure = failure
        if failure.chance is Chance.GONE:
            await self._aside(
                page, PageStatus.REMOVED if page.document_id else PageStatus.FAILED, failure.sentence
            )
        elif failure.chance is Chance.NONE:
            await self._aside(page, PageStatus.FAILED, failure.sentence)
        else:
            await self._later(page, failure)

    async def _later(self, page: Page, failure: Failure) -> None:
        attempt = page.attempts + 1
        if attempt >= MOST_ATTEMPTS:
            await self._aside(page, PageStatus.FAILED, failure.sentence)
            return
        not_before = self._clock() + timedelta(seconds=pause_seconds(failure, attempt))
        async with self._database.transaction(self._job.workspace_id) as tx:
            source = await self._hold(tx)
            await try_page_later(tx, page, reason=failure.sentence, not_before=not_before)
            await self._tell(tx, source)

    async def _aside(
        self, page: Page, status: PageStatus, reason: str, *, same_as: str | None = None
    ) -> None:
        async with self._database.transaction(self._job.workspace_id) as tx:
            source = await self._hold(tx)
            await self._take_out(tx, source, page, status, reason, same_as)
            await self._tell(tx, source)

    async def _take_out(
        self,
        tx: Transaction,
        source: Source,
        page: Page,
        status: PageStatus,
        reason: str,
        same_as: str | None,
    ) -> None:
        gone = await set_aside(tx, source, page, status, reason=reason, same_as=same_as, at=self._clock())
        if gone is not None:
            await note_change(tx, self._website, Change("removed", gone), at=self._clock())

    async def _take_links(self, tx: Transaction, page: Page, content: Content) -> None:
        if page.depth < self._website.max_depth and content.links:
            await add_pages(tx, self._website, content.links, depth=page.depth + 1, at=self._clock())

    async def _take_title(self, tx: Transaction, source: Source, document: Document) -> None:
        await tx.run(
            "UPDATE sources SET title = %(title)s WHERE workspace_id = %(w)s AND id = %(id)s",
            title=document.title or source.title,
            w=tx.workspace,
            id=source.id,
        )

    async def _hold(self, tx: Transaction) -> Source:
        """The source before the job, as a removal locks them: the other order could deadlock."""
        source = await queries.lock_source(tx, self._website.source_id)
        await confirm(tx, self._job)
        if source is None:
            raise LeaseLost("the source is gone")
        return source

    async def _tell(self, tx: Transaction, source: Source) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._told_at >= SECONDS_BETWEEN_EVENTS:
            self._told_at = now
            await count(tx, source.id)
            await record_change(tx, source, self._clock())


def _change(before: Document | None, written: Document, lesson: Lesson) -> Change:
    """What a new text changed. Of a page that came, the passages are not repeated: all of them are new."""
    if before is None or before.removed_at is not None:
        return Change("added", written, passages_added=len(lesson.cuts))
    return Change(
        "changed",
        written,
        passages_added=len(lesson.comparison.new),
        passages_removed=len(lesson.comparison.gone),
        passages=shown(lesson.comparison, lesson.cuts),
    )
