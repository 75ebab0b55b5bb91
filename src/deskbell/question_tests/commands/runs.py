"""A run from its beginning to its end: each result is a transaction of its own, so that a run can go on after a crash."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.agents.queries import lock_agent
from deskbell.answering.tracing.stored import as_json
from deskbell.answering.tracing.trace import Trace
from deskbell.events.commands import record
from deskbell.events.question_tests import RunCause, RunState
from deskbell.events.types import QuestionTestRunChanged
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Job, enqueue
from deskbell.question_tests import queries
from deskbell.question_tests.comparing import Outcome, change
from deskbell.question_tests.expectations import judge
from deskbell.question_tests.tables import QuestionTest, Result, Run

RUN = "question_tests.run"
KEPT_RUNS = 20
MOST_EVENTS = 25  # of one run: a long one does not fill the log


async def begin_run(
    tx: Transaction, agent_id: UUID, test_ids: Sequence[UUID], cause: RunCause, *, at: datetime
) -> Run:
    """Run these tests. `Conflict` while another run of the agent is on its way."""
    await lock_agent(tx, agent_id)  # two who begin at once take turns
    runs = await queries.list_runs(tx, agent_id)
    if any(run.state == "running" for run in runs):
        raise Conflict("question_tests_running", "These tests are running already. Wait for them, or cancel.")
    await _forget(tx, [run.id for run in runs[KEPT_RUNS - 1 :]])
    run = await tx.one(
        Run,
        """
        INSERT INTO question_test_runs (workspace_id, id, agent_id, cause, test_ids, begun_at)
        VALUES (%(workspace_id)s, %(id)s, %(agent_id)s, %(cause)s, %(test_ids)s, %(at)s) RETURNING *
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        agent_id=agent_id,
        cause=cause,
        test_ids=list(test_ids),
        at=at,
    )
    await enqueue(tx, run_job(run))
    record(tx, QuestionTestRunChanged(at=at, agent_id=agent_id, run=run.row()))
    return run


def run_job(run: Run) -> Job:
    """The next few tests of a run."""
    return Job(RUN, run.workspace_id, {"run_id": str(run.id)}, serial_key=f"question_tests:{run.agent_id}")


async def keep_result(tx: Transaction, run: Run, test: QuestionTest, trace: Trace, *, at: datetime) -> Run:
    """What a test came to. `run` is locked and running; a result that is there already stays."""
    before = (await queries.latest_results(tx, [test.id])).get(test.id)
    sources = [
        {"source_id": str(passage.source_id), "title": passage.title, "path": passage.path}
        for passage in trace.passages
        if passage.used
    ]
    verdict, came = judge(test.expected, trace), trace.came
    now = Outcome(
        verdict.passed, came.text if came else "", [UUID(source["source_id"]) for source in sources]
    )
    # What was expected then may be another thing now: nothing is "newly failing" against that.
    comparable = before if before and before.at >= test.changed_at else None
    different = change(_outcome(comparable), now)
    await tx.run(
        """
        INSERT INTO question_test_results (workspace_id, run_id, test_id, passed, why, answer, sources, outcome, reason,
                                           confidence, milliseconds, change, trace, at)
        VALUES (%(workspace_id)s, %(run_id)s, %(test_id)s, %(passed)s, %(why)s, %(answer)s, %(sources)s, %(outcome)s,
                %(reason)s, %(confidence)s, %(milliseconds)s, %(change)s, %(trace)s::jsonb, %(at)s)
        """,
        workspace_id=tx.workspace,
        run_id=run.id,
        test_id=test.id,
        passed=verdict.passed,
        why=verdict.why,
        answer=now.answer,
        sources=Jsonb(sources),
        outcome=came.outcome if came else "hand_off",
        reason=came.reason if came else None,
        confidence=came.confidence if came else None,
        milliseconds=round(sum(trace.milliseconds.values())),
        change=different,
        trace=as_json(trace),
        at=at,
    )
    counted = await tx.one(
        Run,
        """
        UPDATE question_test_runs SET done = done + 1, passed = passed + %(passed)s,
               newly_failing = newly_failing + %(newly_failing)s, fixed = fixed + %(fixed)s, changed = changed + %(changed)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s RETURNING *
        """,
        workspace_id=tx.workspace,
        id=run.id,
        passed=int(verdict.passed),
        newly_failing=int(different == "newly_failing"),
        fixed=int(different == "fixed"),
        changed=int(different == "changed"),
    )
    if counted.done % max(1, len(run.test_ids) // MOST_EVENTS) == 0:
        record(tx, QuestionTestRunChanged(at=at, agent_id=run.agent_id, run=counted.row()))
    return counted


async def end_run(tx: Transaction, run: Run, state: RunState, *, at: datetime) -> Run:
    """Done, canceled or failed; a run that has ended stays as it ended."""
    if run.state != "running":
        return run
    ended = await tx.one(
        Run,
        """
        UPDATE question_test_runs SET state = %(state)s, ended_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s RETURNING *
        """,
        workspace_id=tx.workspace,
        id=run.id,
        state=state,
        at=at,
    )
    record(tx, QuestionTestRunChanged(at=at, agent_id=run.agent_id, run=ended.row()))
    return ended


def _outcome(result: Result | None) -> Outcome | None:
    if result is None:
        return None
    return Outcome(
        result.passed, result.answer, [UUID(str(source["source_id"])) for source in result.sources]
    )


async def _forget(tx: Transaction, run_ids: Sequence[UUID]) -> None:
    await tx.run(
        "DELETE FROM question_test_runs WHERE workspace_id = %(workspace_id)s AND id = ANY(%(ids)s)",
        workspace_id=tx.workspace,
        ids=list(run_ids),
    )
