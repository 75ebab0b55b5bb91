"""Writing rehearsals: asking for one, and keeping what it came to. No message, no event, no counter is touched."""

from datetime import datetime, timedelta
from uuid import UUID

from deskbell.answering.queries import Turn
from deskbell.answering.tracing.stored import as_json, of_json
from deskbell.answering.tracing.trace import Trace
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, LimitReached, Refused
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Job, enqueue
from deskbell.knowledge.access import Source
from deskbell.rehearsals import queries
from deskbell.rehearsals.asking import why_silent
from deskbell.rehearsals.tables import Rehearsal
from deskbell.workspaces.access import Actor

REHEARSE = "rehearsals.rehearse"
MOST_A_MINUTE = 20  # by one member: a generative agent pays its model for each
KEPT = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


async def replay(tx: Transaction, actor: Actor, turn: Turn, at: datetime) -> Rehearsal:
    """Run a turn again with today's settings and content. `Refused` when its question was not kept."""
    trace = of_json(turn.trace)
    if trace is None:
        raise Refused("turn_without_trace", "This turn is older than traces: its question was not kept.")
    return await _ask(tx, actor, turn.agent_id, trace.understood.written, at, turn_id=turn.id)


async def ask(tx: Transaction, actor: Actor, agent_id: UUID, question: str, at: datetime) -> Rehearsal:
    """A question of a member to the agent."""
    return await _ask(tx, actor, agent_id, question, at)


async def ask_source(tx: Transaction, actor: Actor, source: Source, question: str, at: datetime) -> Rehearsal:
    """A question to one source alone, through the very turn that a visitor gets. `Conflict` while nothing can be found in it."""
    silent = why_silent(source)
    if silent is not None:
        raise Conflict("nothing_in_source", silent)
    return await _ask(tx, actor, source.agent_id, question, at, source_id=source.id)


async def keep(tx: Transaction, rehearsal: Rehearsal, trace: Trace, at: datetime) -> None:
    """What it came to; whoever waits for it is woken."""
    await tx.run(
        """
        UPDATE rehearsals SET state = 'done', trace = %(trace)s::jsonb, done_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=rehearsal.id,
        trace=as_json(trace),
        at=at,
    )
    tx.wake(topic(rehearsal.id))


def topic(rehearsal_id: UUID) -> str:
    """The bus topic that says "this rehearsal is done"."""
    return f"rehearsal:{rehearsal_id}"


async def _ask(
    tx: Transaction,
    actor: Actor,
    agent_id: UUID,
    question: str,
    at: datetime,
    *,
    turn_id: UUID | None = None,
    source_id: UUID | None = None,
) -> Rehearsal:
    await _sweep(tx, at)
    if await queries.asked_since(tx, actor.member_id, at - MINUTE) >= MOST_A_MINUTE:
        raise LimitReached(
            "too_many_rehearsals",
            f"That was {MOST_A_MINUTE} questions in a minute. Wait a moment, then go on.",
            retry_after_seconds=MINUTE.total_seconds(),
        )
    asked = await tx.one(
        Rehearsal,
        """
        INSERT INTO rehearsals (workspace_id, id, agent_id, member_id, turn_id, source_id, question, asked_at)
        VALUES (%(w)s, %(id)s, %(agent_id)s, %(member_id)s, %(turn_id)s, %(source_id)s, %(question)s, %(at)s)
        RETURNING *
        """,
        w=tx.workspace,
        id=new_id(),
        agent_id=agent_id,
        member_id=actor.member_id,
        turn_id=turn_id,
        source_id=source_id,
        question=question,
        at=at,
    )
    await enqueue(tx, Job(REHEARSE, tx.workspace, {"rehearsal_id": str(asked.id)}))
    return asked


async def _sweep(tx: Transaction, at: datetime) -> None:
    await tx.run(
        "DELETE FROM rehearsals WHERE workspace_id = %(workspace_id)s AND asked_at < %(before)s",
        workspace_id=tx.workspace,
        before=at - KEPT,
    )
