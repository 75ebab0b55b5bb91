"""`deskbell check` runs the set-up check of every agent, and its exit tells scripts what came of it."""

import json
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from deskbell.cli.agent import setup_checking
from deskbell.cli.checking import _as_json
from deskbell.cli.databases import CommandError
from deskbell.settings import Settings
from deskbell.setup_checks.jobs import World
from tests.cast import Person
from tests.setup_checks.clinic import left_behind


@pytest.fixture
def here(app_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """This database, and no long wait for a worker that is not there."""
    monkeypatch.setattr(setup_checking, "World", partial(World, worker_seconds=0.1))
    return Settings(database_url=app_url)


async def test_a_server_without_a_worker_is_not_fine_and_every_line_is_printed(
    ada: Person, lumi: dict[str, Any], here: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    [checked] = await setup_checking.check_agents(here, None, None)
    printed = capsys.readouterr().out
    assert (checked.workspace, checked.agent, checked.fine) == ("Cedar Row Virtual Care", "Lumi", False)
    assert "✗ The worker and its model answer: Nobody took up work" in printed
    assert all(line.title in printed for line in checked.lines)
    assert await left_behind(ada.desk, ada) == (0, 0)
    [kept] = await ada.get(f"/api/agents/{lumi['id']}/setup-checks")
    assert (kept["cause"], kept["member_name"], kept["state"]) == ("command", "Ada Lin", "done")


async def test_as_json_it_says_the_same_and_prints_nothing_else(
    ada: Person, lumi: dict[str, Any], here: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    checked = await setup_checking.check_agents(here, "lumi", None, quiet=True)
    assert capsys.readouterr().out == ""
    [said] = json.loads(json.dumps(_as_json([], checked, fine=False)))["agents"]
    worker = next(line for line in said["lines"] if line["key"] == "worker")
    assert (said["agent"], said["fine"], worker["state"]) == ("Lumi", False, "failed")
    assert UUID(lumi["id"])


async def test_an_agent_that_is_not_there_is_said_in_words(
    ada: Person, lumi: dict[str, Any], here: Settings
) -> None:
    with pytest.raises(CommandError, match="There is no agent named Nobody"):
        await setup_checking.check_agents(here, "Nobody", None, quiet=True)
    assert await setup_checking.check_agents(here, None, "Elsewhere", quiet=True) == []
