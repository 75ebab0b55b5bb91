"""What follows from what has happened: the whole wiring on one screen. An empty list is a decision.
The jobs are enqueued in the transaction of the event: both exist, or neither. A set-up check is quiet (`events/quiet.py`).
"""

from collections.abc import Sequence
from typing import TypeAlias, assert_never
from uuid import UUID

from deskbell.alarms.jobs import alarm_jobs
from deskbell.answering.jobs import calibrate_job, look_at_details_job, look_job, turn_job
from deskbell.events import types as happened
from deskbell.events.types import Event
from deskbell.events.wire import Author, MessageKind, State
from deskbell.handoff.jobs import after_member, first_rules, left_alone, waits_for_person
from deskbell.kit.db import Transaction
from deskbell.kit.jobs import Job
from deskbell.knowledge.commands.vector_sets import move
from deskbell.notifications.jobs import invitation_mail, renewal_mail
from deskbell.question_tests.jobs import after_change

_Taught: TypeAlias = (
    happened.SourceChanged
    | happened.SourceRemoved
    | happened.AgentChanged
    | happened.RuleChanged
    | happened.ActionChanged
)


def reactions(event: Event, tx: Transaction) -> Sequence[Job]:
    """The jobs that `event` leads to."""
    match event:
        case (
            happened.MessagePosted() | happened.FieldsCollected() | happened.HandedOff() | happened.Reopened()
        ):
            return _after_writing(tx.workspace, event)
        case happened.InvitationSent() | happened.RenewalAsked():
            mail = invitation_mail if isinstance(event, happened.InvitationSent) else renewal_mail
            return [mail(tx.workspace, event.invitation_id)]
        case happened.EmergencyRaised() | happened.EmergencyAcknowledged():
            return alarm_jobs(tx.workspace, event)
        case happened.AgentCreated():
            return [first_rules(tx.workspace, event.agent_id)]
        case happened.MemberChanged() | happened.MemberRemoved():
            return after_member(tx.workspace, event)
        case (
            happened.SourceChanged()
            | happened.SourceRemoved()
            | happened.AgentChanged()
            | happened.RuleChanged()
            | happened.ActionChanged()
        ):
            return [*_after_content(tx.workspace, event), *_tested_after(tx.workspace, event)]
        case (
            happened.AlarmChanged()
            | happened.ConversationStarted()
            | happened.TakenOver()
            | happened.HandedBack()  # the agent answers only what comes after
            | happened.Resolved()
            | happened.NoteAdded()
            | happened.ConversationRead()
            | happened.AnswerRated()
            | happened.WorkspaceChanged()
            | happened.SavedRepliesChanged()
            | happened.MemberJoined()
            | happened.InvitationChanged()
            | happened.SourceAdded()  # its training is enqueued by the command, with what to read
            | happened.QuestionTestsChanged()
            | happened.QuestionTestRunChanged()
            | happened.SetupCheckChanged()
        ):
            return []
        case _:
            assert_never(event)


def _after_content(workspace_id: UUID, event: _Taught) -> Sequence[Job]:
    """Other content: what confidence means in it is measured anew."""
    match event:
        case happened.SourceRemoved():
            return [calibrate_job(workspace_id, event.agent_id, event.at)]
        case happened.SourceChanged(source=source) if source.status == "trained":
            return [calibrate_job(workspace_id, source.agent_id, event.at)]
        case _:
            return []


def _after_writing(
    workspace_id: UUID,
    event: happened.MessagePosted | happened.FieldsCollected | happened.HandedOff | happened.Reopened,
) -> Sequence[Job]:
    """Words of a visitor ask for an answer, and are looked at whoever holds the conversation; nobody waits for ever."""
    if isinstance(event, happened.FieldsCollected):
        return [look_at_details_job(workspace_id, event.conversation_id)]
    if isinstance(event, happened.HandedOff | happened.Reopened):
        return waits_for_person(workspace_id, event)
    held_by_agent = event.conversation.state is State.AGENT
    if event.message.author is Author.VISITOR:
        job = turn_job if held_by_agent else look_job
        return [job(workspace_id, event.conversation_id)]
    asks = held_by_agent and event.message.kind is MessageKind.QUESTION
    return [left_alone(workspace_id, event.message)] if asks else []


def _tested_after(workspace_id: UUID, event: _Taught) -> Sequence[Job]:
    """What the agent knows or how it is set is different: its question tests run once that has settled."""
    match event:
        case happened.SourceChanged(source=source) if source.status == "trained":
            return [after_change(workspace_id, source.agent_id, "content_changed", event.at)]
        case happened.SourceChanged():
            return []
        case happened.SourceRemoved(agent_id=agent_id):
            return [after_change(workspace_id, agent_id, "content_changed", event.at)]
        case happened.AgentChanged(agent_id=agent_id):
            # Another word on what leaves this server may mean another embedding model.
            moved = move(workspace_id, agent_id)
            return [after_change(workspace_id, agent_id, "settings_changed", event.at), moved]
        case _:
            return [after_change(workspace_id, event.agent_id, "settings_changed", event.at)]
