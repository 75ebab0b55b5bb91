"""Training a source: load what was given, read it apart, embed it, publish it. Nothing is locked while it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell.embedding.choosing import Embedders
from deskbell.embedding.embedder import Embedder
from deskbell.embedding.remote import EmbedderFailed
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Work, confirm
from deskbell.knowledge import commands, queries
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.commands.giving import FORGET, TRAIN, forget
from deskbell.knowledge.jobs.learning import current_embedder, learn
from deskbell.knowledge.reading import Reading, Unreadable
from deskbell.knowledge.reading.blocks import retitled
from deskbell.knowledge.reading.formats import name_of_text
from deskbell.knowledge.reading.plain import blocks_of
from deskbell.knowledge.reading.rows.questions import pairs_of, reading_of
from deskbell.knowledge.tables import Source

GIVE_UP = "knowledge.give_up"


@dataclass(frozen=True)
class Training:
    """The works of this slice, with the world they need."""

    database: Database
    embedder: Embedder
    reader: Reader
    clock: Clock
    former: Embedder | None = None  # of agents that are not on `embedder` yet

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {TRAIN: self.train, GIVE_UP: self.give_up, FORGET: self.forget}

    async def train(self, job: Claimed) -> None:
        """pending → processing → trained or failed. A source that was removed meanwhile is left alone."""
        source_id = UUID(job.args["source_id"])
        async with self.database.transaction(job.workspace_id) as tx:
            source = await queries.lock_source(tx, source_id)
            if source is None:
                return
            content = await queries.original(tx, source_id)
            await commands.start(tx, source, at=self.clock())
        try:
            learned = await self._learn(job, source, content)
        except (Unreadable, EmbedderFailed) as unreadable:
            await self._settle_failure(job, source_id, unreadable.sentence)
            return
        async with self.database.transaction(job.workspace_id) as tx:
            # The source before the job, as a removal locks them: the other order could deadlock.
            current = await queries.lock_source(tx, source_id)
            await confirm(tx, job)
            if current is not None:
                await commands.publish(tx, current, learned, at=self.clock())

    async def forget(self, job: Claimed) -> None:
        """A source that was removed and that nobody has brought back."""
        async with self.database.transaction(job.workspace_id) as tx:
            source = await queries.lock_removed_source(tx, UUID(job.args["source_id"]))
            await confirm(tx, job)
            if source is not None:
                await forget(tx, source)

    async def give_up(self, job: Claimed) -> None:
        """The heir of a training that died too often: its owner is told."""
        sentence = (
            "Reading this source was interrupted several times. Try again; if it fails again, split the file."
        )
        await self._settle_failure(job, UUID(job.args["source_id"]), sentence)

    async def _settle_failure(self, job: Claimed, source_id: UUID, sentence: str) -> None:
        async with self.database.transaction(job.workspace_id) as tx:
            source = await queries.lock_source(tx, source_id)
            await confirm(tx, job)
            if source is not None:
                await commands.fail(tx, source, sentence=sentence, at=self.clock())

    async def _learn(self, job: Claimed, source: Source, content: bytes) -> commands.Learned:
        reading = await self._read(source, content)
        async with self.database.transaction(job.workspace_id) as tx:
            document = await queries.document_of(tx, source.id)
            embedders = Embedders(self.embedder, self.former or self.embedder)
            embedder = await current_embedder(tx, source.agent_id, embedders)
            known = await queries.comparable_passages(tx, document.id, embedder.name) if document else []
        return (await learn(embedder, reading, known)).learned

    async def _read(self, source: Source, content: bytes) -> Reading:
        if source.pairs is not None:
            return reading_of(source.title, pairs_of(content))
        if source.kind == "qa":
            return Reading(source.title, tuple(blocks_of(content.decode())))
        if source.file_name is not None:
            return await self.reader.read(content, source.file_name)
        reading = await self.reader.read(content, name_of_text(content))
        return retitled(reading, source.title, no_title="Text")
