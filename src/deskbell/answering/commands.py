"""Writing turns: begin one, settle one. Publishing is the conversation's business, behind its fence."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from deskbell.answering.outcomes import HandOff, Outcome, Reply, Say, TurnInput
from deskbell.answering.tables import Turn
from deskbell.answering.tracing import filling
from deskbell.answering.tracing.stored import as_json
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.verbatim.confidence import Calibration, fitted
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import agent_side
from deskbell.events.wire import Priority, Reason
from deskbell.handoff.commands import collection, passing
from deskbell.handoff.progress import LettingGo
from deskbell.handoff.rules import OWN_WORDS
from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.knowledge.commands.training import count_answer

STOPPED = "Stopped"  # in a trace: the turn took its worker with it, again and again


async def begin_turn(tx: Transaction, row: Conversation, at: datetime) -> Turn:
    """The turn for the visitor's last message in this epoch: a new one, or the one that is there already."""
    return await tx.one(
        Turn,
        """
        INSERT INTO turns AS t (workspace_id, id, conversation_id, agent_id, epoch, visitor_seq, started_at)
        VALUES (%(workspace_id)s, %(id)s, %(conversation_id)s, %(agent_id)s, %(epoch)s, %(visitor_seq)s, %(at)s)
        ON CONFLICT (workspace_id, conversation_id, epoch, visitor_seq) DO UPDATE SET attempts = t.attempts + 1
        RETURNING *
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        conversation_id=row.id,
        agent_id=row.agent_id,
        epoch=row.epoch,
        visitor_seq=row.last_visitor_seq,
        at=at,
    )


async def settle_turn(tx: Transaction, turn: TurnInput, outcome: Outcome, trace: Trace, at: datetime) -> bool:
    """Publish the outcome if the agent still holds the conversation as the turn saw it; else drop it and keep the trace."""
    row = await conversations.locked_for_agent(tx, turn.conversation_id, turn.epoch, turn.visitor_seq)
    if row is not None and not await _still_runs(tx, turn.id):
        return False  # its job was done twice (a lost lease): the other attempt has spoken
    if row is not None:
        await _publish(tx, row, turn, outcome, at)
    await _keep_trace(tx, turn.id, "settled" if row is not None else "dropped", outcome, trace, at)
    return row is not None


async def keep_alarm(tx: Transaction, row: Conversation, trace: Trace, at: datetime) -> UUID | None:
    """A turn that came to an emergency, for whoever asks why. `row` is the conversation as it was heard.

    None when a turn of that message has come to something else before.
    """
    turn = await begin_turn(tx, row, at)
    if turn.state != "running":
        return None
    await _keep_trace(tx, turn.id, "settled", HandOff(Reason.EMERGENCY, "Emergency"), trace, at)
    return turn.id


async def _still_runs(tx: Transaction, turn_id: UUID) -> bool:
    """Asked under the lock of the conversation, so only one attempt of a turn hears yes."""
    state = await tx.value(
        "SELECT state FROM turns WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=turn_id,
    )
    return state == "running"


async def drop_turn(tx: Transaction, turn_id: UUID, at: datetime) -> None:
    """There was nothing to do, or nobody to do it for."""
    await _set_state(tx, turn_id, "dropped", at)


async def fail_turns(tx: Transaction, conversation_id: UUID, at: datetime) -> None:
    """What still seems to run could not be run; a person has been asked instead."""
    trace = Trace(failure=STOPPED)
    trace.came = filling.came(HandOff(Reason.AGENT_UNAVAILABLE, "Agent unavailable"), STOPPED)
    await tx.run(
        """
        UPDATE turns SET state = 'failed', outcome = 'hand_off', trace = %(trace)s::jsonb, settled_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND conversation_id = %(conversation_id)s AND state = 'running'
        """,
        workspace_id=tx.workspace,
        conversation_id=conversation_id,
        trace=as_json(trace),
        at=at,
    )


async def _publish(
    tx: Transaction, row: Conversation, turn: TurnInput, outcome: Outcome, at: datetime
) -> None:
    if row.collection is not None:
        await _publish_mid_form(tx, row, turn, outcome, at)
        return
    match outcome:
        case Reply() | Say():
            await _speak(tx, row, turn, outcome, at)
        case HandOff(say_first=words):
            row = await _speak(tx, row, turn, Say(words), at) if words else row
            await passing.pass_on(tx, row, _letting_go(turn, outcome), turn.text, at)


async def _publish_mid_form(
    tx: Transaction, row: Conversation, turn: TurnInput, outcome: Outcome, at: datetime
) -> None:
    """A question in the middle of a form: answered if the content answers it, else left to the person who comes anyway."""
    match outcome:
        case Reply() | Say():
            row = await _speak(tx, row, turn, outcome, at)
            await collection.resume(tx, row, at, parked=False)
        case HandOff(say_first=words):
            row = await _speak(tx, row, turn, Say(words), at) if words else row
            await collection.resume(tx, row, at, parked=True)


async def _speak(
    tx: Transaction, row: Conversation, turn: TurnInput, outcome: Reply | Say, at: datetime
) -> Conversation:
    match outcome:
        case Reply(draft):
            if not row.is_check:
                await count_answer(tx, {citation.source_id for citation in draft.sources})
            return await agent_side.publish_answer(
                tx,
                row,
                text=draft.text,
                sources=draft.sources,
                confidence=draft.confidence,
                turn_id=turn.id,
                at=at,
            )
        case Say(text):
            return await agent_side.say(tx, row, key=f"turn:{turn.id}", text=text, turn_id=turn.id, at=at)


def _letting_go(turn: TurnInput, outcome: HandOff) -> LettingGo:
    match = outcome.match
    return LettingGo(
        reason=outcome.reason,
        label=outcome.label,
        rule_id=match.rule_id if match else None,
        rule_version=match.version if match else None,
        matched=match.matched if match else None,
        score=outcome.score if outcome.score is not None else (match.score if match else None),
        question=turn.text[:1000],
        tried=outcome.tried,
        urgent=match is not None and match.priority is not Priority.NORMAL,
        collect_first=match.collect_first if match else (),
        says=match.says if match else OWN_WORDS,
    )


async def _keep_trace(
    tx: Transaction, turn_id: UUID, state: str, outcome: Outcome, trace: Trace, at: datetime
) -> None:
    trace.came = came = filling.came(outcome, trace.failure)
    await tx.run(
        """
        UPDATE turns SET state = %(state)s, outcome = %(outcome)s, confidence = %(confidence)s,
               trace = %(trace)s::jsonb, judged = %(trace)s::jsonb->'judged', settled_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND state = 'running'
        """,
        workspace_id=tx.workspace,
        id=turn_id,
        state=state,
        outcome=came.outcome,
        confidence=came.confidence,
        trace=as_json(trace),
        at=at,
    )


async def _set_state(tx: Transaction, turn_id: UUID, state: str, at: datetime) -> None:
    await tx.run(
        """
        UPDATE turns SET state = %(state)s, settled_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND state = 'running'
        """,
        workspace_id=tx.workspace,
        id=turn_id,
        state=state,
        at=at,
    )


async def keep_calibration(
    tx: Transaction, agent_id: UUID, calibration: Calibration, *, model: str, questions: int, at: datetime
) -> None:
    """In place of an earlier one of the same agent and model."""
    await tx.run(
        """
        INSERT INTO calibrations (workspace_id, agent_id, model, fitted, score_shift, score_scale, questions, measured_at)
        VALUES (%(w)s, %(agent_id)s, %(model)s, %(fitted)s, %(score_shift)s, %(score_scale)s, %(questions)s, %(at)s)
        ON CONFLICT (workspace_id, agent_id, model) DO UPDATE SET
          fitted = excluded.fitted, score_shift = excluded.score_shift, score_scale = excluded.score_scale,
          questions = excluded.questions, measured_at = excluded.measured_at
        """,
        w=tx.workspace,
        agent_id=agent_id,
        model=model,
        fitted=fitted().name,
        questions=questions,
        at=at,
        **asdict(calibration),
    )
