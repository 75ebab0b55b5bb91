"""The shapes that several routes of this slice answer with."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from deskbell.knowledge.reading.rows.questions import Pair
from deskbell.knowledge.tables import Document, Page, PageStatus, Passage, Version, Website

MOST_PAIRS = 2_000  # questions of one source


class PassageOut(BaseModel):
    id: UUID
    path: str
    text: str
    words: int

    @classmethod
    def of(cls, passage: Passage) -> "PassageOut":
        return cls(id=passage.id, path=passage.path, text=passage.text, words=passage.words)


class PairOut(BaseModel):
    question: str
    answer: str

    @classmethod
    def of(cls, pair: Pair) -> "PairOut":
        return cls(question=pair.question, answer=pair.answer)


class WebsiteOut(BaseModel):
    """What belongs to a website. Patterns are paths with `*` for anything."""

    path_prefix: str
    include: list[str]
    exclude: list[str]
    max_pages: int
    max_depth: int

    @classmethod
    def of(cls, website: Website) -> "WebsiteOut":
        return cls(
            path_prefix=website.path_prefix,
            include=list(website.include_paths),
            exclude=list(website.exclude_paths),
            max_pages=website.max_pages,
            max_depth=website.max_depth,
        )


class PageOut(BaseModel):
    """A page of a website. `reason` says why it was skipped, failed or removed; `same_as` is the address of the page
    that is read in its place; `document_id` leads to what was understood of it.
    """

    id: UUID
    url: str
    status: PageStatus
    reason: str | None
    same_as: str | None
    document_id: UUID | None
    checked_at: datetime | None

    @classmethod
    def of(cls, page: Page) -> "PageOut":
        return cls(
            id=page.id,
            url=page.url,
            status=page.status,
            reason=page.reason,
            same_as=page.same_as,
            document_id=page.document_id,
            checked_at=page.checked_at,
        )


class PageList(BaseModel):
    """Pages by address. `counts` is of all pages of the source; `next_after` asks for the rest, None at the end."""

    pages: list[PageOut]
    counts: dict[PageStatus, int]
    next_after: str | None


class CrawlOut(BaseModel):
    """One time the website was read, and how many pages that changed. `ended_at` is None while it goes on."""

    number: int
    cause: Literal["added", "again", "failed_pages", "scheduled"]
    started_at: datetime
    ended_at: datetime | None
    added: int
    changed: int
    removed: int
    unchanged: int
    failed: int


class CrawlList(BaseModel):
    crawls: list[CrawlOut]


class PassageChange(BaseModel):
    kind: Literal["added", "removed"]
    path: str
    text: str


class PageChangeOut(BaseModel):
    """A page that came, changed or went. `passages` holds the first that came and went, in the order of the page."""

    document_id: UUID
    kind: Literal["added", "changed", "removed"]
    title: str
    url: str
    version: int
    passages_added: int
    passages_removed: int
    passages: list[PassageChange]
    at: datetime


class ChangeList(BaseModel):
    changes: list[PageChangeOut]


class DocumentOut(BaseModel):
    """A document in one of its versions. `removed_at`: it is gone from its site and answers nothing any more.

    `passages` are those of the latest version; for an earlier one the list is empty.
    """

    id: UUID
    source_id: UUID
    title: str
    url: str | None
    body: str
    words: int
    read_at: datetime
    version: int
    is_latest: bool
    removed_at: datetime | None
    passages: list[PassageOut]

    @classmethod
    def of(cls, document: Document, version: Version, passages: list[Passage]) -> "DocumentOut":
        return cls(
            id=document.id,
            source_id=document.source_id,
            title=version.title,
            url=document.url,
            body=version.body,
            words=version.words,
            read_at=version.read_at,
            version=version.version,
            is_latest=version.version == document.version,
            removed_at=document.removed_at,
            passages=[PassageOut.of(passage) for passage in passages],
        )


class VersionOut(BaseModel):
    version: int
    title: str
    words: int
    read_at: datetime


class VersionList(BaseModel):
    """The latest first."""

    versions: list[VersionOut]


class FlaggedPassage(BaseModel):
    """A passage with a flag on it; `words` are those that the flag is about, letter by letter as the passage has them."""

    passage_id: UUID
    document_id: UUID
    source_id: UUID
    version: int
    title: str
    url: str | None
    path: str
    text: str
    words: str
    read_at: datetime


class FlagOut(BaseModel):
    """A contradiction has two passages, a passage of a time gone by stands alone."""

    id: UUID
    agent_id: UUID
    kind: Literal["conflict", "stale"]
    sentence: str
    passages: list[FlaggedPassage]
    found_at: datetime
    dismissed_at: datetime | None


class FlagList(BaseModel):
    flags: list[FlagOut]
