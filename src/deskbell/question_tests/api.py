"""HTTP for question tests. Operators read, run and cancel; admins write."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.agents.access import Agent, open_agent, open_agent_to_change
from deskbell.answering.tracing.stored import of_json
from deskbell.answering.tracing.trace import Trace
from deskbell.events.question_tests import QuestionTestRun
from deskbell.events.wire import Instant
from deskbell.kit.db import Transaction
from deskbell.kit.errors import LimitReached, NotFound, Refused
from deskbell.kit.web import Db, Now
from deskbell.knowledge.queries.headings import question_headings
from deskbell.question_tests import access, queries, sheet
from deskbell.question_tests.commands import runs, tests
from deskbell.question_tests.comparing import Change
from deskbell.question_tests.expectations import Expectation, expectation_words
from deskbell.question_tests.sheet import Line
from deskbell.question_tests.suggesting import Heading, suggestions
from deskbell.question_tests.tables import Choices, Kind, Outcome, QuestionTest, Result, SourceUsed
from deskbell.rehearsals.story import story
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["question tests"])

Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Sheet = Annotated[str, StringConstraints(min_length=1, max_length=1_000_000)]


class NewQuestionTest(BaseModel):
    """A test as an admin writes it."""

    model_config = ConfigDict(extra="forbid")

    question: Question
    expectation: Kind
    note: Note = ""

    def line(self) -> Line:
        return Line(self.question, self.expectation, self.note)


class SheetIn(BaseModel):
    """`csv`: question, expectation, words, note."""

    model_config = ConfigDict(extra="forbid")

    csv: Sheet


class RunBody(BaseModel):
    """Which tests; all of them when it is empty."""

    model_config = ConfigDict(extra="forbid")

    test_ids: Annotated[list[UUID], Field(max_length=tests.MOST_TESTS)] = []


class ResultOut(BaseModel):
    """What a test came to. `change`: how that differs from the result before."""

    run_id: UUID
    passed: bool
    why: str
    answer: str
    sources: list[SourceUsed]
    outcome: Outcome
    reason: str | None
    confidence: float | None
    milliseconds: int
    change: Change | None
    at: Instant


class QuestionTestOut(BaseModel):
    """A test with its newest result. `expects`: the expectation in words."""

    id: UUID
    question: str
    expectation: Kind
    expects: str
    note: str
    created_at: Instant
    changed_at: Instant
    result: ResultOut | None


class QuestionTestsOut(BaseModel):
    """The page: tests in their order, runs newest first."""

    tests: list[QuestionTestOut]
    runs: list[QuestionTestRun]
    choices: Choices
    most: int


class SuggestionOut(BaseModel):
    question: str
    expectation: Kind
    expects: str


class WrongLine(BaseModel):
    """A line of a sheet that was not taken in."""

    number: int
    sentence: str


class ImportedOut(BaseModel):
    """Lines whose question was there already replaced its test."""

    added: int
    replaced: int
    wrong: list[WrongLine]


class ResultTrace(BaseModel):
    """Why a result came about."""

    trace: Trace | None
    story: list[str]


@router.get("/agents/{agent_id}/question-tests")
async def list_tests(agent_id: UUID, actor: SignedIn, db: Db) -> QuestionTestsOut:
    """The agent's tests with their newest results, and the runs that are kept."""
    async with db.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        listed = await queries.list_tests(tx, agent_id)
        newest = await queries.latest_results(tx, [test.id for test in listed])
        return QuestionTestsOut(
            tests=[_shown(test, newest.get(test.id)) for test in listed],
            runs=[run.row() for run in await queries.list_runs(tx, agent_id)],
            choices=await queries.choices_of(tx, agent_id),
            most=tests.MOST_TESTS,
        )


@router.post("/agents/{agent_id}/question-tests", status_code=201)
async def add_test(
    agent_id: UUID, new: NewQuestionTest, actor: SignedIn, db: Db, now: Now
) -> QuestionTestOut:
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        return _shown(await tests.add_test(tx, agent.id, new.line(), at=now()), None)


@router.put("/question-tests/{question_test_id}")
async def change_test(
    question_test_id: UUID, new: NewQuestionTest, actor: SignedIn, db: Db, now: Now
) -> QuestionTestOut:
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        test = await access.open_test(tx, question_test_id)
        return _shown(await tests.change_test(tx, test, new.line(), at=now()), None)


@router.delete("/question-tests/{question_test_id}", status_code=204)
async def remove_test(question_test_id: UUID, actor: SignedIn, db: Db, now: Now) -> None:
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        await tests.remove_test(tx, await access.open_test(tx, question_test_id), at=now())


@router.put("/agents/{agent_id}/question-tests/choices")
async def choose(agent_id: UUID, choices: Choices, actor: SignedIn, db: Db, now: Now) -> Choices:
    """When the tests run by themselves."""
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        return await tests.choose(tx, agent_id, choices, at=now())


@router.get("/agents/{agent_id}/question-tests/suggestions")
async def suggest_tests(agent_id: UUID, actor: SignedIn, db: Db) -> list[SuggestionOut]:
    """Tests to begin with, from the content's own headings."""
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent(tx, agent_id)
        found = await question_headings(tx, agent_id)
        known = [test.question for test in await queries.list_tests(tx, agent_id)]
    headings = [Heading(heading.question, heading.source_id, heading.title) for heading in found]
    return [
        SuggestionOut(
            question=line.question,
            expectation=line.expectation,
            expects=expectation_words(line.expectation),
        )
        for line in suggestions(headings, agent.suggested_questions, known)
    ]


@router.get("/agents/{agent_id}/question-tests/sheet", response_class=Response)
async def export_tests(agent_id: UUID, actor: SignedIn, db: Db) -> Response:
    """All tests as csv."""
    async with db.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        listed = await queries.list_tests(tx, agent_id)
    text = sheet.write(Line(test.question, test.expected, test.note) for test in listed)
    named = {"Content-Disposition": 'attachment; filename="question-tests.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=named)


@router.post("/agents/{agent_id}/question-tests/sheet")
async def import_tests(agent_id: UUID, given: SheetIn, actor: SignedIn, db: Db, now: Now) -> ImportedOut:
    """Add the lines of a csv sheet. Lines that are wrong are told and do not stop the others."""
    require(actor, Role.ADMIN)
    lines = list(sheet.read(given.csv))
    if len(lines) > tests.MOST_TESTS:
        raise LimitReached("too_many_question_tests", f"A sheet has at most {tests.MOST_TESTS} tests.")
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        return await _take_in(tx, agent, lines, now())


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
    if kept is None:
        raise NotFound("result_not_found", "This test has no result in this run.")
    trace = of_json(kept)
    return ResultTrace(trace=trace, story=story(trace) if trace else [])


async def _take_in(
    tx: Transaction, agent: Agent, lines: list[Line | sheet.Wrong], at: datetime
) -> ImportedOut:
    known = {test.question: test for test in await queries.list_tests(tx, agent.id)}
    imported = ImportedOut(added=0, replaced=0, wrong=[])
    for line in lines:
        if isinstance(line, sheet.Wrong):
            imported.wrong.append(WrongLine(number=line.number, sentence=line.sentence))
        elif line.question in known:
            await tests.change_test(tx, known[line.question], line, at=at)
            imported.replaced += 1
        else:
            known[line.question] = await tests.add_test(tx, agent.id, line, at=at)
            imported.added += 1
    return imported


def _shown(test: QuestionTest, result: Result | None) -> QuestionTestOut:
    expected: Expectation = test.expected
    return QuestionTestOut(
        id=test.id,
        question=test.question,
        expectation=expected,
        expects=expectation_words(expected),
        note=test.note,
        created_at=test.created_at,
        changed_at=test.changed_at,
        result=_result(result) if result and result.at >= test.changed_at else None,
    )


def _result(result: Result) -> ResultOut:
    told: dict[str, Any] = {name: value for name, value in asdict(result).items() if name != "test_id"}
    return ResultOut.model_validate(told)
