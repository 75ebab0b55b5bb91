"""How websites are read: what belongs to one, a row per page, what each crawl changed, what the owner should look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID


class PageStatus(StrEnum):
    """waiting → read, skipped (on purpose), failed (may work another time) or removed (it is gone from the site)."""

    WAITING = "waiting"
    READ = "read"
    SKIPPED = "skipped"
    FAILED = "failed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Website:
    """What belongs to a website. `home` is its origin, `crawl` the number of its latest crawl."""

    source_id: UUID
    home: str
    path_prefix: str
    include_paths: Sequence[str]
    exclude_paths: Sequence[str]
    max_pages: int
    max_depth: int
    crawl: int


@dataclass(frozen=True)
class Seen:
    """What an answer said about a page: for asking again on conditions, and to tell copies apart. `reading` is all that was
    read in it, packed, and `lines` the faces of that; None when the answer did not bring it.
    """

    etag: str | None = None
    last_modified: str | None = None
    sha256: bytes | None = None
    reading: bytes | None = None
    lines: Sequence[int] | None = None


@dataclass(frozen=True)
class Page:
    """One address of a website. `reason` is a sentence; `same_as` is the address of the page that stands for this one."""

    id: UUID
    url: str
    depth: int
    status: PageStatus
    reason: str | None
    same_as: str | None
    document_id: UUID | None
    etag: str | None
    last_modified: str | None
    sha256: bytes | None
    attempts: int
    found_at: datetime
    checked_at: datetime | None

    @property
    def is_set_aside(self) -> bool:
        """Whether it was looked at and nothing can be found in it."""
        return self.status in {PageStatus.SKIPPED, PageStatus.FAILED, PageStatus.REMOVED}

    @property
    def seen(self) -> Seen:
        return Seen(self.etag, self.last_modified, self.sha256)


@dataclass(frozen=True)
class Crawl:
    """One time a website was read, and how many pages that changed."""

    number: int
    cause: Literal["added", "again", "failed_pages", "scheduled"]
    started_at: datetime
    ended_at: datetime | None
    added: int
    changed: int
    removed: int
    unchanged: int
    failed: int


@dataclass(frozen=True)
class PageChange:
    """A document that came, changed or went. `passages` are the first that came and went: kind, path, text."""

    document_id: UUID
    kind: Literal["added", "changed", "removed"]
    title: str
    url: str
    version: int
    passages_added: int
    passages_removed: int
    passages: Sequence[Mapping[str, str]]
    at: datetime


@dataclass(frozen=True)
class Flag:
    """Something the owner should look at: two passages that contradict each other, or one of a time gone by."""

    id: UUID
    agent_id: UUID
    kind: Literal["conflict", "stale"]
    passage_id: UUID
    other_id: UUID | None
    sentence: str
    words: str
    other_words: str
    found_at: datetime
    dismissed_at: datetime | None
