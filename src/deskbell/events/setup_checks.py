"""What is heard of a set-up check: that it went on. Pages read it anew. Members only."""

from typing import Literal
from uuid import UUID

from deskbell.events.wire import Instant, Wire


class SetupCheckChanged(Wire):
    """A set-up check began, came to another line, or ended."""

    at: Instant
    type: Literal["setup_check.changed"] = "setup_check.changed"
    agent_id: UUID
    setup_check_id: UUID
