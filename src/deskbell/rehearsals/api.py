"""HTTP for "why this answer": the trace of a turn, running it again, and asking the agent something. Members only."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, StringConstraints

from deskbell.agents.access import open_agent
from deskbell.answering.queries import Turn, turns_of
from deskbell.answering.tracing.stored import of_json
from deskbell.answering.tracing.trace import Considered, Trace
from deskbell.bus import Bus
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import LONGEST_MESSAGE, conversation_for_member
from deskbell.events.wire import Instant
from deskbell.kit.db import Database, Transaction
from deskbell.kit.errors import NotFound
from deskbell.kit.web import Db, Now
from deskbell.knowledge.access import open_source
from deskbell.knowledge.queries.standing import sources_there, texts_there
from deskbell.rehearsals import access, commands
from deskbell.rehearsals.behind import Standing, behind, standing, why_none
from deskbell.rehearsals.differences import differences
from deskbell.rehearsals.story import story
from deskbell.rehearsals.tables import Rehearsal
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api", tags=["why this answer"])

LOOK_AGAIN_SECONDS = 1.0  # a lost wake-up costs this much
LongestWait = Annotated[float, Query(ge=0, le=25)]


class TurnRow(BaseModel):
    """A turn without its trace. `state`: settled, dropped (somebody was faster), failed, or running."""

    id: UUID
    conversation_id: UUID
    state: str
    attempts: int
    outcome: str | None
    confidence: float | None
    started_at: Instant
    settled_at: Instant | None


class TurnOut(BaseModel):
    """A turn with its trace. `passages_now` tells for each passage whether it still stands; `costs_tokens`: running it
    again calls a language model.
    """

    turn: TurnRow
    trace: Trace | None
    story: list[str]
    passages_now: dict[UUID, Standing]
    costs_tokens: bool


class Why(BaseModel):
    """Why a message is as it is. Without a turn, `sentence` says why there is none."""

    turn: TurnOut | None
    sentence: str


class Question(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_MESSAGE)
    ]


class RehearsalOut(BaseModel):
    """`changes`: how it differs from the turn that it repeats, in words."""

    id: UUID
    state: Literal["waiting", "done"]
    question: str
    trace: Trace | None
    story: list[str]
    changes: list[str]
    asked_at: Instant
    done_at: Instant | None


async def _bus(request: Request) -> Bus:
    return request.app.state.bus


TheBus = Annotated[Bus, Depends(_bus)]


@router.get("/conversations/{conversation_id}/messages/{message_id}/turn")
async def why_this_message(conversation_id: UUID, message_id: UUID, actor: SignedIn, db: Db) -> Why:
    """The turn behind an answer or a handoff."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_for_member(tx, conversation_id)
        thread = [projection.message(message) for message in await conversations.messages(tx, row.id)]
        message = next((message for message in thread if message.id == message_id), None)
        if message is None:
            raise NotFound("message_not_found", "This message does not exist any more, or it is not yours.")
        turn = behind(message, thread, await turns_of(tx, row.id))
        shown = await _shown(tx, turn) if turn else None
    return Why(turn=shown, sentence="" if shown and shown.trace else why_none(message))


@router.get("/conversations/{conversation_id}/turns")
async def list_turns(conversation_id: UUID, actor: SignedIn, db: Db) -> list[TurnRow]:
    """Every turn of a conversation, oldest first: also those that nobody saw."""
    async with db.transaction(actor.workspace_id) as tx:
        row = await conversation_for_member(tx, conversation_id)
        return [_row(turn) for turn in await turns_of(tx, row.id)]


@router.get("/turns/{turn_id}")
async def get_turn(turn_id: UUID, actor: SignedIn, db: Db) -> TurnOut:
    """One turn with its trace."""
    async with db.transaction(actor.workspace_id) as tx:
        return await _shown(tx, await access.open_turn(tx, turn_id))


@router.post("/turns/{turn_id}/replay", status_code=202)
async def replay_turn(turn_id: UUID, actor: SignedIn, db: Db, now: Now) -> RehearsalOut:
    """Run it again with today's settings and content. Nothing is published."""
    async with db.transaction(actor.workspace_id) as tx:
        turn = await access.open_turn(tx, turn_id)
        return _out(await commands.replay(tx, actor, turn, now()), None)


@router.post("/agents/{agent_id}/rehearsals", status_code=202)
async def ask_agent(agent_id: UUID, asked: Question, actor: SignedIn, db: Db, now: Now) -> RehearsalOut:
    """Ask the agent something, as a visitor would. Nothing is published."""
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent(tx, agent_id)
        return _out(await commands.ask(tx, actor, agent.id, asked.question, now()), None)


@router.post("/sources/{source_id}/rehearsals", status_code=202)
async def ask_source(source_id: UUID, asked: Question, actor: SignedIn, db: Db, now: Now) -> RehearsalOut:
    """Ask the agent something that it may answer from this source alone. Nothing is published."""
    async with db.transaction(actor.workspace_id) as tx:
        source = await open_source(tx, source_id)
        return _out(await commands.ask_source(tx, actor, source, asked.question, now()), None)


@router.get("/rehearsals/{rehearsal_id}")
async def get_rehearsal(
    rehearsal_id: UUID, actor: SignedIn, db: Db, bus: TheBus, wait: LongestWait = 0
) -> RehearsalOut:
    """What it came to; `wait` seconds at most until it is done."""
    with _woken_by(bus, commands.topic(rehearsal_id)) as woken:
        until = asyncio.get_running_loop().time() + wait
        while True:
            woken.clear()
            out = await _read(db, actor.workspace_id, rehearsal_id)
            left = until - asyncio.get_running_loop().time()
            if out.state == "done" or left <= 0:
                return out
            with suppress(TimeoutError):
                await asyncio.wait_for(woken.wait(), min(left, LOOK_AGAIN_SECONDS))


@contextmanager
def _woken_by(bus: Bus, topic: str) -> Iterator[asyncio.Event]:
    woken = asyncio.Event()
    unsubscribe = bus.subscribe(topic, lambda _topic, _payload: woken.set())
    try:
        yield woken
    finally:
        unsubscribe()


async def _read(db: Database, workspace_id: UUID, rehearsal_id: UUID) -> RehearsalOut:
    """In a transaction of its own: none is open while it is waited for."""
    async with db.transaction(workspace_id) as tx:
        rehearsal = await access.open_rehearsal(tx, rehearsal_id)
        repeated = await access.open_turn(tx, rehearsal.turn_id) if rehearsal.turn_id else None
    return _out(rehearsal, of_json(repeated.trace) if repeated else None)


async def _shown(tx: Transaction, turn: Turn) -> TurnOut:
    trace = of_json(turn.trace)
    agent = await open_agent(tx, turn.agent_id)
    return TurnOut(
        turn=_row(turn),
        trace=trace,
        story=story(trace) if trace else [],
        passages_now=await _standing(tx, trace.passages) if trace else {},
        costs_tokens=agent.answerer == "generative",
    )


async def _standing(tx: Transaction, passages: Sequence[Considered]) -> dict[UUID, Standing]:
    sources = await sources_there(tx, {passage.source_id for passage in passages})
    texts = await texts_there(tx, sources, {passage.digest for passage in passages})
    return {passage.passage_id: standing(passage, sources, texts) for passage in passages}


def _row(turn: Turn) -> TurnRow:
    return TurnRow(
        id=turn.id,
        conversation_id=turn.conversation_id,
        state=turn.state,
        attempts=turn.attempts,
        outcome=turn.outcome,
        confidence=turn.confidence,
        started_at=turn.started_at,
        settled_at=turn.settled_at,
    )


def _out(rehearsal: Rehearsal, before: Trace | None) -> RehearsalOut:
    trace = of_json(rehearsal.trace)
    return RehearsalOut(
        id=rehearsal.id,
        state=rehearsal.state,
        question=rehearsal.question,
        trace=trace,
        story=_told(rehearsal, trace) if trace else [],
        changes=differences(before, trace) if before and trace else [],
        asked_at=rehearsal.asked_at,
        done_at=rehearsal.done_at,
    )


def _told(rehearsal: Rehearsal, trace: Trace) -> list[str]:
    return story(trace, "this source") if rehearsal.source_id else story(trace)
