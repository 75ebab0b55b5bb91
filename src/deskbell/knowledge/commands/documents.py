"""Writing documents: a first version, the next one, taking one out. Passages that stay the same keep ids and vectors."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.knowledge import queries
from deskbell.knowledge.commands.corpus import Vectorized, forget_some, write_passages
from deskbell.knowledge.reading import Reading
from deskbell.knowledge.reading.blocks import body
from deskbell.knowledge.tables import Document, Source

VERSIONS_KEPT = 20


@dataclass(frozen=True)
class Learned:
    """What became of a reading: its text, the passages that are new with their vectors, and those that stay:
    id → place in the new reading."""

    reading: Reading
    passages: Vectorized
    kept: Mapping[UUID, int]


def fingerprint(reading: Reading) -> bytes:
    """Two readings with the same fingerprint say the same."""
    return hashlib.sha256(f"{reading.title}\n{body(reading)}".encode()).digest()


async def write_document(
    tx: Transaction,
    source: Source,
    document: Document | None,
    learned: Learned,
    *,
    url: str | None,
    at: datetime,
) -> Document:
    """A first version, or the next one when anything changed. From the commit on, the agent answers from it."""
    if document is None:
        document_id = await _insert(tx, source, learned, url, at)
    else:
        document_id = document.id
        changes = document.removed_at is not None or (document.title, document.body) != _text(learned)
        await _update(tx, document, learned, url, at, by=int(changes))
    await _settle_passages(tx, source, document_id, learned)
    written = await queries.find_document(tx, document_id)
    assert written is not None  # noqa: S101 - written by this transaction
    return written


async def take_out(tx: Transaction, source: Source, document: Document, *, at: datetime) -> None:
    """It is gone from its site: nothing is found in it any more. Its text stays for the answers that quoted it."""
    passages = await queries.passages_of_document(tx, document.id)
    await forget_some(tx, source, [passage.id for passage in passages])
    await tx.run(
        "UPDATE documents SET removed_at = %(at)s WHERE workspace_id = %(w)s AND id = %(id)s",
        at=at,
        w=tx.workspace,
        id=document.id,
    )


async def confirm_document(tx: Transaction, document_id: UUID, *, at: datetime) -> None:
    """It was looked at again and says the same."""
    await tx.run(
        "UPDATE documents SET read_at = %(at)s WHERE workspace_id = %(w)s AND id = %(id)s",
        at=at,
        w=tx.workspace,
        id=document_id,
    )


async def _insert(tx: Transaction, source: Source, learned: Learned, url: str | None, at: datetime) -> UUID:
    document_id = new_id()
    title, text = _text(learned)
    await tx.run(
        """
        INSERT INTO documents (workspace_id, id, source_id, agent_id, title, url, sha256, body, words, read_at)
        VALUES (%(w)s, %(id)s, %(source_id)s, %(agent_id)s, %(title)s, %(url)s, %(sha256)s, %(body)s, %(words)s, %(at)s)
        """,
        w=tx.workspace,
        id=document_id,
        source_id=source.id,
        agent_id=source.agent_id,
        title=title,
        url=url,
        sha256=fingerprint(learned.reading),
        body=text,
        words=learned.reading.words,
        at=at,
    )
    return document_id


async def _update(
    tx: Transaction, document: Document, learned: Learned, url: str | None, at: datetime, *, by: int
) -> None:
    if by:
        await _keep_version(tx, document)
    title, text = _text(learned)
    await tx.run(
        """
        UPDATE documents SET version = version + %(by)s, title = %(title)s, url = %(url)s, sha256 = %(sha256)s,
                             body = %(body)s, words = %(words)s, read_at = %(at)s, removed_at = NULL
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        by=by,
        title=title,
        url=url,
        sha256=fingerprint(learned.reading),
        body=text,
        words=learned.reading.words,
        at=at,
        w=tx.workspace,
        id=document.id,
    )


async def _keep_version(tx: Transaction, document: Document) -> None:
    """What an answer of yesterday quoted can be opened tomorrow; the oldest versions make room."""
    await tx.run(
        """
        INSERT INTO document_versions (workspace_id, document_id, version, title, body, words, read_at)
        SELECT workspace_id, id, version, title, body, words, read_at FROM documents
        WHERE workspace_id = %(w)s AND id = %(id)s
        """,
        w=tx.workspace,
        id=document.id,
    )
    await tx.run(
        "DELETE FROM document_versions WHERE workspace_id = %(w)s AND document_id = %(id)s AND version <= %(last)s",
        w=tx.workspace,
        id=document.id,
        last=document.version - VERSIONS_KEPT,
    )


async def _settle_passages(tx: Transaction, source: Source, document_id: UUID, learned: Learned) -> None:
    before = await queries.passages_of_document(tx, document_id)
    gone = [passage.id for passage in before if passage.id not in learned.kept]
    if gone:
        await forget_some(tx, source, gone)
    moved = {p.id: learned.kept[p.id] for p in before if learned.kept.get(p.id, p.ordinal) != p.ordinal}
    if moved:
        await tx.run(
            """
            UPDATE passages SET ordinal = m.ordinal FROM unnest(%(ids)s::uuid[], %(places)s::integer[]) AS m(id, ordinal)
            WHERE workspace_id = %(w)s AND passages.id = m.id
            """,
            ids=list(moved),
            places=list(moved.values()),
            w=tx.workspace,
        )
    if learned.passages.cuts:
        await write_passages(tx, source, document_id, learned.passages)


def _text(learned: Learned) -> tuple[str, str]:
    return learned.reading.title[:300], body(learned.reading)
