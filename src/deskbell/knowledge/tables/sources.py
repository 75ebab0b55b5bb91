"""Sources, documents and passages, and the shape of a source that browsers see."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from deskbell.events.content import Progress, SourceRow


class Status(StrEnum):
    """pending → processing → trained or failed; a retry starts again at pending."""

    PENDING = "pending"
    PROCESSING = "processing"
    TRAINED = "trained"
    FAILED = "failed"


class Refresh(StrEnum):
    """How often a website is read again by itself."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True)
class Source:
    """Something the agent was given to learn from. `failure` is a sentence, set exactly when it failed;
    `warnings` are sentences about what could not be learned from a source that was read otherwise;
    `pairs` is how many questions a list of them holds, None for everything else.
    """

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    kind: Literal["file", "text", "qa", "website", "page"]
    title: str
    file_name: str | None
    url: str | None
    status: Status
    failure: str | None
    warnings: list[str]
    pairs: int | None
    passages: int
    words: int
    answers_used: int
    created_at: datetime
    trained_at: datetime | None
    pages: int
    pages_found: int
    pages_read: int
    pages_failed: int
    refresh: Refresh
    next_refresh_at: datetime | None
    last_read_at: datetime | None

    @property
    def is_crawled(self) -> bool:
        """Whether it is fetched from the web, and not given whole."""
        return self.kind in {"website", "page"}

    def row(self) -> SourceRow:
        """As events and the API show it."""
        return SourceRow(
            id=self.id,
            agent_id=self.agent_id,
            kind=self.kind,
            title=self.title,
            file_name=self.file_name,
            url=self.url,
            status=Status(self.status).value,
            failure=self.failure,
            warnings=tuple(self.warnings),
            pairs=self.pairs,
            passages=self.passages,
            words=self.words,
            pages=self.pages,
            progress=self._progress() if self.is_crawled else None,
            refresh=Refresh(self.refresh).value,
            next_refresh_at=self.next_refresh_at,
            last_read_at=self.last_read_at,
            answers_used=self.answers_used,
            created_at=self.created_at,
            trained_at=self.trained_at,
        )

    def _progress(self) -> Progress:
        return Progress(found=self.pages_found, read=self.pages_read, failed=self.pages_failed)


@dataclass(frozen=True)
class Original:
    """What was given, as it was given."""

    content: bytes


@dataclass(frozen=True)
class Version:
    """A document as it was read at one time."""

    version: int
    title: str
    body: str
    words: int
    read_at: datetime


@dataclass(frozen=True)
class Document:
    """What was understood of a source or of one page of it, in its latest version; `body` is small Markdown.

    One that was removed from its site stays for the answers that quoted it; nothing is found in it any more.
    """

    id: UUID
    source_id: UUID
    title: str
    url: str | None
    body: str
    read_at: datetime
    version: int
    words: int
    sha256: bytes
    removed_at: datetime | None

    @property
    def latest(self) -> Version:
        """As it is known now."""
        return Version(self.version, self.title, self.body, self.words, self.read_at)


@dataclass(frozen=True)
class Passage:
    """A stretch of a document that can be found and quoted."""

    id: UUID
    document_id: UUID
    ordinal: int
    path: str
    text: str
    words: int
