"""The ladder over HTTP, its TEST, what it has done, and what it did for one conversation."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, EmailStr, Field, TypeAdapter

from deskbell.alarms import commands, queries
from deskbell.alarms.jobs import call_job
from deskbell.alarms.ladder import LONGEST_WAIT_SECONDS, AlarmStep, Ladder
from deskbell.alarms.recipients import recipients
from deskbell.alarms.tables import Call, CallState, Channel
from deskbell.conversations.access import conversation_for_member
from deskbell.kit.db import Transaction
from deskbell.kit.jobs import enqueue_all
from deskbell.kit.web import Db, Now
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(tags=["alarms"])

LOOK_BACK = timedelta(days=30)
_URL: TypeAdapter[AnyHttpUrl] = TypeAdapter(AnyHttpUrl)

Seconds = Annotated[int, Field(ge=0, le=LONGEST_WAIT_SECONDS)]


class LadderShape(BaseModel):
    """Seconds from the first alarming words; `again` from the last step. Without an address there is no such step."""

    model_config = ConfigDict(extra="forbid")
    members_here_after_seconds: Seconds
    everybody_after_seconds: Seconds
    contact_after_seconds: Seconds
    webhook_after_seconds: Seconds
    again_after_seconds: Seconds
    contact_email: EmailStr | None = None
    webhook_url: AnyHttpUrl | None = None

    @classmethod
    def of(cls, ladder: Ladder) -> "LadderShape":
        url = _URL.validate_python(ladder.webhook_url) if ladder.webhook_url else None
        return cls(
            members_here_after_seconds=ladder.members_here_after_seconds,
            everybody_after_seconds=ladder.everybody_after_seconds,
            contact_after_seconds=ladder.contact_after_seconds,
            webhook_after_seconds=ladder.webhook_after_seconds,
            again_after_seconds=ladder.again_after_seconds,
            contact_email=ladder.contact_email,
            webhook_url=url,
        )

    def ladder(self) -> Ladder:
        """As the rest of the slice knows it."""
        times = self.model_dump(exclude={"webhook_url"})
        return Ladder(**times, webhook_url=str(self.webhook_url) if self.webhook_url else None)


class LadderBody(LadderShape):
    """`renew_secret`: forget the webhook's secret and make another one."""

    renew_secret: bool = False


class CallOut(BaseModel):
    """`to` is an address, or the host of a webhook. `is_test`: pressed in Settings."""

    id: UUID
    step: AlarmStep
    round: int
    channel: Channel
    to: str
    is_test: bool
    conversation_id: UUID | None
    state: CallState
    error: str | None
    at: datetime

    @classmethod
    def of(cls, call: Call) -> "CallOut":
        return cls(
            id=call.id,
            step=AlarmStep(call.step),
            round=call.round,
            channel=call.channel,
            to=call.recipient,
            is_test=call.conversation_id is None,
            conversation_id=call.conversation_id,
            state=call.state,
            error=call.error,
            at=call.created_at,
        )


class AnsweredOut(BaseModel):
    """Of the last 30 days."""

    emergencies: int
    median_seconds: float | None
    slowest_seconds: float | None


class AlarmOut(BaseModel):
    """`has_mail_server` False: its mails reach nobody. `new_secret` is shown once, in the answer that made it."""

    ladder: LadderShape
    has_mail_server: bool
    calls: list[CallOut]
    answered: AnsweredOut
    new_secret: str | None = None


class StepOut(BaseModel):
    """`called`: how many were called."""

    step: AlarmStep
    round: int
    at: datetime
    called: int


class AlarmOfConversation(BaseModel):
    """What the alarm of this emergency has done so far."""

    steps: list[StepOut]
    calls: list[CallOut]


@router.get("/api/alarm")
async def read_alarm(request: Request, actor: SignedIn, db: Db, now: Now) -> AlarmOut:
    """The ladder, its last calls, and how soon people answered."""
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        return await _shown(request, tx, now())


@router.put("/api/alarm")
async def change_alarm(body: LadderBody, request: Request, actor: SignedIn, db: Db, now: Now) -> AlarmOut:
    """Set who is called when. Holds for emergencies raised from now on."""
    require(actor, Role.ADMIN)
    key = request.app.state.settings.server_key
    ladder = LadderShape(**body.model_dump(exclude={"renew_secret"})).ladder()
    async with db.transaction(actor.workspace_id) as tx:
        secret = await commands.set_ladder(
            tx, actor, ladder, key=key, renew_secret=body.renew_secret, at=now()
        )
        shown = await _shown(request, tx, now())
    return shown.model_copy(update={"new_secret": secret})


@router.post("/api/alarm/tests")
async def test_alarm(actor: SignedIn, db: Db, now: Now) -> list[CallOut]:
    """Call yourself, the contact and the webhook, marked TEST. Nobody else hears of it."""
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        ladder = await queries.ladder(tx)
        mine: tuple[Channel, str] = ("mail", actor.email)
        outside = [
            found
            for step in (AlarmStep.CONTACT, AlarmStep.WEBHOOK)
            for found in recipients(step, ladder, (), now())
        ]
        written = await commands.write_test(tx, actor, list(dict.fromkeys([mine, *outside])), now())
        await enqueue_all(tx, [call_job(tx.workspace, call_id) for call_id in written])
        return [CallOut.of(call) for call in await queries.calls_by_id(tx, written)]


@router.get("/api/conversations/{conversation_id}/alarm")
async def read_alarm_of_conversation(conversation_id: UUID, actor: SignedIn, db: Db) -> AlarmOfConversation:
    """The steps that were taken for its last emergency, and whom they called."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_for_member(tx, conversation_id)
        if row.emergency_raised_at is None:
            return AlarmOfConversation(steps=[], calls=[])
        steps = await queries.steps_of(tx, row.id, row.emergency_raised_at)
        calls = await queries.calls_of(tx, row.id, row.emergency_raised_at)
    return AlarmOfConversation(
        steps=[
            StepOut(step=AlarmStep(taken.step), round=taken.round, at=taken.at, called=taken.called)
            for taken in steps
        ],
        calls=[CallOut.of(call) for call in calls],
    )


async def _shown(request: Request, tx: Transaction, at: datetime) -> AlarmOut:
    answered = await queries.answered(tx, at - LOOK_BACK)
    return AlarmOut(
        ladder=LadderShape.of(await queries.ladder(tx)),
        has_mail_server=request.app.state.settings.mail_server is not None,
        calls=[CallOut.of(call) for call in await queries.newest_calls(tx)],
        answered=AnsweredOut(
            emergencies=answered.emergencies,
            median_seconds=answered.median_seconds,
            slowest_seconds=answered.slowest_seconds,
        ),
    )
