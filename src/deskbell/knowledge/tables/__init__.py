"""The rows of this slice: what was given, what was understood, and how websites are read."""

from deskbell.knowledge.tables.sources import (
    Document,
    Original,
    Passage,
    Refresh,
    Source,
    Status,
    Version,
)
from deskbell.knowledge.tables.vectors import StoredEmbedder, VectorSet
from deskbell.knowledge.tables.websites import Crawl, Flag, Page, PageChange, PageStatus, Seen, Website

__all__ = [
    "Crawl",
    "Document",
    "Flag",
    "Original",
    "Page",
    "PageChange",
    "PageStatus",
    "Passage",
    "Refresh",
    "Seen",
    "Source",
    "Status",
    "StoredEmbedder",
    "VectorSet",
    "Version",
    "Website",
]
