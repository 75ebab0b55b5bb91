"""The job of a turn: load → run → settle, in three separate transactions at most. Whatever fails ends at a person."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

import structlog

from deskbell import __version__
from deskbell.answering import commands, queries
from deskbell.answering.deciding.on_draft import unavailable
from deskbell.answering.jobs.alarms import LOOK, LOOK_AT_DETAILS, SecondLook
from deskbell.answering.outcomes import HandOff, Outcome, TurnInput
from deskbell.answering.tracing import decisions, filling
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.turn import Answerer, Library, Rewriter, Tools, run_turn
from deskbell.bus import Bus, PayloadTooLargeError
from deskbell.conversations import queries as conversations
from deskbell.events.commands import log_topic_of
from deskbell.events.ephemeral import Draft, DraftWithdrawn, ephemeral_topic
from deskbell.events.wire import Reason
from deskbell.handoff.commands import collection, letting_go
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, LeaseLost, Work
from deskbell.safety.second_look import Heard

TURN = "answering.turn"
GIVE_UP = "answering.give_up"
HEIRS = {TURN: GIVE_UP}
LOOK_AGAIN_SECONDS = 1.0
LONGEST_TURN_SECONDS = 18.0  # a visitor gets an answer or an honest handoff within 20

log = structlog.get_logger(__name__)


def turn_job(workspace_id: UUID, conversation_id: UUID) -> Job:
    """One turn at a time per conversation, and one more waiting at most: five quick messages are one question."""
    return Job(
        TURN,
        workspace_id,
        {"conversation_id": str(conversation_id)},
        serial_key=f"conversation:{conversation_id}",
        dedupe_key=f"turn:{conversation_id}",
    )


@dataclass(frozen=True)
class Turns:
    """The works of this slice, with the world they need."""

    database: Database
    bus: Bus
    clock: Clock
    library: Library
    answerer: Answerer
    rewriter: Rewriter | None = None
    second_look: SecondLook | None = None

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {
            TURN: self.take_turn,
            GIVE_UP: self.give_up,
            LOOK: self.look,
            LOOK_AT_DETAILS: self.look_at_details,
        }

    async def take_turn(self, job: Claimed) -> None:
        """Answer, collect or hand off whatever the visitor has written since the agent last spoke."""
        heard = await self._looks_again(job)
        if heard is not None and heard.level == "emergency":
            return
        turn = await self._load(job)
        if turn is None:
            return
        trace = Trace(versions=filling.versions(turn, __version__))
        if heard is not None:
            trace.decided(decisions.second_look(heard))
        outcome = await self._decide_while_held(turn, trace)
        async with self.database.transaction(job.workspace_id) as tx:
            published = await commands.settle_turn(tx, turn, outcome, trace, self.clock())
        if not published:
            self._withdraw(turn)

    async def _looks_again(self, job: Claimed) -> Heard | None:
        if self.second_look is None:
            return None
        return await self.second_look.before_the_turn(job.workspace_id, UUID(job.args["conversation_id"]))

    async def look(self, job: Claimed) -> None:
        """Whether what was written to people is an emergency."""
        if self.second_look is not None:
            await self.second_look.look(job)

    async def look_at_details(self, job: Claimed) -> None:
        """Whether the collected details are an emergency."""
        if self.second_look is not None:
            await self.second_look.look_at_details(job)

    async def give_up(self, job: Claimed) -> None:
        """The turn died again and again, or took its worker with it: a person takes the conversation."""
        conversation_id = UUID(job.args["conversation_id"])
        async with self.database.transaction(job.workspace_id) as tx:
            row = await conversations.locked(tx, conversation_id)
            await commands.fail_turns(tx, conversation_id, self.clock())
            if row is not None and row.state == "agent":
                await letting_go.agent_unavailable(tx, row, self.clock())

    async def _load(self, job: Claimed) -> TurnInput | None:
        at = self.clock()
        async with self.database.transaction(job.workspace_id) as tx:
            row = await conversations.locked(tx, UUID(job.args["conversation_id"]))
            if row is None or row.state != "agent":
                return None
            turn = await commands.begin_turn(tx, row, at)
            loaded = await queries.load_turn(tx, row, turn.id)
            if loaded is not None and row.collection is not None:
                question = await collection.written(tx, row, loaded.text, at)
                loaded = replace(loaded, text=question) if question else None
            if loaded is None:
                await commands.drop_turn(tx, turn.id, at)
            return loaded

    async def _decide_while_held(self, turn: TurnInput, trace: Trace) -> Outcome:
        """Stops as soon as the conversation has moved on: the model's line is hung up, and what it would say is dropped."""
        if turn.agent.answerer == "verbatim":
            return await self._decide(turn, trace)  # it is done before anybody could stop it
        deciding = asyncio.create_task(self._decide(turn, trace))
        moved_on = asyncio.create_task(self._moved_on(turn))
        try:
            await asyncio.wait((deciding, moved_on), return_when=asyncio.FIRST_COMPLETED)
            if deciding.done():
                return await deciding
            trace.failure = "Dropped"
            return HandOff(
                Reason.AGENT_UNAVAILABLE, "Agent unavailable"
            )  # for the trace: nobody publishes it
        finally:
            deciding.cancel()
            moved_on.cancel()
            await asyncio.wait((deciding, moved_on))

    async def _moved_on(self, turn: TurnInput) -> None:
        """Returns when the agent holds the conversation no more, or the visitor has written again."""
        grown = asyncio.Event()
        stop_listening = self.bus.subscribe(
            log_topic_of(turn.workspace_id), lambda _topic, _payload: grown.set()
        )
        try:
            while await self._as_it_was(turn):
                with suppress(TimeoutError):  # wake-ups may be lost
                    await asyncio.wait_for(grown.wait(), LOOK_AGAIN_SECONDS)
                grown.clear()
        finally:
            stop_listening()

    async def _as_it_was(self, turn: TurnInput) -> bool:
        async with self.database.transaction(turn.workspace_id) as tx:
            row = await conversations.conversation(tx, turn.conversation_id)
        return (
            row is not None
            and row.state == "agent"
            and (row.epoch, row.last_visitor_seq) == (turn.epoch, turn.visitor_seq)
        )

    async def _decide(self, turn: TurnInput, trace: Trace) -> Outcome:
        async def show(text: str) -> None:
            draft = Draft(
                conversation_id=turn.conversation_id,
                visitor_id=turn.visitor_id,
                turn_id=turn.id,
                epoch=turn.epoch,
                text=text,
            )
            with suppress(PayloadTooLargeError):  # not shown on the way; the answer itself comes whole
                self.bus.publish(ephemeral_topic(turn.workspace_id), draft.model_dump_json().encode())
                trace.shown = text

        return await decide(
            turn, Tools(self.library, self.answerer, show, time.perf_counter, self.rewriter), trace
        )

    def _withdraw(self, turn: TurnInput) -> None:
        gone = DraftWithdrawn(
            conversation_id=turn.conversation_id, visitor_id=turn.visitor_id, turn_id=turn.id, text=""
        )
        self.bus.publish(ephemeral_topic(turn.workspace_id), gone.model_dump_json().encode())


async def decide(turn: TurnInput, tools: Tools, trace: Trace) -> Outcome:
    """The turn's safety net: time runs out or anything breaks → a person."""
    try:
        async with asyncio.timeout(LONGEST_TURN_SECONDS):
            return await run_turn(turn, tools, trace)
    except LeaseLost:
        raise
    except Exception as failure:  # noqa: BLE001 - every failure of the agent ends at a human
        log.warning("turn.failed", error=type(failure).__name__)
        trace.failure = type(failure).__name__
        return unavailable(turn)
