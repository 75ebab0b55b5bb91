"""The door to a source: strangers cannot tell that it exists."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound, Refused
from deskbell.knowledge import queries
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.tables import Document, Flag, Page, PageStatus, Refresh, Source, Status, Version

__all__ = [
    "Document",
    "Found",
    "Page",
    "PageStatus",
    "Refresh",
    "Source",
    "Status",
    "open_document",
    "open_flag",
    "open_removed_source",
    "open_source",
    "open_source_to_change",
    "open_version",
    "open_written_source",
]


async def open_source(tx: Transaction, source_id: UUID) -> Source:
    """The source of this transaction's workspace, or `NotFound`."""
    return _there(await queries.find_source(tx, source_id))


async def open_source_to_change(tx: Transaction, source_id: UUID) -> Source:
    """The same, locked until the commit."""
    return _there(await queries.lock_source(tx, source_id))


async def open_removed_source(tx: Transaction, source_id: UUID) -> Source:
    """One that was removed a moment ago, locked until the commit; `NotFound` once it is forgotten."""
    source = await queries.lock_removed_source(tx, source_id)
    if source is None:
        raise NotFound("source_not_found", "This source cannot be brought back any more. Add it again.")
    return source


async def open_written_source(tx: Transaction, source_id: UUID) -> Source:
    """A source that a member wrote: pasted text or questions. `Refused` for files and websites."""
    source = await open_source(tx, source_id)
    if source.kind not in {"text", "qa"}:
        raise Refused("not_written", "Files and websites are changed where they come from, not here.")
    return source


async def open_document(tx: Transaction, document_id: UUID) -> Document:
    """What was understood of a source, or `NotFound`."""
    document = await queries.find_document(tx, document_id)
    if document is None:
        raise NotFound("document_not_found", "This document does not exist any more, or it is not yours.")
    return document


async def open_version(tx: Transaction, document: Document, version: int) -> Version:
    """A document as it was then, or `NotFound` when so old a version is not kept any more."""
    found = await queries.find_version(tx, document.id, version)
    if found is None:
        raise NotFound("version_not_found", "This version is not kept any more.")
    return found


async def open_flag(tx: Transaction, flag_id: UUID) -> Flag:
    """A flag on passages that are still there, or `NotFound`."""
    flag = await queries.find_flag(tx, flag_id)
    if flag is None:
        raise NotFound("flag_not_found", "This is settled already: the passage has changed or is gone.")
    return flag


def _there(source: Source | None) -> Source:
    if source is None:
        raise NotFound("source_not_found", "This source does not exist any more, or it is not yours.")
    return source
