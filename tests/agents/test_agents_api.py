"""Agents over HTTP: what a new one starts with, who may change it, and that its model key never comes out."""

from uuid import UUID

import pytest

from deskbell.agents.widget_key import encode
from deskbell.events.queries import entries_after
from tests.cast import Desk, Person

MODEL = {"url": "https://models.example/v1", "name": "small"}
NO_LIMIT = {"tokens_a_day": None, "tokens_a_month": None, "dollars_a_day": None, "dollars_a_month": None}


async def workspace_of(person: Person) -> UUID:
    return UUID((await person.me())["workspace"]["id"])


async def log_of(desk: Desk, person: Person) -> list[str]:
    async with desk.database.transaction(await workspace_of(person)) as tx:
        return [entry.event.type for entry in await entries_after(tx, 0)]


async def lumi(person: Person, **different: object) -> dict:
    return await person.sends("POST", "/api/agents", {"name": "Lumi"} | different)


async def test_a_new_agent_works_without_a_model_a_key_or_a_list_of_sites(ada: Person) -> None:
    agent = await ada.sends("POST", "/api/agents", {"name": " Lumi "})

    assert agent == {
        "id": agent["id"],
        "name": "Lumi",
        "instructions": "",
        "tone": "warm",
        "answer_length": "medium",
        "greeting": "Hi, I am Lumi, an AI assistant. What would you like to know?",
        "suggested_questions": [],
        "answerer": "verbatim",
        "models": [],
        "quotes_when_down": True,
        "budget": NO_LIMIT,
        "brand_color": "#0f6b66",
        "allowed_sites": [],
        "language": "auto",
        "emergency_region": "US",
        "widget_key": encode(await workspace_of(ada), UUID(agent["id"])),
        "created_at": "2026-03-02T15:00:00Z",
    }
    assert await ada.get("/api/agents") == [agent]
    assert await ada.get(f"/api/agents/{agent['id']}") == agent


async def test_a_change_touches_only_what_it_names(ada: Person) -> None:
    agent = await lumi(ada, instructions="Be brief.", suggested_questions=["What are your hours?"])

    changed = await ada.sends(
        "PATCH",
        f"/api/agents/{agent['id']}",
        {
            "greeting": "Hello!",
            "brand_color": "#AA0033",
            "allowed_sites": ["https://www.Clinic.example/", "clinic.example"],
        },
    )

    assert changed == agent | {
        "greeting": "Hello!",
        "brand_color": "#aa0033",
        "allowed_sites": ["www.clinic.example", "clinic.example"],
    }
    assert await ada.get(f"/api/agents/{agent['id']}") == changed


async def test_operators_read_agents_and_only_admins_write_them(ada: Person, ben: Person) -> None:
    agent = await lumi(ada)

    assert await ben.get("/api/agents") == [agent]
    await ben.sends("POST", "/api/agents", {"name": "Second"})
    assert ben.refused == (403, "role_needed")
    await ben.sends("PATCH", f"/api/agents/{agent['id']}", {"name": "Mine"})
    assert ben.refused == (403, "role_needed")
    assert await ada.get("/api/agents") == [agent]


async def test_a_stranger_finds_no_agent(ada: Person, cleo: Person) -> None:
    agent = await lumi(ada)

    assert await cleo.get("/api/agents") == []
    await cleo.get(f"/api/agents/{agent['id']}")
    assert cleo.refused == (404, "agent_not_found")
    await cleo.sends("PATCH", f"/api/agents/{agent['id']}", {"name": "Mine"})
    assert cleo.refused == (404, "agent_not_found")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"name": "Nurse Lumi"}, "persona_implies_licence"),
        ({"name": "Dr. Lumi"}, "persona_implies_licence"),
        ({"answerer": "generative"}, "model_missing"),
        ({"models": [MODEL | {"url": "ftp://models.example"}]}, "model_url_shape"),
        ({"models": [MODEL | {"url": "https://me:secret@models.example"}]}, "model_url_shape"),
        ({"models": [MODEL | {"url": "http://["}]}, "model_url_shape"),
        ({"models": [MODEL | {"name": " "}]}, "model_name_missing"),
        ({"models": [MODEL | {"provider": "telepathy"}]}, "invalid"),
        ({"models": [MODEL | {"input_price": -1}]}, "invalid"),
        ({"budget": {"tokens_a_day": -1}}, "invalid"),
        ({"allowed_sites": ["not a site"]}, "site_shape"),
        ({"name": "   "}, "invalid"),
        ({"brand_color": "red"}, "invalid"),
        ({"suggested_questions": ["?"] * 7}, "invalid"),
        ({"workspace_id": "018f0000-0000-7000-8000-000000000001"}, "invalid"),
    ],
)
async def test_settings_that_cannot_work_are_refused(ada: Person, body: dict, code: str) -> None:
    await ada.sends("POST", "/api/agents", {"name": "Lumi"} | body)

    assert ada.refused == (422, code)
    assert await ada.get("/api/agents") == []


async def test_names_that_only_look_licensed_are_fine(ada: Person) -> None:
    for name in ("Andrea", "Lumi MDX", "Pa"):
        await ada.sends("POST", "/api/agents", {"name": name})
        assert ada.refused is None, name


async def test_what_happens_to_an_agent_is_in_the_log(desk: Desk, ada: Person) -> None:
    agent = await lumi(ada)
    await ada.sends("PATCH", f"/api/agents/{agent['id']}", {"greeting": "Hello!"})

    assert (await log_of(desk, ada))[-2:] == ["agent.created", "agent.changed"]
