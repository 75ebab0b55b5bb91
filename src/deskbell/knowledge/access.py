"""The door to a source: strangers cannot tell that it exists."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.knowledge import queries
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.tables import Document, Source

__all__ = ["Document", "Found", "Source", "open_document", "open_source", "open_source_to_change"]


async def open_source(tx: Transaction, source_id: UUID) -> Source:
    """The source of this transaction's workspace, or `NotFound`."""
    return _there(await queries.find_source(tx, source_id))


async def open_source_to_change(tx: Transaction, source_id: UUID) -> Source:
    """The same, locked until the commit."""
    return _there(await queries.lock_source(tx, source_id))


async def open_document(tx: Transaction, document_id: UUID) -> Document:
    """What was understood of a source, or `NotFound`."""
    document = await queries.find_document(tx, document_id)
    if document is None:
        raise NotFound("document_not_found", "This document does not exist any more, or it is not yours.")
    return document


def _there(source: Source | None) -> Source:
    if source is None:
        raise NotFound("source_not_found", "This source does not exist any more, or it is not yours.")
    return source
