"""Running question tests in the lane of the readers: no visitor waits for them, nothing is published, nobody is rung for."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from deskbell.agents.queries import find_agent
from deskbell.answering.outcomes import TurnInput
from deskbell.answering.queries import turn_for_members
from deskbell.answering.tracing.trace import Trace
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database, Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.jobs import Claimed, Job, Work, enqueue
from deskbell.knowledge.queries import list_sources
from deskbell.question_tests import queries
from deskbell.question_tests.commands import runs
from deskbell.question_tests.commands.runs import RUN
from deskbell.question_tests.tables import QuestionTest

SETTLED = "question_tests.settled"
GIVE_UP = "question_tests.give_up"
HEIRS = {RUN: GIVE_UP}
QUIET = timedelta(seconds=30)  # after the last change, before the tests run by themselves
AT_ONCE = 10  # tests per job: then whatever else waits in the lane has its turn

Rehearse = Callable[[TurnInput], Awaitable[Trace]]


def after_change(workspace_id: UUID, agent_id: UUID, cause: str, at: datetime) -> Job:
    """Run the agent's tests once its content or its settings have been left alone for a while."""
    return Job(
        SETTLED,
        workspace_id,
        {"agent_id": str(agent_id), "cause": cause, "changed_at": at.isoformat()},
        dedupe_key=f"{cause}:{agent_id}",
        run_after=at + QUIET,
    )


def _look_again(job: Claimed, at: datetime) -> Job:
    """The same question a while later."""
    agent_id, cause = UUID(job.args["agent_id"]), job.args["cause"]
    again = after_change(job.workspace_id, agent_id, cause, at)
    return replace(again, args={**again.args, "changed_at": job.args["changed_at"]})


@dataclass(frozen=True)
class QuestionTesting:
    """The works of this slice, with the world they need."""

    database: Database
    clock: Clock
    rehearse: Rehearse

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {RUN: self.run, SETTLED: self.settled, GIVE_UP: self.give_up}

    async def run(self, job: Claimed) -> None:
        """The next few tests of a run; then the rest of it waits in line again."""
        run_id = UUID(job.args["run_id"])
        for _ in range(AT_ONCE):
            if not await self._next(job.workspace_id, run_id):
                return
        async with self.database.transaction(job.workspace_id) as tx:
            run = await queries.lock_run(tx, run_id)
            if run is not None and run.state == "running":
                await enqueue(tx, runs.run_job(run))

    async def settled(self, job: Claimed) -> None:
        """Begin a run if the agent wants one and its content has settled; else look again later."""
        agent_id, cause, at = UUID(job.args["agent_id"]), job.args["cause"], self.clock()
        async with self.database.transaction(job.workspace_id) as tx:
            tests = await queries.list_tests(tx, agent_id)
            choices = await queries.choices_of(tx, agent_id)
            wanted = choices.after_content if cause == "content_changed" else choices.after_settings
            if not tests or not wanted or await find_agent(tx, agent_id) is None:
                return
            if await _seen_since(tx, agent_id, tests, datetime.fromisoformat(job.args["changed_at"])):
                return
            if await _is_busy(tx, agent_id, at):
                await enqueue(tx, _look_again(job, at))
                return
            why = "content_changed" if cause == "content_changed" else "settings_changed"
            try:
                await runs.begin_run(tx, agent_id, [test.id for test in tests], why, at=at)
            except Conflict:  # the run on its way may have seen the content before the change
                await enqueue(tx, _look_again(job, at))

    async def give_up(self, job: Claimed) -> None:
        """The heir of a run that died too often: it says so instead of running for ever."""
        async with self.database.transaction(job.workspace_id) as tx:
            run = await queries.lock_run(tx, UUID(job.args["run_id"]))
            if run is not None:
                await runs.end_run(tx, run, "failed", at=self.clock())

    async def _next(self, workspace_id: UUID, run_id: UUID) -> bool:
        """One test; False when nothing is left to do. No transaction is open while the agent thinks."""
        async with self.database.transaction(workspace_id) as tx:
            run = await queries.lock_run(tx, run_id)
            if run is None or run.state != "running":
                return False
            test = await queries.next_test(tx, run)
            if test is None:
                await runs.end_run(tx, run, "done", at=self.clock())
                return False
            turn = await turn_for_members(tx, test.agent_id, test.question)
        trace = await self.rehearse(turn)
        async with self.database.transaction(workspace_id) as tx:
            run = await queries.lock_run(tx, run_id)
            test = await queries.find_test(tx, test.id)
            if run is None or run.state != "running":
                return False
            if test is not None:
                await runs.keep_result(tx, run, test, trace, at=self.clock())
        return True


async def _seen_since(
    tx: Transaction, agent_id: UUID, tests: Sequence[QuestionTest], changed_at: datetime
) -> bool:
    """Whether all tests have been run since, for whatever cause: content and settings often change together."""
    runs_of_agent = await queries.list_runs(tx, agent_id)
    wanted = {test.id for test in tests}
    complete = [
        run for run in runs_of_agent if run.state in ("running", "done") and wanted <= set(run.test_ids)
    ]
    return any(run.begun_at >= changed_at for run in complete)


async def _is_busy(tx: Transaction, agent_id: UUID, at: datetime) -> bool:
    """Whether content is being read, or was until a moment ago."""
    sources = await list_sources(tx, agent_id)
    reading = any(source.status in {"pending", "processing"} for source in sources)
    fresh = any(source.trained_at is not None and source.trained_at > at - QUIET for source in sources)
    return reading or fresh
