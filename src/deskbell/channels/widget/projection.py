"""From what members see to what visitors see. Pure."""

from typing import Literal, assert_never

from deskbell.channels.widget.wire import Person, VisitorAvailability, VisitorConversation, VisitorMessage
from deskbell.events import wire
from deskbell.workspaces.availability import Availability, Kind

_AUTHORS: dict[wire.Author, Literal["visitor", "agent", "person", "desk"]] = {
    wire.Author.VISITOR: "visitor",
    wire.Author.AGENT: "agent",
    wire.Author.MEMBER: "person",
    wire.Author.DESK: "desk",
}

_SENTENCES = {
    Kind.HERE: "A person from our team is here.",
    Kind.AWAY: "Nobody is here right now. A person will answer in this chat.",
    Kind.CLOSED: "We are closed right now. A person will answer when we open.",
}


def visitor_message(message: wire.Message) -> VisitorMessage:
    """The message without scores, reasons, labels and surnames."""
    own = message.author == wire.Author.VISITOR
    return VisitorMessage(
        id=message.id,
        seq=message.seq,
        key=message.key if own else None,
        author=_AUTHORS[message.author],
        person_name=first_name(message.member_name) if message.member_name else None,
        kind=message.kind,
        text=message.text,
        at=message.at,
        sources=message.sources,
        form=message.form,
        card=message.card,
        rating=message.rating,
    )


def visitor_conversation(
    conversation: wire.Conversation,
    *,
    place_in_line: int | None = None,
    usual_wait_minutes: int | None = None,
) -> VisitorConversation:
    """The state of the thread as its visitor may know it."""
    alarmed = conversation.priority == wire.Priority.EMERGENCY and conversation.emergency is not None
    return VisitorConversation(
        id=conversation.id,
        state=_state(conversation.state),
        person=person(conversation.holder_name) if conversation.holder_name else None,
        form=conversation.form,
        emergency=conversation.emergency.card if alarmed and conversation.emergency else None,
        last_seq=conversation.last_seq,
        contact_known=conversation.contact_known,
        place_in_line=place_in_line,
        usual_wait_minutes=usual_wait_minutes,
    )


def person(name: str) -> Person:
    """A member, as visitors meet them."""
    words = name.split()
    return Person(name=first_name(name), initials="".join(word[0] for word in words[:2]).upper() or "?")


def first_name(name: str) -> str:
    """The part of a member's name that visitors read."""
    return name.split(maxsplit=1)[0] if name.strip() else name


def visitor_availability(availability: Availability) -> VisitorAvailability:
    """The truth about whether people are there, with a sentence to show."""
    return VisitorAvailability(
        kind=availability.kind.value,
        opens_at=availability.opens_at,
        sentence=_SENTENCES[availability.kind],
    )


def _state(state: wire.State) -> Literal["agent", "waiting", "person", "closed"]:
    match state:
        case wire.State.AGENT:
            return "agent"
        case wire.State.WAITING:
            return "waiting"
        case wire.State.MEMBER:
            return "person"
        case wire.State.RESOLVED:
            return "closed"
        case _:
            assert_never(state)
