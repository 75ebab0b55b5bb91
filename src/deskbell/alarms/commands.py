"""Writing the ladder, taking its steps, settling its calls. Each step is taken once: its row is written first, or not at all."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from deskbell.alarms import queries
from deskbell.alarms.ladder import AlarmStep, Ladder, Planned, problem_with
from deskbell.alarms.signing import written_secret
from deskbell.alarms.tables import Call, CallState, Channel
from deskbell.audit.commands import note
from deskbell.conversations.access import Conversation
from deskbell.events.commands import record
from deskbell.events.types import AlarmChanged
from deskbell.kit.crypto import seal
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Refused
from deskbell.kit.ids import new_id
from deskbell.workspaces.access import Actor

SECRET_BYTES = 32


async def set_ladder(
    tx: Transaction, actor: Actor, ladder: Ladder, *, key: bytes, renew_secret: bool, at: datetime
) -> str | None:
    """Replace the ladder. Returns the webhook's new secret, which is shown this once, or None when it stays the same."""
    wrong = problem_with(ladder)
    if wrong:
        raise Refused("ladder_unclear", wrong)
    _, sealed = await queries.ladder_and_secret(tx)
    secret = None
    if ladder.webhook_url and (sealed is None or renew_secret):
        secret = written_secret(secrets.token_bytes(SECRET_BYTES))
        sealed = seal(key, secret, bound_to=bound_to(tx.workspace))
    await tx.run(
        """
        INSERT INTO alarm_ladders (workspace_id, members_here_after_seconds, everybody_after_seconds,
                                   contact_after_seconds, webhook_after_seconds, again_after_seconds, contact_email,
                                   webhook_url, sealed_secret)
        VALUES (%(workspace_id)s, %(members_here_after_seconds)s, %(everybody_after_seconds)s,
                %(contact_after_seconds)s, %(webhook_after_seconds)s, %(again_after_seconds)s, %(contact_email)s,
                %(webhook_url)s, %(sealed)s)
        ON CONFLICT (workspace_id) DO UPDATE
        SET members_here_after_seconds = excluded.members_here_after_seconds,
            everybody_after_seconds = excluded.everybody_after_seconds,
            contact_after_seconds = excluded.contact_after_seconds,
            webhook_after_seconds = excluded.webhook_after_seconds,
            again_after_seconds = excluded.again_after_seconds,
            contact_email = excluded.contact_email, webhook_url = excluded.webhook_url,
            sealed_secret = excluded.sealed_secret
        """,
        workspace_id=tx.workspace,
        sealed=sealed,
        **asdict(ladder),
    )
    await _note(tx, actor, "alarm_ladder.changed", at)
    record(tx, AlarmChanged(at=at))
    return secret


async def take_step(
    tx: Transaction,
    row: Conversation,
    planned: Planned,
    recipients: Sequence[tuple[Channel, str]],
    at: datetime,
) -> Sequence[UUID] | None:
    """Write the step and its calls; None when it was taken before (a worker was killed after it)."""
    taken = await tx.value(
        """
        INSERT INTO alarm_steps (workspace_id, conversation_id, raised_at, step, round, at, called)
        VALUES (%(workspace_id)s, %(conversation_id)s, %(raised_at)s, %(step)s, %(round)s, %(at)s, %(called)s)
        ON CONFLICT DO NOTHING RETURNING true
        """,
        workspace_id=tx.workspace,
        conversation_id=row.id,
        raised_at=row.emergency_raised_at,
        step=planned.step,
        round=planned.round,
        at=at,
        called=len(recipients),
    )
    if taken is None:
        return None
    raised_at = row.emergency_raised_at or at
    calls = [
        await _write_call(tx, row.id, raised_at, planned, channel, recipient, at)
        for channel, recipient in recipients
    ]
    record(tx, AlarmChanged(at=at))
    return calls


async def write_test(
    tx: Transaction, actor: Actor, recipients: Sequence[tuple[Channel, str]], at: datetime
) -> Sequence[UUID]:
    """Calls that say TEST: no conversation, no step."""
    planned = Planned(AlarmStep.RAISED, at)
    calls = [
        await _write_call(tx, None, at, planned, channel, recipient, at) for channel, recipient in recipients
    ]
    await _note(tx, actor, "alarm.tested", at)
    return calls


async def settle_call(tx: Transaction, call: Call, state: CallState, error: str | None, at: datetime) -> None:
    """What became of it. `waiting` with an error: it will be tried again."""
    await tx.run(
        """
        UPDATE alarm_calls SET state = %(state)s, error = %(error)s, settled_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=call.id,
        state=state,
        error=error,
        at=at,
    )
    record(tx, AlarmChanged(at=at))


async def keep_answer(tx: Transaction, conversation_id: UUID, raised_at: datetime, at: datetime) -> None:
    """How soon a member answered for an emergency: kept also when another one follows in the same thread."""
    await tx.run(
        """
        INSERT INTO alarm_answers (workspace_id, conversation_id, raised_at, at)
        VALUES (%(workspace_id)s, %(conversation_id)s, %(raised_at)s, %(at)s) ON CONFLICT DO NOTHING
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        raised_at=raised_at,
        at=at,
    )


def bound_to(workspace_id: UUID) -> str:
    """What the sealed secret belongs to."""
    return f"alarm:{workspace_id}"


async def _write_call(
    tx: Transaction,
    conversation_id: UUID | None,
    raised_at: datetime,
    planned: Planned,
    channel: Channel,
    recipient: str,
    at: datetime,
) -> UUID:
    call_id = new_id()
    await tx.run(
        """
        INSERT INTO alarm_calls (workspace_id, id, conversation_id, raised_at, step, round, channel, recipient,
                                 created_at)
        VALUES (%(workspace_id)s, %(id)s, %(conversation_id)s, %(raised_at)s, %(step)s, %(round)s, %(channel)s,
                %(recipient)s, %(at)s)
        """,
        workspace_id=tx.workspace,
        id=call_id,
        conversation_id=conversation_id,
        raised_at=raised_at,
        step=planned.step,
        round=planned.round,
        channel=channel,
        recipient=recipient,
        at=at,
    )
    return call_id


async def _note(tx: Transaction, actor: Actor, deed: str, at: datetime) -> None:
    await note(tx, at=at, deed=deed, subject=str(tx.workspace), actor=actor.name, person_id=actor.person_id)
