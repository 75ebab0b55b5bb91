"""What a site says around most of its pages leaves them, and stays on one. Looked at after each stretch of a crawl.

Nothing is fetched for this: a page keeps what was read in it. A worker that dies on the way leaves `site_lines` as they were,
so the next one does the same again; what was cut anew already stays as it is.
"""

from dataclasses import dataclass
from uuid import UUID

from deskbell.embedding.embedder import Embedder
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import Claimed, LeaseLost, confirm
from deskbell.knowledge import queries
from deskbell.knowledge.commands.documents import fingerprint, write_document
from deskbell.knowledge.commands.pages import keep_site_lines, page_cut_anew
from deskbell.knowledge.jobs.learning import learn
from deskbell.knowledge.queries.site_lines import LinesOfPage
from deskbell.knowledge.reading.packing import unpacked
from deskbell.knowledge.reading.web.site import left_to_others, own
from deskbell.knowledge.tables import Source


@dataclass(frozen=True)
class Tidying:
    """One look at a website, with the world it needs."""

    database: Database
    embedder: Embedder
    clock: Clock
    job: Claimed
    source_id: UUID

    async def tidy(self) -> None:
        """Cut those pages anew whose lines became lines of the site, or are theirs again."""
        async with self.database.transaction(self.job.workspace_id) as tx:
            before = await queries.site_lines(tx, self.source_id)
            now = await queries.lines_of_most_pages(tx, self.source_id)
            changed = [face for face in before.keys() | now.keys() if before.get(face) != now.get(face)]
            pages = await queries.pages_that_say(tx, self.source_id, changed) if changed else []
        for page in pages:
            left, leaves = (left_to_others(page.page_id, lines) for lines in (before, now))
            if left.intersection(page.lines) != leaves.intersection(page.lines):
                await self._cut_anew(page, leaves)
        if changed:
            async with self.database.transaction(self.job.workspace_id) as tx:
                await self._hold(tx)
                await keep_site_lines(tx, self.source_id, now)

    async def _cut_anew(self, page: LinesOfPage, leaves: frozenset[int]) -> None:
        async with self.database.transaction(self.job.workspace_id) as tx:
            content = await queries.packed_reading(tx, page.page_id)
            document = await queries.find_document(tx, page.document_id)
            known = await queries.comparable_passages(tx, page.document_id, self.embedder.name)
        if content is None or document is None or document.removed_at is not None:
            return
        reading = own(unpacked(content), leaves)
        if fingerprint(reading) == document.sha256:
            return
        lesson = await learn(self.embedder, reading, known)
        async with self.database.transaction(self.job.workspace_id) as tx:
            source = await self._hold(tx)
            await write_document(tx, source, document, lesson.learned, url=document.url, at=document.read_at)
            await page_cut_anew(tx, page.page_id, fingerprint(reading))

    async def _hold(self, tx: Transaction) -> Source:
        """The source before the job, as a removal locks them."""
        source = await queries.lock_source(tx, self.source_id)
        await confirm(tx, self.job)
        if source is None:
            raise LeaseLost("the source is gone")
        return source
