"""The row of this slice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class SavedReply:
    """A text that members send again and again, with placeholders. `uses`: how often it was put into a reply."""

    workspace_id: UUID
    id: UUID
    name: str
    text: str
    uses: int
    used_at: datetime | None
    changed_by: str
    changed_at: datetime
