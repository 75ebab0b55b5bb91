"""The rows of this slice, and the shape of a source that browsers see."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from deskbell.events.wire import SourceRow


class Status(StrEnum):
    """pending → processing → trained or failed; a retry starts again at pending."""

    PENDING = "pending"
    PROCESSING = "processing"
    TRAINED = "trained"
    FAILED = "failed"


@dataclass(frozen=True)
class Source:
    """Something the agent was given to learn from. `failure` is a sentence, set exactly when it failed;
    `warnings` are sentences about what could not be learned from a source that was read otherwise."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    kind: Literal["file", "text", "qa"]
    title: str
    file_name: str | None
    url: str | None
    status: Status
    failure: str | None
    warnings: list[str]
    passages: int
    words: int
    answers_used: int
    created_at: datetime
    trained_at: datetime | None

    def row(self) -> SourceRow:
        """As events and the API show it."""
        return SourceRow(
            id=self.id,
            agent_id=self.agent_id,
            kind=self.kind,
            title=self.title,
            file_name=self.file_name,
            status=Status(self.status).value,
            failure=self.failure,
            warnings=tuple(self.warnings),
            passages=self.passages,
            words=self.words,
            answers_used=self.answers_used,
            created_at=self.created_at,
            trained_at=self.trained_at,
        )


@dataclass(frozen=True)
class Original:
    """What was given, as it was given."""

    content: bytes


@dataclass(frozen=True)
class Document:
    """What was understood of a source; `body` is small Markdown."""

    id: UUID
    source_id: UUID
    title: str
    url: str | None
    body: str
    read_at: datetime


@dataclass(frozen=True)
class Passage:
    """A stretch of a document that can be found and quoted."""

    id: UUID
    document_id: UUID
    ordinal: int
    path: str
    text: str
    words: int
