"""The row of a visitor."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Visitor:
    """Somebody on the other side. `name` is "Visitor 4821" until a name is known."""

    workspace_id: UUID
    id: UUID
    token_digest: bytes
    name: str
    contact_email: str | None
    is_test: bool
    is_check: bool
    page: str | None
    first_seen_at: datetime
    last_seen_at: datetime
