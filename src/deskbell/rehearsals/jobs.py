"""Rehearsing in the worker: a turn from the emergency screen to its outcome, of which nothing is published."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell import __version__
from deskbell.answering import queries as answering
from deskbell.answering.jobs import SecondLook, decide
from deskbell.answering.outcomes import HandOff, Outcome, Said, TurnInput
from deskbell.answering.tracing import decisions, filling
from deskbell.answering.tracing.trace import Trace, Understood
from deskbell.answering.turn import Answerer, Library, Rewriter, Tools
from deskbell.events.wire import Author, Reason
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Work, confirm
from deskbell.rehearsals import commands, queries
from deskbell.rehearsals.commands import REHEARSE
from deskbell.safety.emergency import screen


@dataclass(frozen=True)
class Rehearsing:
    """The works of this slice, with the world they need; other slices rehearse questions of their own with `run`."""

    database: Database
    clock: Clock
    library: Library
    answerer: Answerer
    rewriter: Rewriter | None = None
    second_look: SecondLook | None = None

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {REHEARSE: self.rehearse}

    async def rehearse(self, job: Claimed) -> None:
        """Answer one rehearsal that a member waits for."""
        async with self.database.transaction(job.workspace_id) as tx:
            asked = await queries.find_rehearsal(tx, UUID(job.args["rehearsal_id"]))
            if asked is None or asked.state == "done":
                return
            turn = await answering.turn_for_members(
                tx, asked.agent_id, asked.question, asked.turn_id, within=asked.source_id
            )
        trace = await self.run(turn)
        async with self.database.transaction(job.workspace_id) as tx:
            await confirm(tx, job)
            await commands.keep(tx, asked, trace, self.clock())

    async def run(self, turn: TurnInput) -> Trace:
        """The whole order of evaluation on a question, as a visitor's message would go through it. Never raises."""
        trace = Trace(versions=filling.versions(turn, __version__))
        outcome = _screened(turn, trace) or await self._looked_at_again(turn, trace)
        if outcome is None:
            tools = Tools(self.library, self.answerer, _nobody_reads, time.perf_counter, self.rewriter)
            outcome = await decide(turn, tools, trace)
        trace.came = filling.came(outcome, trace.failure)
        return trace

    async def _looked_at_again(self, turn: TurnInput, trace: Trace) -> Outcome | None:
        """Step 1b: the job of a turn does this before the turn."""
        heard = await self.second_look.hears(turn.text) if self.second_look is not None else None
        if heard is None:
            return None
        trace.decided(decisions.second_look(heard))
        if heard.level != "emergency":
            return None
        trace.understood = Understood(written=turn.text)
        return HandOff(Reason.EMERGENCY, "Emergency")


def _screened(turn: TurnInput, trace: Trace) -> Outcome | None:
    """Step 1: the request of the visitor does this before there is a turn."""
    alarm = screen(turn.text, _before(turn.thread))
    if alarm is None or alarm.level != "emergency":
        return None
    trace.understood = Understood(written=turn.text)
    why = f"“{alarm.matched}” sounds like an emergency."
    trace.decided(decisions.own(decisions.EMERGENCY_SCREEN, "Emergency screen", why, fired=True))
    return HandOff(Reason.EMERGENCY, "Emergency")


def _before(thread: tuple[Said, ...]) -> list[str]:
    return [said.text for said in thread if said.author is Author.VISITOR]


async def _nobody_reads(_: str) -> None:
    return
