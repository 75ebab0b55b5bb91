"""Climbing the ladder: the alarm begins, a step is due, somebody is called. What was acknowledged meanwhile calls nobody.

A step and its calls commit together under the lock of the conversation, which acknowledging takes too: either the step
came first, or it is not taken. A worker that is killed loses no step, and takes none twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import httpx

from deskbell.alarms import queries
from deskbell.alarms.client import CallFailedError, Signal, post_signal
from deskbell.alarms.commands import bound_to, keep_answer, settle_call, take_step
from deskbell.alarms.ladder import AlarmStep, Planned, after, plan
from deskbell.alarms.recipients import recipients
from deskbell.alarms.tables import Call, CallState
from deskbell.alarms.words import letter, signal
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.events.types import EmergencyAcknowledged, EmergencyRaised
from deskbell.events.wire import Priority
from deskbell.kit.clock import Clock
from deskbell.kit.crypto import unseal
from deskbell.kit.db import Database
from deskbell.kit.errors import Refused
from deskbell.kit.jobs import Claimed, Job, Work, enqueue_all
from deskbell.kit.mail import Mailer, MailNotSentError
from deskbell.workspaces import queries as workspaces
from deskbell.workspaces.availability import SEEN_WITHIN

RAISED = "alarms.raised"
STEP = "alarms.step"
CALL = "alarms.call"
ANSWERED = "alarms.answered"
MOST_ATTEMPTS = 5  # of the queue


@dataclass(frozen=True)
class AlarmPost:
    """What calling needs. `mailer` is None without a mail server: mails are kept and shown."""

    database: Database
    mailer: Mailer | None
    http_client: httpx.AsyncClient
    public_url: str
    key: bytes
    clock: Clock

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {RAISED: self._raised, STEP: self._step, CALL: self._call, ANSWERED: self._answered}

    async def _raised(self, job: Claimed) -> None:
        async with self.database.transaction(job.workspace_id) as tx:
            row = await conversations.locked(tx, UUID(job.args["conversation_id"]))
            if row is None or not rings(row) or row.emergency_raised_at is None:
                return
            at = self.clock()
            here = await workspaces.available_members(tx, seen_since=at - SEEN_WITHIN)
            begun = await take_step(tx, row, Planned(AlarmStep.RAISED, at), (), at)
            if begun is not None:
                steps = plan(await queries.ladder(tx), row.emergency_raised_at, somebody_here=here > 0)
                await enqueue_all(tx, [_step_job(row, planned) for planned in steps])

    async def _step(self, job: Claimed) -> None:
        async with self.database.transaction(job.workspace_id) as tx:
            row = await conversations.locked(tx, UUID(job.args["conversation_id"]))
            if row is None or not rings(row) or not _is_of(row, job):
                return
            at, planned = self.clock(), _planned(job)
            ladder = await queries.ladder(tx)
            calls = await take_step(
                tx, row, planned, recipients(planned.step, ladder, await workspaces.members(tx), at), at
            )
            if calls is not None:
                following = after(ladder, planned)
                again = [_step_job(row, following)] if following else []
                await enqueue_all(tx, [*[call_job(tx.workspace, call) for call in calls], *again])

    async def _call(self, job: Claimed) -> None:
        """At least once, always with the same id: sending and noting it cannot be one act."""
        call = await self._still_needed(job)
        if call is None:
            return
        try:
            state = await (self._mail(job, call) if call.channel == "mail" else self._signal(job, call))
        except (MailNotSentError, CallFailedError) as failure:
            again = failure.temporary and job.attempt < MOST_ATTEMPTS
            await self._settle(job, call, "waiting" if again else "failed", failure.sentence)
            if again:
                raise
            return
        await self._settle(job, call, state, None)

    async def _still_needed(self, job: Claimed) -> Call | None:
        async with self.database.transaction(job.workspace_id) as tx:
            call = await queries.call(tx, UUID(job.args["call_id"]))
            if call is None or call.state != "waiting" or call.conversation_id is None:
                return call if call and call.state == "waiting" else None
            row = await conversations.conversation(tx, call.conversation_id)
            if row is not None and rings(row) and row.emergency_raised_at == call.raised_at:
                return call
            await settle_call(tx, call, "not_needed", None, self.clock())
            return None

    async def _answered(self, job: Claimed) -> None:
        raised_at, at = (datetime.fromisoformat(job.args[moment]) for moment in ("raised_at", "at"))
        async with self.database.transaction(job.workspace_id) as tx:
            await keep_answer(tx, UUID(job.args["conversation_id"]), raised_at, at)

    async def _mail(self, job: Claimed, call: Call) -> CallState:
        if self.mailer is None:
            return "kept"
        async with self.database.transaction(job.workspace_id) as tx:
            workspace = await workspaces.workspace(tx)
        await self.mailer.send(letter(call, workspace.name, self.public_url, self.clock()))
        return "sent"

    async def _signal(self, job: Claimed, call: Call) -> CallState:
        async with self.database.transaction(job.workspace_id) as tx:
            ladder, sealed = await queries.ladder_and_secret(tx)
        if not ladder.webhook_url or sealed is None:
            raise CallFailedError("The webhook was removed from the settings.", temporary=False)
        body = signal(call, job.workspace_id, self.public_url)
        secret = self._secret(job.workspace_id, sealed)
        await post_signal(self.http_client, Signal(call.id, ladder.webhook_url, body, secret), self.clock())
        return "sent"

    def _secret(self, workspace_id: UUID, sealed: bytes) -> str:
        try:
            return unseal(self.key, sealed, bound_to=bound_to(workspace_id))
        except Refused as unreadable:
            raise CallFailedError(
                "The webhook's secret cannot be read any more. Make a new one in Settings.", temporary=False
            ) from unreadable

    async def _settle(self, job: Claimed, call: Call, state: CallState, error: str | None) -> None:
        async with self.database.transaction(job.workspace_id) as tx:
            await settle_call(tx, call, state, error, self.clock())


def rings(row: Conversation) -> bool:
    """An emergency that nobody has answered for. What members try out as visitors calls nobody."""
    is_open = row.priority == Priority.EMERGENCY and row.emergency_acknowledged_at is None
    return is_open and not row.is_test


def alarm_jobs(workspace_id: UUID, event: EmergencyRaised | EmergencyAcknowledged) -> Sequence[Job]:
    """It rings on every open page by itself; the ladder calls the others. What members try out calls nobody."""
    emergency, conversation_id = event.conversation.emergency, event.conversation_id
    if event.conversation.is_test or emergency is None:
        return []
    args = {"conversation_id": str(conversation_id), "raised_at": emergency.raised_at.isoformat()}
    if isinstance(event, EmergencyRaised):
        return [Job(RAISED, workspace_id, args, _serial(conversation_id))]
    return [Job(ANSWERED, workspace_id, {**args, "at": event.at.isoformat()})]


def call_job(workspace_id: UUID, call_id: UUID) -> Job:
    """To be enqueued with the call."""
    return Job(CALL, workspace_id, {"call_id": str(call_id)})


def _serial(conversation_id: UUID) -> str:
    return f"alarm:{conversation_id}"


def _step_job(row: Conversation, planned: Planned) -> Job:
    raised_at = row.emergency_raised_at or planned.at
    args = {
        "conversation_id": str(row.id),
        "raised_at": raised_at.isoformat(),
        "step": planned.step.value,
        "round": str(planned.round),
        "at": planned.at.isoformat(),
    }
    return Job(STEP, row.workspace_id, args, _serial(row.id), run_after=planned.at)


def _planned(job: Claimed) -> Planned:
    return Planned(
        AlarmStep(job.args["step"]), datetime.fromisoformat(job.args["at"]), int(job.args["round"])
    )


def _is_of(row: Conversation, job: Claimed) -> bool:
    """Whether the step belongs to the emergency that rings now, and not to one before it."""
    return row.emergency_raised_at == datetime.fromisoformat(job.args["raised_at"])
