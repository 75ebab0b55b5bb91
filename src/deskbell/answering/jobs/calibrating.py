"""Measuring what confidence means in an agent's content, after it was trained. Bounded: at most 80 headings and 30 foreign
questions, on the lane that nobody waits for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from deskbell.answering import commands, verbatim
from deskbell.answering.verbatim.calibrating import headings
from deskbell.answering.verbatim.calibrating.headings import Heading
from deskbell.answering.verbatim.calibrating.measured import Scores, scores_to
from deskbell.answering.verbatim.calibrating.probes import FOREIGN
from deskbell.answering.verbatim.confidence import fitted, raw_score
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Job, Work, confirm
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.queries import Search, find_passages, sampled_passages, serving_set

if TYPE_CHECKING:  # the web process names this job and never needs numpy
    from deskbell.embedding.embedder import Embedder, Vector

CALIBRATE = "answering.calibrate"
SETTLES_AFTER = timedelta(minutes=2)  # a website brings its pages one by one
LOOKED_THROUGH = 2_000  # passages that headings are drawn from


def calibrate_job(workspace_id: UUID, agent_id: UUID, at: datetime) -> Job:
    """Once the content has settled; one waits at a time."""
    return Job(
        CALIBRATE,
        workspace_id,
        {"agent_id": str(agent_id)},
        serial_key=f"calibration:{agent_id}",
        dedupe_key=f"calibration:{agent_id}",
        run_after=at + SETTLES_AFTER,
    )


@dataclass(frozen=True)
class Calibrating:
    """The work, with the world it needs. `embedder` is the built-in one, of the reading lane. Agents whose passages another
    model has embedded are left alone: their confidence is as fitted, which the content in itself moves little.
    """

    database: Database
    embedder: "Embedder"
    clock: Clock

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {CALIBRATE: self.calibrate}

    async def calibrate(self, job: Claimed) -> None:
        """Asks, measures and keeps. An agent that is gone, or has no content, is left alone."""
        agent_id = UUID(job.args["agent_id"])
        async with self.database.transaction(job.workspace_id) as tx:
            serving = await serving_set(tx, agent_id)
            if serving is None or serving.model != self.embedder.name:
                return
            passages = await sampled_passages(tx, agent_id, limit=LOOKED_THROUGH)
        if not passages:
            return
        asked = headings.as_questions((one.id, one.path, one.text) for one in passages)
        scores = await self._scores(job.workspace_id, agent_id, asked)
        found = scores_to(fitted().reference["middle"], scores)
        async with self.database.transaction(job.workspace_id) as tx:
            await confirm(tx, job)
            await commands.keep_calibration(
                tx, agent_id, found, model=self.embedder.name, questions=scores.questions, at=self.clock()
            )

    async def _scores(self, workspace_id: UUID, agent_id: UUID, asked: Sequence[Heading]) -> Scores:
        own: list[float] = []
        hidden: list[float] = []
        for heading in asked:
            vector = await self.embedder.embed_question(spell_out(heading.question))
            found = await self._find(workspace_id, agent_id, heading.question, vector)
            [text] = await self.embedder.embed_passages([heading.text])
            bare = headings.with_own_headless(found, heading, dense=float(text @ vector))
            own += await self._score(heading.question, vector, bare)
            hidden += await self._score(heading.question, vector, headings.with_own_hidden(found, heading))
        foreign: list[float] = []
        for question in FOREIGN:
            vector = await self.embedder.embed_question(spell_out(question))
            found = await self._find(workspace_id, agent_id, question, vector)
            foreign += await self._score(question, vector, found[: headings.KEPT])
        return Scores(own, hidden, foreign)

    async def _find(
        self, workspace_id: UUID, agent_id: UUID, question: str, vector: "Vector"
    ) -> Sequence[Found]:
        async with self.database.transaction(workspace_id) as tx:
            search = Search(agent_id, question, vector, self.embedder.name)
            return await find_passages(tx, search, limit=headings.SEARCHED)

    async def _score(self, question: str, vector: "Vector", found: Sequence[Found]) -> list[float]:
        """One score, or none where there is nothing to quote."""
        texts = await self.embedder.embed_passages(verbatim.texts_to_weigh(found))
        looked = verbatim.look(question, found, (texts @ vector).tolist())
        return [raw_score(looked.evidence)] if looked else []
