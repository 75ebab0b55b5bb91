"""Rules over HTTP: what a new agent starts with, versions, order, and who may change them."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from deskbell.agents.access import open_agent
from deskbell.handoff.commands.rules import start_with_presets
from tests.cast import Desk, Person
from tests.visitor import Visitor

BILLING = {
    "when": {"kind": "phrase", "phrases": ["disputed charge"]},
    "label": "Billing",
    "priority": "urgent",
}


@pytest.fixture
async def agent(desk: Desk, ada: Person) -> dict:
    created = await ada.sends("POST", "/api/agents", {"name": "Lumi"})
    await desk.runs_jobs()
    return created


async def rules_of(person: Person, agent: dict) -> list[dict]:
    return (await person.get(f"/api/agents/{agent['id']}/rules"))["rules"]


async def adds(person: Person, agent: dict, **rule: object) -> dict:
    return await person.sends("POST", f"/api/agents/{agent['id']}/rules", BILLING | rule)


async def collects_contact_details(person: Person, agent: dict) -> dict:
    action = {"name": "Contact details", "fields": [{"label": "Patient name"}]}
    return await person.sends("POST", f"/api/agents/{agent['id']}/actions", action)


async def test_a_new_agent_rings_for_a_person_and_waits_with_the_threshold(ada: Person, agent: dict) -> None:
    page = await ada.get(f"/api/agents/{agent['id']}/rules")

    assert [
        (rule["sentence"], rule["enabled"], rule["version"], rule["position"]) for rule in page["rules"]
    ] == [
        ("When the visitor asks for a person, hand off as Asked for a person.", True, 1, 1),
        ("When the agent finds no answer, hand off as No answer.", True, 1, 2),
        ("When the confidence is below 0.55, hand off as Low confidence.", False, 1, 3),
    ]
    assert [preset["when"] for preset in page["presets"]][:3] == [
        {"kind": "asks_for_person"},
        {"kind": "no_answer"},
        {"kind": "confidence_below", "threshold": 0.55},
    ]
    assert [step["number"] for step in page["order"]] == list(range(10))
    assert page["warnings"] == []


async def test_starting_with_the_presets_twice_adds_nothing(desk: Desk, ada: Person, agent: dict) -> None:
    before = await rules_of(ada, agent)

    workspace = UUID((await ada.me())["workspace"]["id"])
    async with desk.database.transaction(workspace) as tx:
        await start_with_presets(tx, await open_agent(tx, UUID(agent["id"])), at=desk.clock())

    assert await rules_of(ada, agent) == before


async def test_a_new_rule_is_tried_last(ada: Person, agent: dict) -> None:
    action = await collects_contact_details(ada, agent)

    rule = await adds(ada, agent, collect_first=action["id"])

    assert rule == {
        "id": rule["id"],
        "agent_id": agent["id"],
        "position": 4,
        "enabled": True,
        "when": {"kind": "phrase", "phrases": ["disputed charge"]},
        "collect_first": [action["id"]],
        "label": "Billing",
        "priority": "urgent",
        "version": 1,
        "says": {"here": "", "away": "", "closed": ""},
        "sentence": "When the message contains “disputed charge”, first collect Contact details, "
        "then hand off as Billing.",
        "fired_30_days": 0,
    }
    assert (await rules_of(ada, agent))[-1] == rule


async def test_the_version_grows_with_each_change_and_not_without_one(ada: Person, agent: dict) -> None:
    rule = await adds(ada, agent)
    versions = []

    for patch in [{"enabled": False}, {"enabled": False}, {"label": "Bills"}, {"priority": "normal"}, {}]:
        changed = await ada.sends("PATCH", f"/api/rules/{rule['id']}", patch)
        versions.append(changed["version"])

    assert versions == [2, 2, 3, 4, 4]
    assert changed == rule | {
        "enabled": False,
        "label": "Bills",
        "priority": "normal",
        "version": 4,
        "sentence": "When the message contains “disputed charge”, hand off as Bills.",
    }


async def test_each_rule_tells_how_often_it_fired_in_the_last_30_days(
    desk: Desk, ada: Person, agent: dict, superuser_url: str
) -> None:
    asks, no_answer, _ = await rules_of(ada, agent)
    workspace = (await ada.me())["workspace"]["id"]
    with psycopg.connect(superuser_url) as connection:
        connection.execute("SET session_replication_role = replica")  # handoffs without their conversations
        for rule, days_ago in [(asks, 0), (asks, 29), (asks, 31), (no_answer, 31)]:
            connection.execute(
                """
                INSERT INTO handoffs (workspace_id, id, conversation_id, segment, at, reason, label, rule_id)
                VALUES (%s, %s, %s, 1, %s, 'asked_for_person', 'Any', %s)
                """,
                (workspace, uuid4(), uuid4(), desk.clock() - timedelta(days=days_ago), rule["id"]),
            )

    assert [rule["fired_30_days"] for rule in await rules_of(ada, agent)] == [2, 0, 0]


async def test_what_a_member_tries_in_the_playground_is_not_counted(
    ada: Person, lumi: dict, vera: Visitor
) -> None:
    trial = await Visitor(vera.desk, lumi["widget_key"]).arrives(preview=True)
    for somebody in (trial, vera):
        asked = await somebody.asks("I want to talk to a person")
        assert asked["conversation"]["state"] == "waiting"

    assert [rule["fired_30_days"] for rule in await rules_of(ada, lumi)] == [1, 0, 0]


async def test_collecting_first_can_be_set_and_taken_away(ada: Person, agent: dict) -> None:
    action = await collects_contact_details(ada, agent)
    rule = (await rules_of(ada, agent))[0]

    collecting = await ada.sends("PATCH", f"/api/rules/{rule['id']}", {"collect_first": action["id"]})
    renamed = await ada.sends("PATCH", f"/api/rules/{rule['id']}", {"label": "Person"})
    plain = await ada.sends("PATCH", f"/api/rules/{rule['id']}", {"collect_first": None})

    assert [seen["collect_first"] for seen in (collecting, renamed, plain)] == [
        [action["id"]],
        [action["id"]],
        [],
    ]


async def test_rules_are_tried_in_the_order_that_was_set(ada: Person, agent: dict) -> None:
    await adds(ada, agent)
    backwards = [rule["id"] for rule in await rules_of(ada, agent)][::-1]

    page = await ada.sends("PUT", f"/api/agents/{agent['id']}/rules/order", {"rule_ids": backwards})

    assert [(rule["id"], rule["position"]) for rule in page["rules"]] == list(
        zip(backwards, range(1, 5), strict=True)
    )
    assert {rule["version"] for rule in page["rules"]} == {1}


async def test_rules_added_at_the_same_moment_each_get_a_place(ada: Person, agent: dict) -> None:
    await asyncio.gather(*(adds(ada, agent, label=f"Rule {number}") for number in range(8)))

    assert [rule["position"] for rule in await rules_of(ada, agent)] == list(range(1, 12))


async def test_an_agent_has_at_most_fifty_rules(ada: Person, agent: dict) -> None:
    for _ in range(47):
        await adds(ada, agent)
    assert ada.refused is None

    await adds(ada, agent)

    assert ada.refused == (429, "too_many_rules")
    assert len(await rules_of(ada, agent)) == 50


async def test_an_action_deleted_while_a_rule_takes_it_up_is_not_lost_to_the_rule(
    ada: Person, agent: dict
) -> None:
    for _ in range(5):
        action = await collects_contact_details(ada, agent)
        await asyncio.gather(
            adds(ada, agent, collect_first=action["id"]), ada.sends("DELETE", f"/api/actions/{action['id']}")
        )
        left = {action["id"] for action in await ada.get(f"/api/agents/{agent['id']}/actions")}
        needed = {action for rule in await rules_of(ada, agent) for action in rule["collect_first"]}
        assert needed <= left


async def test_an_order_that_misses_or_repeats_a_rule_is_out_of_date(ada: Person, agent: dict) -> None:
    rule_ids = [rule["id"] for rule in await rules_of(ada, agent)]

    for wrong in (rule_ids[:-1], [*rule_ids, rule_ids[0]], [rule_ids[0]] * 3, []):
        await ada.sends("PUT", f"/api/agents/{agent['id']}/rules/order", {"rule_ids": wrong})
        assert ada.refused == (409, "rules_changed")
    assert [rule["id"] for rule in await rules_of(ada, agent)] == rule_ids


async def test_deleting_a_rule_closes_the_gap(ada: Person, agent: dict) -> None:
    first, second, third = await rules_of(ada, agent)

    await ada.sends("DELETE", f"/api/rules/{second['id']}")

    assert await rules_of(ada, agent) == [first, third | {"position": 2}]
    assert (await adds(ada, agent))["position"] == 3


async def test_the_page_warns_and_offers_the_fix(ada: Person, agent: dict) -> None:
    asks = (await rules_of(ada, agent))[0]
    await ada.sends("PATCH", f"/api/rules/{asks['id']}", {"enabled": False})

    page = await ada.get(f"/api/agents/{agent['id']}/rules")

    assert page["warnings"] == [
        {
            "code": "asks_for_person_uncaught",
            "sentence": "No rule catches a request for a person. Only the button in the widget reaches your team.",
            "rule_id": None,
            "fix": {
                "kind": "enable_rule",
                "label": "Turn on “Asked for a person”",
                "rule_id": asks["id"],
            },
        }
    ]


async def test_a_fixed_wording_is_warned_about_in_the_words_visitors_use(ada: Person, agent: dict) -> None:
    rule = await adds(ada, agent, when={"kind": "phrase", "phrases": ["speak to a manager"]})
    await adds(ada, agent)

    page = await ada.get(f"/api/agents/{agent['id']}/rules")

    assert [(warning["code"], warning["rule_id"]) for warning in page["warnings"]] == [
        ("narrow_phrase", rule["id"])
    ]


@pytest.mark.parametrize(
    ("rule", "refusal"),
    [
        ({"when": {"kind": "phrase", "phrases": []}}, (422, "invalid")),
        ({"when": {"kind": "phrase", "phrases": ["x" * 81]}}, (422, "invalid")),
        ({"when": {"kind": "phrase", "phrases": ["bill", "?!"]}}, (422, "phrase_without_words")),
        ({"when": {"kind": "confidence_below", "threshold": 1.01}}, (422, "invalid")),
        ({"when": {"kind": "confidence_below"}}, (422, "invalid")),
        ({"when": {"kind": "full_moon"}}, (422, "invalid")),
        ({"priority": "emergency"}, (422, "invalid")),
        ({"label": " "}, (422, "invalid")),
        ({"collect_first": "018f0000-0000-7000-8000-000000000001"}, (404, "action_not_found")),
    ],
)
async def test_a_rule_that_cannot_work_is_refused(
    ada: Person, agent: dict, rule: dict, refusal: tuple
) -> None:
    before = await rules_of(ada, agent)

    await adds(ada, agent, **rule)

    assert ada.refused == refusal
    assert await rules_of(ada, agent) == before


async def test_a_rule_cannot_collect_with_the_action_of_another_agent(ada: Person, agent: dict) -> None:
    second = await ada.sends("POST", "/api/agents", {"name": "Second"})
    action = await collects_contact_details(ada, second)

    await adds(ada, agent, collect_first=action["id"])

    assert ada.refused == (404, "action_not_found")


async def test_operators_read_rules_and_only_admins_write_them(ada: Person, ben: Person, agent: dict) -> None:
    rule, *_ = before = await rules_of(ada, agent)

    assert await rules_of(ben, agent) == before
    for method, path, body in [
        ("POST", f"/api/agents/{agent['id']}/rules", BILLING),
        ("PATCH", f"/api/rules/{rule['id']}", {"enabled": False}),
        ("DELETE", f"/api/rules/{rule['id']}", None),
        ("PUT", f"/api/agents/{agent['id']}/rules/order", {"rule_ids": []}),
    ]:
        await ben.sends(method, path, body)
        assert ben.refused == (403, "role_needed")
    assert await rules_of(ada, agent) == before


async def test_a_stranger_finds_no_rule(ada: Person, cleo: Person, agent: dict) -> None:
    rule, *_ = before = await rules_of(ada, agent)

    for method, path, body, code in [
        ("GET", f"/api/agents/{agent['id']}/rules", None, "agent_not_found"),
        ("POST", f"/api/agents/{agent['id']}/rules", BILLING, "agent_not_found"),
        ("PUT", f"/api/agents/{agent['id']}/rules/order", {"rule_ids": []}, "agent_not_found"),
        ("PATCH", f"/api/rules/{rule['id']}", {"enabled": False}, "rule_not_found"),
        ("DELETE", f"/api/rules/{rule['id']}", None, "rule_not_found"),
    ]:
        await cleo.sends(method, path, body)
        assert cleo.refused == (404, code)
    assert await rules_of(ada, agent) == before
