"""Models that do not answer: every member is told which, since when and what visitors get; one click tries it again."""

from typing import Any

import pytest

from deskbell.llm.scripted import Scripted
from tests.answering.models import Models, models_of
from tests.cast import Desk, Person
from tests.stage import settings_of_tests
from tests.visitor import Visitor

QUESTION = "When is the clinic open?"
ANSWER = "The clinic is open Monday to Friday from 8:00 to 18:00. [1]"


@pytest.fixture
async def model(ada: Person, vera: Visitor, lumi: dict[str, Any]) -> Any:
    async with models_of(ada, vera, lumi["id"]) as models:
        yield models


async def told(person: Person) -> list[tuple[str, str, str]]:
    return [
        (broken["model_name"], broken["problem"].partition(".")[0], broken["meanwhile"])
        for broken in await person.get("/api/model-troubles")
    ]


async def test_a_wrong_setting_is_told_at_once_to_every_member(
    ben: Person, vera: Visitor, model: Models
) -> None:
    model.answers(fault="401")
    await vera.asks(QUESTION)
    assert await told(ben) == [("first", "The server does not accept the key", "quotes")]


async def test_bad_luck_once_is_no_trouble_and_an_answer_ends_it(
    ben: Person, vera: Visitor, model: Models
) -> None:
    model.answers(fault="500")
    await vera.asks(QUESTION)
    assert await told(ben) == []
    await vera.asks(QUESTION)
    [broken] = await ben.get("/api/model-troubles")
    assert (broken["agent_name"], broken["since"] <= broken["last_at"]) == ("Lumi", True)
    await model.sets(models=[{"url": model.first.url, "name": "first, spelled right"}])
    model.answers(ANSWER)
    await vera.asks(QUESTION)
    assert await told(ben) == []


@pytest.mark.parametrize(
    ("names", "settings", "meanwhile"),
    [
        (["first"], {"quotes_when_down": True}, "quotes"),
        (["first"], {"quotes_when_down": False}, "person"),
        (["first", "second"], {"quotes_when_down": False}, "next_model"),
    ],
)
async def test_what_visitors_get_meanwhile_follows_the_agents_settings(
    ben: Person, vera: Visitor, model: Models, names: list[str], settings: dict[str, bool], meanwhile: str
) -> None:
    urls = {"first": model.first.url, "second": model.second.url}
    await model.sets(models=[{"url": urls[name], "name": name} for name in names], **settings)
    model.answers(fault="401")
    model.second_answers(ANSWER)
    await vera.asks(QUESTION)
    assert [(name, instead) for name, _, instead in await told(ben)] == [("first", meanwhile)]


async def test_nobody_is_told_of_models_that_nobody_may_ask(
    ada: Person, ben: Person, vera: Visitor, model: Models
) -> None:
    model.answers(fault="401")
    await vera.asks(QUESTION)
    assert len(await told(ben)) == 1
    await ada.sends("PUT", "/api/model-policy", {"text_stays_here": True, "budget": {}})
    assert await told(ben) == []


async def test_a_test_that_works_ends_the_trouble_and_one_that_fails_says_why(
    desk: Desk, ada: Person, ben: Person, vera: Visitor, model: Models
) -> None:
    model.answers(fault="401")
    await vera.asks(QUESTION)
    [broken] = await ada.get("/api/model-troubles")
    trial = f"/api/agents/{broken['agent_id']}/models/{broken['model_id']}/trial"
    allow(desk, model.first.host_and_port)
    tried = await ada.sends("POST", trial, {})
    assert (tried["worked"], tried["problem"]) == (False, "The server does not accept the key.")
    assert len(await told(ben)) == 1
    model.says[0] = Scripted(("It works.",))
    tried = await ada.sends("POST", trial, {})
    assert (tried["worked"], tried["said"]) == (True, "It works.")
    assert await told(ben) == []


async def test_a_model_that_was_removed_cannot_be_tried(ada: Person, model: Models) -> None:
    agent = f"/api/agents/{model.agent_id}"
    [kept] = (await ada.get(agent))["models"]
    await model.sets(models=[{"url": model.second.url, "name": "second"}])
    await ada.sends("POST", f"{agent}/models/{kept['id']}/trial", {})
    assert ada.refused == (404, "model")


async def test_the_workspace_sees_what_all_its_agents_have_used(
    ada: Person, ben: Person, vera: Visitor, model: Models
) -> None:
    model.answers(ANSWER)
    await vera.asks(QUESTION)
    used = await ben.get("/api/model-usage")
    assert (used["spending"]["today"]["tokens"] > 100, used["over_period"]) == (True, None)
    policy = {"text_stays_here": False, "budget": {"tokens_a_month": 100}}
    await ada.sends("PUT", "/api/model-policy", policy)
    assert (await ben.get("/api/model-usage"))["over_period"] == "month"


def allow(desk: Desk, host_and_port: str) -> None:
    settings = settings_of_tests().model_copy(update={"outgoing_loopback": host_and_port})
    desk.app.state.settings = settings
