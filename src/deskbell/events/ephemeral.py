"""What is shown now or never: unfinished answers and typing. It goes through the bus, is never logged and never resumed."""

from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import Field, TypeAdapter

from deskbell.events.wire import Wire


class Draft(Wire):
    """The agent's answer so far; every sentence in it has been checked. `epoch` is the one the turn began in."""

    type: Literal["draft"] = "draft"
    conversation_id: UUID
    visitor_id: UUID
    turn_id: UUID
    epoch: int
    text: str


class DraftWithdrawn(Wire):
    """The answer ends here and leaves the visitor's screen; `text` is what they had read."""

    type: Literal["draft_withdrawn"] = "draft_withdrawn"
    conversation_id: UUID
    visitor_id: UUID
    turn_id: UUID
    text: str


class Typing(Wire):
    """`member_id` is None when the visitor types."""

    type: Literal["typing"] = "typing"
    conversation_id: UUID
    visitor_id: UUID
    who: str
    member_id: UUID | None = None


Ephemeral: TypeAlias = Annotated[Draft | DraftWithdrawn | Typing, Field(discriminator="type")]

EPHEMERAL: TypeAdapter[Ephemeral] = TypeAdapter(Ephemeral)


def ephemeral_topic(workspace_id: UUID) -> str:
    """Where the ephemeral signs of a workspace are published."""
    return f"ephemeral:{workspace_id}"
