"""Members give content and take it back. Each source is trained by a job of the same transaction."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from deskbell.events.commands import record
from deskbell.events.types import SourceAdded, SourceChanged, SourceRemoved
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, Refused
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Job, cancel, enqueue
from deskbell.knowledge import queries
from deskbell.knowledge.commands.corpus import forget_passages
from deskbell.knowledge.commands.crawls import begin_crawl, schedule, timer_key
from deskbell.knowledge.commands.websites import read_website_again
from deskbell.knowledge.reading.formats import refusal
from deskbell.knowledge.reading.rows.questions import Pair, written
from deskbell.knowledge.tables import Source, Status

TRAIN = "knowledge.train"
FORGET = "knowledge.forget_source"
KEPT_AFTER_REMOVAL = timedelta(minutes=10)


async def add_text(tx: Transaction, agent_id: UUID, *, title: str, text: str, at: datetime) -> Source:
    """Pasted text; Markdown is understood."""
    return await _add(tx, agent_id, kind="text", title=title, content=text.encode(), at=at)


async def add_question(
    tx: Transaction, agent_id: UUID, *, question: str, answer: str, at: datetime
) -> Source:
    """A question with the answer that visitors shall read."""
    return await _add(tx, agent_id, kind="qa", title=question, content=answer.encode(), at=at)


async def add_questions(
    tx: Transaction, agent_id: UUID, *, title: str, pairs: Sequence[Pair], at: datetime
) -> Source:
    """Many questions with their answers, kept and corrected together."""
    content = written(pairs)
    return await _add(tx, agent_id, kind="qa", title=title, content=content, at=at, pairs=len(pairs))


async def add_file(
    tx: Transaction, agent_id: UUID, *, file_name: str, content: bytes, at: datetime, url: str | None = None
) -> Source:
    """A file as it was uploaded. `url` is where visitors can read it. `Refused` when it is not a file we read."""
    if sentence := refusal(file_name, len(content)):
        raise Refused("file_refused", sentence, file_name=file_name)
    return await _add(tx, agent_id, kind="file", title=file_name, content=content, at=at, url=url)


async def replace_file(
    tx: Transaction, source: Source, *, content: bytes, url: str | None, at: datetime
) -> Source:
    """A newer version of a file. The old passages answer until the new ones are ready."""
    await tx.run(
        "UPDATE originals SET content = %(content)s WHERE workspace_id = %(w)s AND source_id = %(id)s",
        content=content,
        w=tx.workspace,
        id=source.id,
    )
    await tx.run(
        "UPDATE sources SET sha256 = %(sha256)s, url = %(url)s WHERE workspace_id = %(w)s AND id = %(id)s",
        sha256=hashlib.sha256(content).digest(),
        url=url,
        w=tx.workspace,
        id=source.id,
    )
    return await train_again(tx, source, at=at)


async def retry(tx: Transaction, source: Source, *, at: datetime) -> Source:
    """Read it once more. Takes the locked source; `Conflict` while it is being read anyway."""
    if source.status in {Status.PENDING, Status.PROCESSING}:
        raise Conflict("already_training", "This source is being read right now. Wait a moment.")
    if source.is_crawled:
        return await read_website_again(tx, source, at=at)
    return await train_again(tx, source, at=at)


async def remove(tx: Transaction, source: Source, *, at: datetime) -> None:
    """From the commit on nobody finds anything in it, and running work on it is stopped. It can be brought back for a moment."""
    await cancel(tx, tx.workspace, _serial_key(source.id))
    await cancel(tx, tx.workspace, timer_key(source.id))
    await tx.run(
        "UPDATE sources SET removed_at = %(at)s WHERE workspace_id = %(w)s AND id = %(id)s",
        at=at,
        w=tx.workspace,
        id=source.id,
    )
    await enqueue(
        tx,
        Job(
            FORGET,
            tx.workspace,
            {"source_id": str(source.id)},
            serial_key=_forget_key(source.id),
            run_after=at + KEPT_AFTER_REMOVAL,
        ),
    )
    record(tx, SourceRemoved(at=at, source_id=source.id, agent_id=source.agent_id))


async def bring_back(tx: Transaction, source: Source, *, at: datetime) -> Source:
    """Takes the locked source that was removed. All of it is as it was: passages, versions, and when it is read again. What was
    being read begins anew.
    """
    await cancel(tx, tx.workspace, _forget_key(source.id))
    await tx.run(
        "UPDATE sources SET removed_at = NULL WHERE workspace_id = %(w)s AND id = %(id)s",
        w=tx.workspace,
        id=source.id,
    )
    if source.status in {Status.PENDING, Status.PROCESSING}:
        if source.is_crawled:
            await begin_crawl(tx, source, cause="again", at=at)
        else:
            await train_again(tx, source, at=at)
    elif source.is_crawled:
        await schedule(tx, source.id, at=at)
    back = await _just_written(tx, source.id)
    record(tx, SourceAdded(at=at, source=back.row()))
    return back


async def forget(tx: Transaction, source: Source) -> None:
    """A source that was removed, with everything that was learned from it."""
    await forget_passages(tx, source)
    await tx.run(
        "DELETE FROM sources WHERE workspace_id = %(w)s AND id = %(id)s", w=tx.workspace, id=source.id
    )


async def _add(
    tx: Transaction,
    agent_id: UUID,
    *,
    kind: str,
    title: str,
    content: bytes,
    at: datetime,
    url: str | None = None,
    pairs: int | None = None,
) -> Source:
    source_id = new_id()
    await tx.run(
        """
        WITH source AS (
          INSERT INTO sources (workspace_id, id, agent_id, kind, title, file_name, url, sha256, pairs, status, created_at)
          VALUES (%(w)s, %(id)s, %(agent_id)s, %(kind)s, left(%(title)s, 300),
                  CASE WHEN %(kind)s = 'file' THEN left(%(title)s, 300) END, %(url)s, %(sha256)s, %(pairs)s,
                  'pending', %(at)s)
        )
        INSERT INTO originals (workspace_id, source_id, content) VALUES (%(w)s, %(id)s, %(content)s)
        """,
        w=tx.workspace,
        id=source_id,
        agent_id=agent_id,
        kind=kind,
        title=title,
        url=url,
        pairs=pairs,
        sha256=hashlib.sha256(content).digest(),
        content=content,
        at=at,
    )
    source = await _just_written(tx, source_id)
    await enqueue(tx, _training(source))
    record(tx, SourceAdded(at=at, source=source.row()))
    return source


async def train_again(tx: Transaction, source: Source, *, at: datetime) -> Source:
    await tx.run(
        "UPDATE sources SET status = 'pending', failure = NULL WHERE workspace_id = %(w)s AND id = %(id)s",
        w=tx.workspace,
        id=source.id,
    )
    pending = await _just_written(tx, source.id)
    await enqueue(tx, _training(pending))
    record(tx, SourceChanged(at=at, source=pending.row()))
    return pending


async def _just_written(tx: Transaction, source_id: UUID) -> Source:
    source = await queries.find_source(tx, source_id)
    assert source is not None  # noqa: S101 - written by this transaction
    return source


def _training(source: Source) -> Job:
    return Job(
        TRAIN,
        source.workspace_id,
        {"source_id": str(source.id)},
        serial_key=_serial_key(source.id),
        dedupe_key=str(source.id),
    )


def _serial_key(source_id: UUID) -> str:
    return f"source:{source_id}"


def _forget_key(source_id: UUID) -> str:
    return f"forget:{source_id}"
