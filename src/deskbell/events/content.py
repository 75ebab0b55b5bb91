"""The shapes of what an agent is given to learn from, as events carry them. Kept small: a crawl sends one a second."""

from typing import Literal
from uuid import UUID

from deskbell.events.wire import Instant, Wire


class Progress(Wire):
    """How far the reading of a website is: pages found so far, read, and failed. Pages left out count as neither."""

    found: int
    read: int
    failed: int


class SourceRow(Wire):
    """A row of the content page. `url` is the address of a website or page, or where visitors can read a file.

    `progress` is for websites and pages, during a reading and after it; `pages` counts the documents that answers come
    from now; `failure` is a sentence; `pairs` is how many questions a list of them holds, None for a single one.
    """

    id: UUID
    agent_id: UUID
    kind: Literal["file", "text", "qa", "website", "page"]
    title: str
    file_name: str | None
    url: str | None = None
    status: Literal["pending", "processing", "trained", "failed"]
    failure: str | None
    warnings: tuple[str, ...] = ()  # entries of the log from before there were any do not have it
    pairs: int | None = None
    passages: int
    words: int
    pages: int = 0
    progress: Progress | None = None
    refresh: Literal["never", "daily", "weekly", "monthly"] = "never"
    next_refresh_at: Instant | None = None
    last_read_at: Instant | None = None
    answers_used: int
    created_at: Instant
    trained_at: Instant | None
