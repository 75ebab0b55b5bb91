"""The models of an agent over HTTP: their order, keys that never come out, the test, budgets and what was used."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from deskbell.agents.access import model_keys, open_agent
from deskbell.agents.commands import count_usage
from deskbell.agents.tables import Used
from deskbell.llm.scripted import Fault, Scripted, scripted_server
from tests.cast import Desk, Person
from tests.stage import settings_of_tests

SMALL = {"url": "https://models.example/v1", "name": "small"}
LARGE = {
    "provider": "anthropic",
    "url": "https://other.example",
    "name": "large",
    "input_price": 3,
    "output_price": 15,
}
NO_LIMIT = {"tokens_a_day": None, "tokens_a_month": None, "dollars_a_day": None, "dollars_a_month": None}
MONDAY = date(2026, 3, 2)


async def workspace_of(person: Person) -> UUID:
    return UUID((await person.me())["workspace"]["id"])


async def lumi(person: Person, *models: dict[str, Any], **different: object) -> dict[str, Any]:
    return await person.sends("POST", "/api/agents", {"name": "Lumi", "models": [*models]} | different)


async def keys_of(desk: Desk, person: Person, agent: dict[str, Any]) -> list[str]:
    async with desk.database.transaction(await workspace_of(person)) as tx:
        opened = await open_agent(tx, UUID(agent["id"]))
        return sorted((await model_keys(tx, opened, settings_of_tests().server_key)).values())


async def uses(desk: Desk, person: Person, agent: dict[str, Any], day: date = MONDAY, **more: Any) -> None:
    row = Used(
        UUID(agent["id"]),
        day,
        "small",
        **(
            {"calls": 1, "failures": 0, "input_tokens": 900, "output_tokens": 100, "cost_micros": 2_500_000}
            | more
        ),
    )
    async with desk.database.transaction(await workspace_of(person)) as tx:
        await count_usage(tx, row)


async def test_models_are_kept_in_their_order_with_their_prices(ada: Person) -> None:
    agent = await lumi(ada, SMALL, LARGE)
    assert [{k: v for k, v in model.items() if k != "id"} for model in agent["models"]] == [
        {"provider": "openai", "has_key": False, "input_price": 0, "output_price": 0} | SMALL,
        {"has_key": False} | LARGE,
    ]
    swapped = [{k: v for k, v in model.items() if k != "has_key"} for model in reversed(agent["models"])]
    changed = await ada.sends("PATCH", f"/api/agents/{agent['id']}", {"models": swapped})
    assert changed["models"] == [*reversed(agent["models"])]


async def test_the_keys_of_models_go_in_and_never_come_out(desk: Desk, ada: Person) -> None:
    agent = await lumi(ada, SMALL | {"key": "sk-secret"}, LARGE)
    assert [model["has_key"] for model in agent["models"]] == [True, False]
    assert "sk-secret" not in str([agent, await ada.get("/api/agents")])
    assert await keys_of(desk, ada, agent) == ["sk-secret"]
    async with desk.database.transaction(await workspace_of(ada)) as tx:
        assert b"sk-secret" not in await tx.value(
            "SELECT sealed_key FROM agent_models WHERE sealed_key IS NOT NULL"
        )


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        ({"name": "larger"}, ["sk-secret"]),
        ({"key": ""}, []),
        ({"url": "https://elsewhere.example/v1"}, []),
        ({"provider": "anthropic"}, []),
        ({"url": "https://elsewhere.example/v1", "key": "sk-other"}, ["sk-other"]),
        ({"id": None}, []),
    ],
)
async def test_a_key_stays_until_it_is_forgotten_or_the_model_moves(
    desk: Desk, ada: Person, change: dict[str, Any], keys: list[str]
) -> None:
    agent = await lumi(ada, SMALL | {"key": "sk-secret"})
    model = SMALL | {"id": agent["models"][0]["id"]} | change
    await ada.sends("PATCH", f"/api/agents/{agent['id']}", {"models": [model]})
    assert await keys_of(desk, ada, agent) == keys


async def test_an_agent_that_writes_never_loses_its_last_model(ada: Person) -> None:
    agent = await lumi(ada, SMALL, answerer="generative")
    await ada.sends("PATCH", f"/api/agents/{agent['id']}", {"models": []})
    assert ada.refused == (422, "model_missing")
    assert (await ada.get(f"/api/agents/{agent['id']}"))["models"] == agent["models"]


async def test_a_test_of_a_model_is_a_real_call_and_tells_what_it_took(desk: Desk, ada: Person) -> None:
    async with scripted_server(lambda _: Scripted(("It ", "works."))) as server:
        allow(desk, server.host_and_port)
        agent = await lumi(ada)
        tried = await ada.sends("POST", f"/api/agents/{agent['id']}/models/test", LARGE | {"url": server.url})
    assert tried == {
        "worked": True,
        "problem": "",
        "milliseconds": tried["milliseconds"],
        "input_tokens": 100,
        "output_tokens": 2,
        "dollars": 0.00033,
        "said": "It works.",
    }


@pytest.mark.parametrize(
    ("fault", "words"),
    [("401", "does not accept the key"), ("529", "overloaded"), ("web_page", "without a word")],
)
async def test_a_model_that_fails_its_test_says_why_in_words(
    desk: Desk, ada: Person, fault: Fault, words: str
) -> None:
    async with scripted_server(lambda _: Scripted(fault=fault)) as server:
        allow(desk, server.host_and_port)
        agent = await lumi(ada)
        tried = await ada.sends("POST", f"/api/agents/{agent['id']}/models/test", SMALL | {"url": server.url})
    assert (tried["worked"], words in tried["problem"], "scripted" in str(tried)) == (False, True, False)


async def test_a_kept_key_is_sent_to_its_own_address_only(desk: Desk, ada: Person) -> None:
    async with scripted_server(lambda _: Scripted(("Yes.",))) as server:
        allow(desk, server.host_and_port)
        agent = await lumi(ada, SMALL | {"key": "sk-secret"})
        moved = SMALL | {"id": agent["models"][0]["id"], "url": server.url}
        await ada.sends("POST", f"/api/agents/{agent['id']}/models/test", moved)
        assert len(server.heads) == 1
        assert "sk-secret" not in server.heads[0]


async def test_what_was_used_is_summed_by_day_month_and_model(desk: Desk, ada: Person) -> None:
    agent = await lumi(ada, SMALL)
    await uses(desk, ada, agent)
    await uses(desk, ada, agent, failures=1)
    await uses(desk, ada, agent, date(2026, 3, 1))
    await uses(desk, ada, agent, date(2026, 2, 28))
    used = await ada.get(f"/api/agents/{agent['id']}/models/usage")
    spent = {"today": {"tokens": 2000, "dollars": 5.0}, "month": {"tokens": 3000, "dollars": 7.5}}
    assert used == {
        "day": "2026-03-02",
        "agent": spent,
        "workspace": spent,
        "models": [
            {
                "model": "small",
                "calls": 3,
                "failures": 1,
                "input_tokens": 2700,
                "output_tokens": 300,
                "dollars": 7.5,
            }
        ],
        "over_whose": None,
        "over_period": None,
    }


@pytest.mark.parametrize(
    ("agents", "workspaces", "over"),
    [
        ({"tokens_a_day": 1001}, {}, (None, None)),
        ({"tokens_a_day": 1000}, {}, ("agent", "day")),
        ({"dollars_a_month": 2.5}, {"tokens_a_day": 10}, ("agent", "month")),
        ({}, {"dollars_a_day": 2.5}, ("workspace", "day")),
        ({"dollars_a_day": 2.51}, {"dollars_a_day": 2.51}, (None, None)),
    ],
)
async def test_the_limit_that_is_reached_is_named_and_every_member_is_told(
    desk: Desk,
    ada: Person,
    ben: Person,
    agents: dict[str, Any],
    workspaces: dict[str, Any],
    over: tuple[Any, Any],
) -> None:
    agent = await lumi(ada, SMALL, answerer="generative", budget=NO_LIMIT | agents)
    policy = {"text_stays_here": False, "budget": NO_LIMIT | workspaces}
    assert await ada.sends("PUT", "/api/model-policy", policy) == policy
    await uses(desk, ada, agent)
    used = await ben.get(f"/api/agents/{agent['id']}/models/usage")
    told = [(reached["whose"], reached["period"]) for reached in await ben.get("/api/model-budgets/reached")]
    assert ((used["over_whose"], used["over_period"]), told) == (over, [over] if over[0] else [])


async def test_only_admins_decide_what_leaves_the_server(ada: Person, ben: Person) -> None:
    await ben.sends("PUT", "/api/model-policy", {"text_stays_here": True, "budget": {}})
    assert ben.refused == (403, "role_needed")
    assert await ada.get("/api/model-policy") == {"text_stays_here": False, "budget": NO_LIMIT}


def allow(desk: Desk, host_and_port: str) -> None:
    settings = settings_of_tests().model_copy(update={"outgoing_loopback": host_and_port})
    desk.app.state.settings = settings
