"""The worker's verbs on a source: it is being read, it is learned, it failed. Each changes the row and records it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from deskbell.events.commands import record
from deskbell.events.types import SourceChanged
from deskbell.kit.db import Transaction
from deskbell.knowledge import queries
from deskbell.knowledge.commands.documents import Learned, write_document
from deskbell.knowledge.commands.flags import look_again
from deskbell.knowledge.tables import Source


async def start(tx: Transaction, source: Source, *, at: datetime) -> None:
    """The worker begins to read."""
    await tx.run(
        "UPDATE sources SET status = 'processing', failure = NULL WHERE workspace_id = %(w)s AND id = %(id)s",
        w=tx.workspace,
        id=source.id,
    )
    await record_change(tx, source, at)


async def publish(tx: Transaction, source: Source, learned: Learned, *, at: datetime) -> None:
    """From this commit on, the agent answers from it. What an earlier reading said otherwise is gone in the same instant."""
    document = await queries.document_of(tx, source.id)
    await write_document(tx, source, document, learned, url=source.url, at=at)
    await tx.run(
        """
        UPDATE sources SET status = 'trained', failure = NULL, trained_at = %(at)s, last_read_at = %(at)s, pages = 1,
                           title = left(%(title)s, 300), passages = %(passages)s, words = %(words)s, warnings = %(warnings)s
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        at=at,
        title=learned.reading.title,
        passages=len(learned.passages.cuts) + len(learned.kept),
        words=learned.reading.words,
        warnings=list(learned.reading.warnings),
        w=tx.workspace,
        id=source.id,
    )
    await look_again(tx, source.agent_id, at=at)
    await record_change(tx, source, at)


async def fail(tx: Transaction, source: Source, *, sentence: str, at: datetime) -> None:
    """It could not be read; `sentence` says why and what to do. An earlier reading stays in use."""
    await tx.run(
        "UPDATE sources SET status = 'failed', failure = %(sentence)s WHERE workspace_id = %(w)s AND id = %(id)s",
        sentence=sentence,
        w=tx.workspace,
        id=source.id,
    )
    await record_change(tx, source, at)


async def count_answer(tx: Transaction, source_ids: Collection[UUID]) -> None:
    """An answer was given from these sources. Not worth an event: lists read it when they are opened."""
    await tx.run(
        """
        UPDATE sources SET answers_used = answers_used + 1
        WHERE workspace_id = %(w)s AND id = ANY(%(ids)s)
        """,
        w=tx.workspace,
        ids=sorted(set(source_ids)),
    )


async def record_change(tx: Transaction, source: Source, at: datetime) -> None:
    changed = await queries.find_source(tx, source.id)
    if changed is not None:
        record(tx, SourceChanged(at=at, source=changed.row()))
