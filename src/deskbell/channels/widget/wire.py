"""What visitors may see: everything else stays inside. Shapes are closed, and none has a field for members only."""

from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import Field

from deskbell.events.wire import Citation, EmergencyCard, EmergencyNumber, Form, Instant, MessageKind, Wire


class VisitorMessage(Wire):
    """An entry of the visitor's thread. `key` is set on their own messages, to meet their local echo."""

    id: UUID
    seq: int
    key: str | None
    author: Literal["visitor", "agent", "person", "desk"]
    person_name: str | None
    kind: MessageKind
    text: str
    at: Instant
    sources: tuple[Citation, ...] = ()
    form: Form | None = None
    card: EmergencyCard | None = None
    rating: Literal["up", "down"] | None = None


class Person(Wire):
    """Who of the team is on the other side: a first name and initials."""

    name: str
    initials: str


class VisitorConversation(Wire):
    id: UUID
    state: Literal["agent", "waiting", "person", "closed"]
    person: Person | None
    form: Form | None
    emergency: EmergencyCard | None
    last_seq: int
    contact_known: bool
    place_in_line: int | None = None
    usual_wait_minutes: int | None = None


class VisitorAvailability(Wire):
    """Whether people are there. `sentence` is fit to show; `opens_at` lets the browser say it in its own time."""

    kind: Literal["here", "away", "closed"]
    opens_at: Instant | None
    sentence: str


class EmergencyNumbers(Wire):
    numbers: tuple[EmergencyNumber, ...]


class WidgetSettings(Wire):
    """How the widget looks and greets on a site."""

    agent_name: str
    workspace_name: str
    greeting: str
    suggested_questions: tuple[str, ...]
    brand_color: str
    language: str
    emergency: EmergencyNumbers
    availability: VisitorAvailability


class MessageForVisitor(Wire):
    type: Literal["message"] = "message"
    message: VisitorMessage
    conversation: VisitorConversation


class ConversationForVisitor(Wire):
    """`availability`: the truth about people has changed with it."""

    type: Literal["conversation"] = "conversation"
    conversation: VisitorConversation
    availability: VisitorAvailability | None = None


class DraftForVisitor(Wire):
    """The answer so far, sentence by sentence, each checked. Replaces what was shown of this turn."""

    type: Literal["draft"] = "draft"
    turn_id: UUID
    text: str


class DraftWithdrawn(Wire):
    type: Literal["draft_withdrawn"] = "draft_withdrawn"
    turn_id: UUID


class TypingForVisitor(Wire):
    type: Literal["typing"] = "typing"
    who: str


VisitorEvent: TypeAlias = Annotated[
    MessageForVisitor | ConversationForVisitor | DraftForVisitor | DraftWithdrawn | TypingForVisitor,
    Field(discriminator="type"),
]
