"""Reading the ladder, what it has done, and how soon people answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deskbell.alarms.ladder import Ladder
from deskbell.alarms.tables import Answered, Call, StepRow
from deskbell.kit.db import Transaction

SHOWN = 20

_CALLS = """
    SELECT id, conversation_id, raised_at, step, round, channel, recipient, state, error, created_at, settled_at
    FROM alarm_calls WHERE workspace_id = %(workspace_id)s
"""


@dataclass(frozen=True)
class _LadderRow(Ladder):
    sealed_secret: bytes | None = None


async def ladder(tx: Transaction) -> Ladder:
    """The workspace's, or the usual one."""
    return (await ladder_and_secret(tx))[0]


async def ladder_and_secret(tx: Transaction) -> tuple[Ladder, bytes | None]:
    """The ladder, and the sealed secret that signs its webhook."""
    row = await tx.maybe(
        _LadderRow,
        """
        SELECT members_here_after_seconds, everybody_after_seconds, contact_after_seconds, webhook_after_seconds,
               again_after_seconds, contact_email, webhook_url, sealed_secret
        FROM alarm_ladders WHERE workspace_id = %(workspace_id)s
        """,
        workspace_id=tx.workspace,
    )
    return (row, row.sealed_secret) if row else (Ladder(), None)


async def call(tx: Transaction, call_id: UUID) -> Call | None:
    """One call, locked until the commit."""
    return await tx.maybe(Call, _CALLS + "AND id = %(id)s FOR UPDATE", workspace_id=tx.workspace, id=call_id)


async def calls_by_id(tx: Transaction, call_ids: Sequence[UUID]) -> Sequence[Call]:
    """These calls, in the order they were written."""
    return await tx.all(
        Call, _CALLS + "AND id = ANY(%(ids)s) ORDER BY id", workspace_id=tx.workspace, ids=list(call_ids)
    )


async def newest_calls(tx: Transaction, limit: int = SHOWN) -> Sequence[Call]:
    """The last calls of the workspace, newest first."""
    return await tx.all(
        Call,
        _CALLS + "ORDER BY created_at DESC, id DESC LIMIT %(limit)s",
        workspace_id=tx.workspace,
        limit=limit,
    )


async def steps_of(tx: Transaction, conversation_id: UUID, raised_at: datetime) -> Sequence[StepRow]:
    """What was done about one emergency, in order."""
    return await tx.all(
        StepRow,
        """
        SELECT step, round, at, called FROM alarm_steps
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND raised_at = %(raised_at)s
        ORDER BY at, step <> 'raised', round, step
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        raised_at=raised_at,
    )


async def calls_of(tx: Transaction, conversation_id: UUID, raised_at: datetime) -> Sequence[Call]:
    """Whom the alarm of one emergency has called, in order."""
    return await tx.all(
        Call,
        _CALLS
        + "AND conversation_id = %(conversation_id)s AND raised_at = %(raised_at)s ORDER BY created_at, id",
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        raised_at=raised_at,
    )


async def answered(tx: Transaction, since: datetime) -> Answered:
    """How soon a member answered for emergencies raised since then; tests of members do not count."""
    return await tx.one(
        Answered,
        """
        SELECT count(*) AS emergencies,
               percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median_seconds,
               max(seconds) AS slowest_seconds
        FROM (
          SELECT extract(epoch FROM at - raised_at)::double precision AS seconds FROM alarm_answers
          WHERE workspace_id = %(workspace_id)s AND raised_at >= %(since)s
        ) taken
        """,
        workspace_id=tx.workspace,
        since=since,
    )
