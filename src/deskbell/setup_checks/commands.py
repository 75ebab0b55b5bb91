"""Writing set-up checks: begin one, note a line, end it; and the question that a worker proves itself with."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.events.commands import record
from deskbell.events.types import SetupCheckChanged
from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Job, enqueue
from deskbell.setup_checks.lines import PLAN, Line
from deskbell.setup_checks.queries import SHOWN
from deskbell.setup_checks.tables import LINES, Cause, SetupCheck, State
from deskbell.workspaces.access import Actor

PROVE = "setup_checks.prove"


def topic(check_id: UUID) -> str:
    """The bus topic that says "a worker has answered this check"."""
    return f"setup_check:{check_id}"


async def begin(tx: Transaction, actor: Actor, agent_id: UUID, cause: Cause, at: datetime) -> SetupCheck:
    """A new check; older ones than the last few of the agent go."""
    check = await tx.one(
        SetupCheck,
        """
        INSERT INTO setup_checks (workspace_id, id, agent_id, member_id, member_name, cause, lines, begun_at, beat_at)
        VALUES (%(workspace_id)s, %(id)s, %(agent_id)s, %(member_id)s, %(member_name)s, %(cause)s, %(lines)s,
                %(at)s, %(at)s)
        RETURNING *
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        agent_id=agent_id,
        member_id=actor.member_id,
        member_name=actor.name,
        cause=cause,
        lines=_stored(PLAN),
        at=at,
    )
    await tx.run(
        """
        DELETE FROM setup_checks WHERE workspace_id = %(workspace_id)s AND agent_id = %(agent_id)s AND id NOT IN (
          SELECT id FROM setup_checks WHERE workspace_id = %(workspace_id)s AND agent_id = %(agent_id)s
          ORDER BY begun_at DESC, id DESC LIMIT %(kept)s)
        """,
        workspace_id=tx.workspace,
        agent_id=agent_id,
        kept=SHOWN,
    )
    record(tx, SetupCheckChanged(at=at, agent_id=agent_id, setup_check_id=check.id))
    return check


async def keep_lines(tx: Transaction, check: SetupCheck, lines: Sequence[Line], at: datetime) -> None:
    """How far it is; also its sign of life."""
    await _keep(tx, check, lines, "running", at)


async def end(tx: Transaction, check: SetupCheck, lines: Sequence[Line], state: State, at: datetime) -> None:
    """It is over: *done*, or *stopped* before its end."""
    await _keep(tx, check, lines, state, at)


async def ask_worker(
    tx: Transaction, check: SetupCheck, number: int, *, after_jobs_of: UUID | None = None
) -> None:
    """A job whose answer proves that a worker is there; `after_jobs_of`: and has done all that was due for a conversation."""
    args = {"check_id": str(check.id), "number": str(number)}
    serial_key = f"conversation:{after_jobs_of}" if after_jobs_of else None
    await enqueue(tx, Job(PROVE, tx.workspace, args, serial_key))


async def keep_proof(tx: Transaction, check_id: UUID, number: str, answer: dict[str, Any]) -> None:
    """The worker's answer."""
    await tx.run(
        """
        UPDATE setup_checks SET proofs = proofs || jsonb_build_object(%(number)s::text, %(answer)s)
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=check_id,
        number=number,
        answer=Jsonb(answer),
    )
    tx.wake(topic(check_id))


async def _keep(
    tx: Transaction, check: SetupCheck, lines: Sequence[Line], state: State, at: datetime
) -> None:
    await tx.run(
        """
        UPDATE setup_checks SET lines = %(lines)s, state = %(state)s, beat_at = %(at)s, ended_at = %(ended_at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=check.id,
        lines=_stored(lines),
        state=state,
        at=at,
        ended_at=None if state == "running" else at,
    )
    record(tx, SetupCheckChanged(at=at, agent_id=check.agent_id, setup_check_id=check.id))


def _stored(lines: Sequence[Line]) -> Jsonb:
    return Jsonb(LINES.dump_python(tuple(lines), mode="json"))
