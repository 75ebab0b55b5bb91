"""What a visitor learns of each event. Deny by default, and exhaustive: a new event does not compile until it is decided here."""

from typing import assert_never
from uuid import UUID

from deskbell.channels.widget.projection import visitor_conversation, visitor_message
from deskbell.channels.widget.wire import ConversationForVisitor, MessageForVisitor
from deskbell.events import types as happened
from deskbell.events.types import Event
from deskbell.events.wire import Conversation


def for_visitor(event: Event) -> MessageForVisitor | ConversationForVisitor | None:
    """The visitor's share of an event of their own conversation; None when there is nothing for them in it."""
    match event:
        case (
            happened.MessagePosted()
            | happened.HandedOff()
            | happened.TakenOver()
            | happened.HandedBack()
            | happened.Resolved()
            | happened.Reopened()
            | happened.EmergencyRaised()
        ):
            return MessageForVisitor(
                message=visitor_message(event.message), conversation=visitor_conversation(event.conversation)
            )
        case happened.ConversationStarted() | happened.FieldsCollected():
            return ConversationForVisitor(conversation=visitor_conversation(event.conversation))
        case (
            happened.EmergencyAcknowledged()
            | happened.AlarmChanged()
            | happened.NoteAdded()
            | happened.ConversationRead()
            | happened.AnswerRated()
            | happened.WorkspaceChanged()
            | happened.SavedRepliesChanged()
            | happened.MemberJoined()
            | happened.MemberChanged()
            | happened.MemberRemoved()
            | happened.InvitationSent()
            | happened.InvitationChanged()
            | happened.RenewalAsked()
            | happened.AgentCreated()
            | happened.AgentChanged()
            | happened.RuleChanged()
            | happened.ActionChanged()
            | happened.SourceAdded()
            | happened.SourceChanged()
            | happened.SourceRemoved()
            | happened.QuestionTestsChanged()
            | happened.QuestionTestRunChanged()
            | happened.SetupCheckChanged()
        ):
            return None
        case _:
            assert_never(event)


def visitor_of(event: Event) -> UUID | None:
    """Whose stream the event belongs on; None for events that are of no conversation, or for members only."""
    conversation: Conversation | None = getattr(event, "conversation", None)
    return None if conversation is None else conversation.visitor_id
