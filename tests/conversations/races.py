"""Races against the fence, on the real database: many attempts, each with its own timing."""

import asyncio
import random
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from deskbell.answering.jobs import turn_job
from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.turn import Show
from deskbell.events.wire import Author
from deskbell.kit.jobs import Claimed
from deskbell.knowledge.finding.ranking import Found
from tests.cast import Person
from tests.visitor import Visitor


@dataclass
class SlowAnswerer:
    """Answers after a while, sentence by sentence, so that a takeover can fall into the middle."""

    seconds: float = 0.0
    sentences: int = 1
    drafts_shown: int = 0

    async def compose(
        self, question: str, turn: TurnInput, passages: tuple[Found, ...], show: Show, trace: Trace
    ) -> Draft | None:
        text = ""
        for sentence in range(self.sentences):
            await asyncio.sleep(self.seconds / self.sentences)
            text += f"Sentence {sentence + 1}. "
            await show(text)
            self.drafts_shown += 1
        return Draft(text.strip(), (), 0.99)


@dataclass(frozen=True)
class Outcome:
    """What a race left behind: agent messages before and after the takeover, sentences that were shown when it happened."""

    before: int
    after: int
    shown: int = 0


async def race_of_takeover(
    ben: Person, vera: Visitor, answerer: SlowAnswerer, chance: random.Random, *, streaming: bool
) -> Outcome:
    """A turn and a takeover at about the same moment; `streaming` answers come in four sentences."""
    conversation = await vera.says("What are your clinic hours?")
    answerer.seconds = chance.uniform(0, 0.03)
    answerer.sentences, answerer.drafts_shown = (4 if streaming else 1), 0
    shown = 0

    async def takes_over() -> None:
        nonlocal shown
        await takes_over_after(ben, conversation, chance.uniform(0, 0.04))
        shown = answerer.drafts_shown

    await asyncio.gather(runs_turn(vera, conversation), takes_over())
    thread = await ben.reads(conversation)
    return replace(counted(thread["messages"]), shown=shown)


async def runs_turn(visitor: Visitor, conversation: dict[str, Any]) -> None:
    """The job of the turn, as the worker runs it."""
    async with visitor.desk.database.transaction() as tx:
        workspace_id = UUID(
            str(await tx.value("SELECT workspace_id FROM jobs WHERE kind = 'answering.turn' LIMIT 1"))
        )
    job = turn_job(workspace_id, UUID(conversation["id"]))
    claimed = Claimed(job.kind, job.workspace_id, job.args, id=0, fence=0, attempt=1)
    await visitor.desk.works[job.kind](claimed)


async def takes_over_after(member: Person, conversation: dict[str, Any], seconds: float) -> None:
    await asyncio.sleep(seconds)
    await member.takes_over(conversation)
    assert member.refused is None


def counted(messages: list[dict[str, Any]]) -> Outcome:
    """Agent messages on both sides of the line "… joined"."""
    authors = [(message["author"], message["kind"]) for message in messages]
    taken = authors.index((Author.DESK, "taken_over"))
    by_agent = [author == Author.AGENT for author, _ in authors]
    return Outcome(sum(by_agent[:taken]), sum(by_agent[taken:]))
