"""The shapes that events carry to browsers. They are written once, here, and generated to TypeScript.

Members see all of this file. Visitors see only what `deskbell.realtime.for_visitor` builds from it.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict


def _aware(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return at


Instant: TypeAlias = Annotated[datetime, AfterValidator(_aware)]


class Wire(BaseModel):
    """Frozen, and closed: an unknown field is a mistake, not an extra."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class State(StrEnum):
    """Who has the conversation. `waiting` is "nobody yet"."""

    AGENT = "agent"
    WAITING = "waiting"
    MEMBER = "member"
    RESOLVED = "resolved"


class Priority(StrEnum):
    NORMAL = "normal"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class Reason(StrEnum):
    """Why a conversation left the agent. Shown as a sentence; never free text."""

    ASKED_FOR_PERSON = "asked_for_person"
    NO_ANSWER = "no_answer"
    LOW_CONFIDENCE = "low_confidence"
    PHRASE = "phrase"
    TOPIC = "topic"
    OTHER_LANGUAGE = "other_language"
    UNANSWERED_IN_A_ROW = "unanswered_in_a_row"
    DETAILS_COLLECTED = "details_collected"
    CLINICAL = "clinical"
    FRUSTRATED = "frustrated"
    EMERGENCY = "emergency"
    AGENT_UNAVAILABLE = "agent_unavailable"
    LEFT_DURING_COLLECTION = "left_during_collection"
    REOPENED = "reopened"
    HANDED_BY_MEMBER = "handed_by_member"


class Author(StrEnum):
    VISITOR = "visitor"
    AGENT = "agent"
    MEMBER = "member"
    DESK = "desk"  # the product itself: lines, cards


class MessageKind(StrEnum):
    """What a message is. Everything but `text`, `answer` and `question` is a line or card of the desk."""

    TEXT = "text"
    ANSWER = "answer"  # by the agent, with sources
    QUESTION = "question"  # by the agent, asking for details; carries the form
    HANDED_OFF = "handed_off"
    TAKEN_OVER = "taken_over"
    HANDED_BACK = "handed_back"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    EMERGENCY = "emergency"


class Disposition(StrEnum):
    """What came of an emergency: said by the member who closes it, never to the visitor."""

    REACHED = "reached"
    DIRECTED = "directed"  # to the emergency numbers
    FALSE_ALARM = "false_alarm"
    UNABLE_TO_REACH = "unable_to_reach"


class FieldType(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    REFERENCE = "reference"


class Citation(Wire):
    """What an answer used. `quote` occurs in the passage, letter by letter; `version` is the document's at that time."""

    number: int
    passage_id: UUID
    source_id: UUID
    document_id: UUID | None = None
    version: int | None = None
    title: str
    path: str
    quote: str
    passage: str
    url: str | None = None
    read_at: Instant | None = None


class FormField(Wire):
    key: str
    label: str
    type: FieldType
    required: bool
    choices: tuple[str, ...] = ()
    hint: str = ""


class FieldProblem(Wire):
    key: str
    sentence: str


class Form(Wire):
    """What the agent is asking for, with what it has understood so far."""

    action_id: UUID
    fields: tuple[FormField, ...]
    values: dict[str, str] = {}
    problems: tuple[FieldProblem, ...] = ()


class EmergencyNumber(Wire):
    label: str
    number: str
    can_text: bool = False


class EmergencyCard(Wire):
    """Approved wording. `footnote` is for visitors elsewhere; `after` says what happens now."""

    heading: str
    sentence: str
    numbers: tuple[EmergencyNumber, ...]
    footnote: str = ""
    after: str = ""


class Message(Wire):
    """One entry of the thread; `seq` is gap-free in its conversation."""

    id: UUID
    conversation_id: UUID
    seq: int
    key: str
    author: Author
    member_id: UUID | None = None
    member_name: str | None = None
    kind: MessageKind
    text: str
    at: Instant
    segment: int = 1
    reason: Reason | None = None
    label: str | None = None
    sources: tuple[Citation, ...] = ()
    confidence: float | None = None
    turn_id: UUID | None = None
    form: Form | None = None
    card: EmergencyCard | None = None
    disposition: Disposition | None = None
    rating: Literal["up", "down"] | None = None


class FieldValue(Wire):
    """A collected detail. `original` is what the visitor wrote; `edited_by` is the member who corrected it."""

    key: str
    label: str
    value: str
    original: str
    verified: bool
    edited_by: str | None = None
    action_id: UUID | None = None
    missing: bool = False


class Note(Wire):
    """Written by a member for members. Never in any visitor payload."""

    id: UUID
    conversation_id: UUID
    key: str
    member_id: UUID
    member_name: str
    text: str
    at: Instant
    after_seq: int


class Handoff(Wire):
    """One time the agent let go: the reason, what fired, what had been tried. `route_id`: the rule on the collected details that
    said where it goes.
    """

    id: UUID
    conversation_id: UUID
    at: Instant
    reason: Reason
    label: str
    rule_id: UUID | None = None
    rule_version: int | None = None
    route_id: UUID | None = None
    route_version: int | None = None
    matched: str | None = None
    score: float | None = None
    question: str | None = None
    tried: tuple["Tried", ...] = ()
    language: str | None = None


class Tried(Wire):
    """A passage the agent looked at and did not use."""

    title: str
    path: str
    score: float


class LastMessage(Wire):
    author: Author
    kind: MessageKind
    text: str
    at: Instant


class Emergency(Wire):
    """`raised_at` is that of the first words that nobody has answered for: how long until then is its time to acknowledge."""

    raised_at: Instant
    kind: str
    card: EmergencyCard
    acknowledged_by: str | None = None
    acknowledged_at: Instant | None = None
    disposition: Disposition | None = None
    disposed_by: str | None = None
    disposed_at: Instant | None = None


class Conversation(Wire):
    """A row of the inbox: the state after the change, whole, so that clients replace and never patch."""

    id: UUID
    agent_id: UUID
    visitor_id: UUID
    visitor_name: str
    is_test: bool
    is_check: bool = False  # of a set-up check: in no view, and nobody is rung for
    state: State
    epoch: int
    segment: int
    priority: Priority
    reason: Reason | None
    label: str | None
    rule_id: UUID | None
    holder_id: UUID | None
    holder_name: str | None
    since: Instant
    waiting_since: Instant | None
    form: Form | None
    contact_known: bool
    last_seq: int
    last_visitor_seq: int
    last_message: LastMessage | None
    emergency: Emergency | None
    page: str | None
    created_at: Instant
    updated_at: Instant


class MemberRow(Wire):
    id: UUID
    person_id: UUID
    name: str
    email: str
    role: Literal["owner", "admin", "operator"]
    availability: Literal["available", "away"]
    joined_at: Instant
