"""HTTP for the tests themselves. Operators read, admins write."""

from uuid import UUID

from fastapi import APIRouter

from deskbell.agents.access import open_agent, open_agent_to_change
from deskbell.kit.web import Db, Now
from deskbell.knowledge.queries.headings import question_headings
from deskbell.question_tests import access, queries
from deskbell.question_tests.api.shapes import (
    NewQuestionTest,
    QuestionTestOut,
    QuestionTestsOut,
    SuggestionOut,
    shown_test,
)
from deskbell.question_tests.commands import tests
from deskbell.question_tests.expectations import expectation_words
from deskbell.question_tests.suggesting import Heading, suggestions
from deskbell.question_tests.tables import Choices
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["question tests"])


@router.get("/agents/{agent_id}/question-tests")
async def list_tests(agent_id: UUID, actor: SignedIn, db: Db) -> QuestionTestsOut:
    """The agent's tests with their newest results, and the runs that are kept."""
    async with db.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        listed = await queries.list_tests(tx, agent_id)
        newest = await queries.latest_results(tx, [test.id for test in listed])
        return QuestionTestsOut(
            tests=[shown_test(test, newest.get(test.id)) for test in listed],
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
        return shown_test(await tests.add_test(tx, agent.id, new.line(), at=now()), None)


@router.put("/question-tests/{question_test_id}")
async def change_test(
    question_test_id: UUID, new: NewQuestionTest, actor: SignedIn, db: Db, now: Now
) -> QuestionTestOut:
    require(actor, Role.ADMIN)
    async with db.transaction(actor.workspace_id) as tx:
        test = await access.open_test(tx, question_test_id)
        return shown_test(await tests.change_test(tx, test, new.line(), at=now()), None)


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
