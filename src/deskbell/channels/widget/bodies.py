"""What visitors send, checked at the border."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, EmailStr, StringConstraints

from deskbell.channels.widget.wire import VisitorAvailability, VisitorConversation, VisitorMessage
from deskbell.conversations.access import LONGEST_MESSAGE

Key = Annotated[str, StringConstraints(min_length=8, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]


def _not_endless(text: str) -> str:
    if len(text) > LONGEST_MESSAGE:
        raise ValueError(
            f"This message is longer than {LONGEST_MESSAGE:,} characters. Send it in two or more parts."
        )
    return text


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_not_endless)]
Page = Annotated[str, StringConstraints(max_length=2_000)]
FieldText = Annotated[str, StringConstraints(max_length=500)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WelcomeBody(_Body):
    """`preview`: a member tries the agent; the conversation is marked as a test."""

    preview: bool = False


class MessageBody(_Body):
    key: Key
    text: Text
    page: Page | None = None
    conversation_id: UUID | None = None


class HandoffBody(_Body):
    key: Key


class FormBody(_Body):
    key: Key
    values: dict[str, FieldText] = {}
    just_connect_me: bool = False


class ContactBody(_Body):
    email: EmailStr


class RatingBody(_Body):
    rating: Literal["up", "down"] | None


class Welcomed(BaseModel):
    token: str
    visitor_id: UUID


class Snapshot(BaseModel):
    """The visitor's thread as it is."""

    conversation: VisitorConversation | None
    messages: list[VisitorMessage]
    last_seq: int
    availability: VisitorAvailability


class Posted(BaseModel):
    message: VisitorMessage
    conversation: VisitorConversation


class After(BaseModel):
    """The conversation after a request that adds no message of the visitor's."""

    conversation: VisitorConversation | None
