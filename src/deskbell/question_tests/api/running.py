"""HTTP for runs and their results. Every member may run; nothing of it is published."""

from uuid import UUID

from fastapi import APIRouter

from deskbell.agents.access import open_agent_to_change
from deskbell.answering.tracing.stored import of_json
from deskbell.events.question_tests import QuestionTestRun
from deskbell.kit.errors import NotFound, Refused
from deskbell.kit.web import Db, Now
from deskbell.question_tests import access, queries
from deskbell.question_tests.api.shapes import ResultTrace, RunBody, shown_result
from deskbell.question_tests.commands import runs
from deskbell.rehearsals.story import story
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api", tags=["question tests"])


@router.post("/agents/{agent_id}/question-tests/runs", status_code=202)
async def run_tests(agent_id: UUID, body: RunBody, actor: SignedIn, db: Db, now: Now) -> QuestionTestRun:
    """Run all tests, or those that are named. Nothing is published, and nobody is rung for."""
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        listed = [test.id for test in await queries.list_tests(tx, agent.id)]
        wanted = [test_id for test_id in listed if not body.test_ids or test_id in body.test_ids]
        if not wanted:
            raise Refused("no_question_tests", "There is no such test to run. Add one first.")
        return (await runs.begin_run(tx, agent.id, wanted, "by_hand", at=now())).row()


@router.get("/question-test-runs/{run_id}")
async def get_run(run_id: UUID, actor: SignedIn, db: Db) -> QuestionTestRun:
    async with db.transaction(actor.workspace_id) as tx:
        return (await access.open_run(tx, run_id)).row()


@router.delete("/question-test-runs/{run_id}")
async def cancel_run(run_id: UUID, actor: SignedIn, db: Db, now: Now) -> QuestionTestRun:
    """Stop after the test that is being run. The results so far stay."""
    async with db.transaction(actor.workspace_id) as tx:
        run = await access.open_run_to_change(tx, run_id)
        return (await runs.end_run(tx, run, "canceled", at=now())).row()


@router.get("/question-test-runs/{run_id}/results/{question_test_id}")
async def get_result(run_id: UUID, question_test_id: UUID, actor: SignedIn, db: Db) -> ResultTrace:
    """Why the result of a test came about."""
    async with db.transaction(actor.workspace_id) as tx:
        run = await access.open_run(tx, run_id)
        kept = await queries.trace_of(tx, run.id, question_test_id)
        recent = await queries.results_until(tx, question_test_id, run.id)
    if kept is None:
        raise NotFound("result_not_found", "This test has no result in this run.")
    trace, (result, *earlier) = of_json(kept), recent
    return ResultTrace(
        result=shown_result(result),
        before=shown_result(earlier[0]) if earlier else None,
        trace=trace,
        story=story(trace) if trace else [],
    )
