"""`deskbell test-questions`: the tests of the agent that was named, run and told; a script reads the result off its status."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from deskbell.cli.agent.importing import import_documents
from deskbell.cli.agent.question_testing import run_question_tests
from deskbell.cli.databases import CommandError
from deskbell.events.commands import settling
from deskbell.kit.db import Database
from deskbell.question_tests.commands.tests import add_test
from deskbell.question_tests.expectations import HandsOff, Quotes
from deskbell.question_tests.sheet import Line
from deskbell.reactions import reactions
from deskbell.settings import Settings
from tests.cli.test_importing import AT, make_agent, make_workspace

RIGHT = Line("When is the clinic open on weekdays?", Quotes(words="8 to 18"))
WRONG = Line("Is the clinic open on weekdays?", HandsOff())


@pytest.fixture
async def clinic(database: Database) -> tuple[UUID, UUID]:
    """Workspace and agent."""
    database.settle = settling(reactions)
    workspace_id = await make_workspace(database, "Harbor Clinic")
    return workspace_id, await make_agent(database, workspace_id, "Lumi")


async def test_the_run_is_told_and_its_failures_with_their_reason(
    database: Database,
    app_url: str,
    clinic: tuple[UUID, UUID],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = Settings(database_url=app_url)
    (tmp_path / "hours.md").write_text("# Hours\n\nThe clinic is open from 8 to 18 on weekdays.\n")
    await import_documents(settings, tmp_path, "Lumi", None)
    async with database.transaction(clinic[0]) as tx:
        await add_test(tx, clinic[1], RIGHT, at=AT)
    assert await run_question_tests(settings, "Lumi", None, as_json=False)
    assert "1 of 1 pass." in capsys.readouterr().out

    async with database.transaction(clinic[0]) as tx:
        await add_test(tx, clinic[1], WRONG, at=AT)
    assert not await run_question_tests(settings, "Lumi", None, as_json=False)
    told = capsys.readouterr().out
    assert f"✗ {WRONG.question}" in told
    assert "1 of 2 pass." in told

    assert not await run_question_tests(settings, "Lumi", "Harbor Clinic", as_json=True)
    answer = json.loads(capsys.readouterr().out)
    assert (answer["state"], answer["total"], answer["passed"]) == ("done", 2, 1)
    assert [(test["question"], test["passed"]) for test in answer["tests"]] == [
        (RIGHT.question, True),
        (WRONG.question, False),
    ]


@pytest.mark.usefixtures("clinic")
async def test_an_agent_without_tests_is_said_so(app_url: str) -> None:
    with pytest.raises(CommandError, match="Lumi has no question tests yet"):
        await run_question_tests(Settings(database_url=app_url), "Lumi", None, as_json=False)
