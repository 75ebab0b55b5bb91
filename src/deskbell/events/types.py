"""Every event of the product: what has happened, in the past tense. Adding one answers three questions:
what do visitors see (realtime/for_visitor.py), how does the dashboard change (web applyEvent), what follows (reactions.py).
"""

from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import Field, TypeAdapter

from deskbell.events.content import SourceRow
from deskbell.events.question_tests import QuestionTestRun
from deskbell.events.setup_checks import SetupCheckChanged
from deskbell.events.wire import (
    Conversation,
    FieldValue,
    Handoff,
    Instant,
    MemberRow,
    Message,
    Note,
    Wire,
)


class _Event(Wire):
    at: Instant


class _OfConversation(_Event):
    """`conversation` is the whole row after the change."""

    conversation_id: UUID
    conversation: Conversation


class ConversationStarted(_OfConversation):
    """A visitor's first message opened a thread."""

    type: Literal["conversation.started"] = "conversation.started"


class MessagePosted(_OfConversation):
    """A visitor, the agent or the holding member wrote."""

    type: Literal["conversation.message_posted"] = "conversation.message_posted"
    message: Message


class HandedOff(_OfConversation):
    """The agent let go; `message` is the line in the thread."""

    type: Literal["conversation.handed_off"] = "conversation.handed_off"
    message: Message
    handoff: Handoff


class TakenOver(_OfConversation):
    """A member holds it now; the agent is silent."""

    type: Literal["conversation.taken_over"] = "conversation.taken_over"
    message: Message
    taken_from: UUID | None = None


class HandedBack(_OfConversation):
    """A member returned it to the agent, which answers only what comes after."""

    type: Literal["conversation.handed_back"] = "conversation.handed_back"
    message: Message


class Resolved(_OfConversation):
    """A member closed it; the agent stays silent on this thread."""

    type: Literal["conversation.resolved"] = "conversation.resolved"
    message: Message


class Reopened(_OfConversation):
    """A visitor wrote on a resolved thread, or a member undid the close."""

    type: Literal["conversation.reopened"] = "conversation.reopened"
    message: Message


class EmergencyRaised(_OfConversation):
    """The screen saw an emergency; `message` carries the approved card."""

    type: Literal["conversation.emergency_raised"] = "conversation.emergency_raised"
    message: Message


class EmergencyAcknowledged(_OfConversation):
    """A named member has seen the emergency."""

    type: Literal["conversation.emergency_acknowledged"] = "conversation.emergency_acknowledged"


class AlarmChanged(_Event):
    """The ladder was changed, a step of it was taken, or a call has ended: pages that show it read it anew."""

    type: Literal["alarm.changed"] = "alarm.changed"


class FieldsCollected(_OfConversation):
    """Details were understood, corrected or closed; `fields` is the whole card."""

    type: Literal["conversation.fields_collected"] = "conversation.fields_collected"
    fields: tuple[FieldValue, ...]


class NoteAdded(_Event):
    """A member wrote a note, for members only."""

    type: Literal["conversation.note_added"] = "conversation.note_added"
    conversation_id: UUID
    note: Note


class ConversationRead(_Event):
    """A member has seen the thread up to `seq`."""

    type: Literal["conversation.read"] = "conversation.read"
    conversation_id: UUID
    member_id: UUID
    seq: int


class AnswerRated(_Event):
    """The visitor said whether an answer helped, or took that back."""

    type: Literal["conversation.answer_rated"] = "conversation.answer_rated"
    conversation_id: UUID
    message_id: UUID
    rating: Literal["up", "down"] | None


class WorkspaceChanged(_Event):
    """Its name, hours or policies changed."""

    type: Literal["workspace.changed"] = "workspace.changed"


class SavedRepliesChanged(_Event):
    """A saved reply was added, changed or removed."""

    type: Literal["saved_replies.changed"] = "saved_replies.changed"


class MemberJoined(_Event):
    """An invited person accepted, or the owner set the workspace up."""

    type: Literal["member.joined"] = "member.joined"
    member: MemberRow


class MemberChanged(_Event):
    """Role or availability changed."""

    type: Literal["member.changed"] = "member.changed"
    member: MemberRow


class MemberRemoved(_Event):
    """Access ended; the history keeps the name."""

    type: Literal["member.removed"] = "member.removed"
    member_id: UUID


class InvitationSent(_Event):
    """A new link exists, for a first or a renewed invitation."""

    type: Literal["invitation.sent"] = "invitation.sent"
    invitation_id: UUID


class RenewalAsked(_Event):
    """The invited person found the link expired and asks for a new one."""

    type: Literal["invitation.renewal_asked"] = "invitation.renewal_asked"
    invitation_id: UUID


class InvitationChanged(_Event):
    """Accepted, removed, or its mail was sent or refused: pages that list invitations read them anew."""

    type: Literal["invitation.changed"] = "invitation.changed"
    invitation_id: UUID


class AgentCreated(_Event):
    """Its first rules follow."""

    type: Literal["agent.created"] = "agent.created"
    agent_id: UUID


class AgentChanged(_Event):
    """Instructions, wording, model or appearance changed."""

    type: Literal["agent.changed"] = "agent.changed"
    agent_id: UUID


class RuleChanged(_Event):
    """Handoff rules were added, changed, ordered or removed."""

    type: Literal["rule.changed"] = "rule.changed"
    agent_id: UUID


class ActionChanged(_Event):
    """An action was added, changed or removed."""

    type: Literal["action.changed"] = "action.changed"
    agent_id: UUID


class SourceAdded(_Event):
    """Content was given to an agent; it is not read yet."""

    type: Literal["source.added"] = "source.added"
    source: SourceRow


class SourceChanged(_Event):
    """Its training went on: being read, trained or failed."""

    type: Literal["source.changed"] = "source.changed"
    source: SourceRow


class SourceRemoved(_Event):
    """It is gone, and its passages with it."""

    type: Literal["source.removed"] = "source.removed"
    source_id: UUID
    agent_id: UUID


class QuestionTestsChanged(_Event):
    """Question tests were added, changed or removed, or it was chosen when they run."""

    type: Literal["question_tests.changed"] = "question_tests.changed"
    agent_id: UUID


class QuestionTestRunChanged(_Event):
    """A run of question tests began, went on or ended."""

    type: Literal["question_tests.run_changed"] = "question_tests.run_changed"
    agent_id: UUID
    run: QuestionTestRun


Event: TypeAlias = Annotated[
    ConversationStarted
    | MessagePosted
    | HandedOff
    | TakenOver
    | HandedBack
    | Resolved
    | Reopened
    | EmergencyRaised
    | EmergencyAcknowledged
    | AlarmChanged
    | FieldsCollected
    | NoteAdded
    | ConversationRead
    | AnswerRated
    | WorkspaceChanged
    | SavedRepliesChanged
    | MemberJoined
    | MemberChanged
    | MemberRemoved
    | InvitationSent
    | RenewalAsked
    | InvitationChanged
    | AgentCreated
    | AgentChanged
    | RuleChanged
    | ActionChanged
    | SourceAdded
    | SourceChanged
    | SourceRemoved
    | QuestionTestsChanged
    | QuestionTestRunChanged
    | SetupCheckChanged,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class MemberEvent(Wire):
    """An event on a member's stream, with its place in the workspace's log."""

    position: int
    event: Event
