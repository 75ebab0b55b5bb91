"""The demo's own question tests, with the built-in model and all of the clinic's pages: every one passes."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from deskbell.agents.access import open_agent
from deskbell.answering.client import ContentLibrary, VerbatimAnswerer
from deskbell.embedding import BuiltIn
from deskbell.handoff.commands.rules import change_rule, draft_of
from deskbell.handoff.queries import list_rules
from deskbell.kit.jobs import Runner
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.jobs import Training
from deskbell.question_tests.commands.runs import begin_run
from deskbell.question_tests.jobs import QuestionTesting
from deskbell.question_tests.queries import latest_results, list_tests
from deskbell.rehearsals.jobs import Rehearsing
from deskbell.seeds.clinic import add_question_tests, let_learn
from tests.cast import Person


async def test_the_twenty_question_tests_of_the_demo_pass(ada: Person, lumi: dict[str, Any]) -> None:
    desk, reader, model = ada.desk, Reader(), BuiltIn()
    workspace_id = UUID((await ada.me())["workspace"]["id"])
    async with desk.database.transaction(workspace_id) as tx:
        agent = await open_agent(tx, UUID(lumi["id"]))
        for rule in await list_rules(tx, agent.id):
            await change_rule(tx, rule, replace(draft_of(rule), enabled=True), at=desk.clock())
    await add_question_tests(desk.database, workspace_id, agent)
    await let_learn(desk.database, workspace_id, agent, "http://localhost:8402/help")
    try:
        await Runner(
            desk.database, Training(desk.database, model, reader, desk.clock).works(), desk.clock
        ).run_pending()
    finally:
        await reader.close()
    library = ContentLibrary(desk.database, model)
    rehearsing = Rehearsing(desk.database, desk.clock, library, VerbatimAnswerer(model, library))
    async with desk.database.transaction(workspace_id) as tx:
        tests = await list_tests(tx, agent.id)
        await begin_run(tx, agent.id, [test.id for test in tests], "by_hand", at=desk.clock())
    await Runner(
        desk.database, QuestionTesting(desk.database, desk.clock, rehearsing.run).works(), desk.clock
    ).run_pending()
    async with desk.database.transaction(workspace_id) as tx:
        results = await latest_results(tx, [test.id for test in tests])
    missed = {test.question: results[test.id].why for test in tests if not results[test.id].passed}
    assert (len(results), missed) == (20, {})
