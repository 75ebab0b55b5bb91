"""Everything that reads what the agent knows: sources, documents, and finding passages."""

from deskbell.knowledge.queries.finding import CANDIDATES, as_literal, find_passages
from deskbell.knowledge.queries.sources import (
    document_of,
    find_document,
    find_file,
    find_source,
    is_unchanged,
    list_sources,
    lock_source,
    original,
    passages_of,
)

__all__ = [
    "CANDIDATES",
    "as_literal",
    "document_of",
    "find_document",
    "find_file",
    "find_passages",
    "find_source",
    "is_unchanged",
    "list_sources",
    "lock_source",
    "original",
    "passages_of",
]
