"""Actions over HTTP: what may be asked, and what keeps an action from being deleted."""

import pytest

from tests.cast import Person

CONTACT = {
    "name": "Contact details",
    "intro": "Before I connect you, I need a few details.",
    "fields": [
        {"label": "Patient name"},
        {"label": "Provider name"},
        {"label": "Inquiry type", "type": "choice", "choices": ["Billing", "Results", "Something else"]},
        {
            "label": "Reference number",
            "type": "reference",
            "required": False,
            "pattern": r"^\d{4,}$",
            "hint": "4 digits or more",
        },
    ],
}


@pytest.fixture
async def agent(ada: Person) -> dict:
    return await ada.sends("POST", "/api/agents", {"name": "Lumi"})


async def contact_details(person: Person, agent: dict, **different: object) -> dict:
    return await person.sends("POST", f"/api/agents/{agent['id']}/actions", CONTACT | different)


async def test_an_action_keeps_its_fields_in_the_order_of_asking(ada: Person, agent: dict) -> None:
    action = await contact_details(ada, agent)

    plain = {"type": "text", "required": True, "choices": [], "pattern": "", "hint": ""}
    assert action == {
        "id": action["id"],
        "agent_id": agent["id"],
        "name": "Contact details",
        "intro": "Before I connect you, I need a few details.",
        "fields": [
            plain | {"key": "patient_name", "label": "Patient name"},
            plain | {"key": "provider_name", "label": "Provider name"},
            plain | {"key": "inquiry_type", "label": "Inquiry type", "type": "choice",
                     "choices": ["Billing", "Results", "Something else"]},
            plain | {"key": "reference_number", "label": "Reference number", "type": "reference",
                     "required": False, "pattern": r"^\d{4,}$", "hint": "4 digits or more"},
        ],
        "created_at": "2026-03-02T15:00:00Z",
    }  # fmt: skip
    assert await ada.get(f"/api/agents/{agent['id']}/actions") == [action]


async def test_a_field_keeps_its_key_when_its_label_changes(ada: Person, agent: dict) -> None:
    action = await contact_details(ada, agent)
    renamed = [action["fields"][0] | {"label": "Your full name"}, {"label": "Patient name"}]

    changed = await ada.sends("PATCH", f"/api/actions/{action['id']}", {"fields": renamed})

    assert [(field["key"], field["label"]) for field in changed["fields"]] == [
        ("patient_name", "Your full name"),
        ("patient_name_2", "Patient name"),
    ]
    assert (changed["name"], changed["intro"]) == (action["name"], action["intro"])


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ([], "no_fields"),
        ([{"label": "Reference", "pattern": "(a+)+"}], "field_pattern_complex"),
        ([{"label": "Reference", "pattern": "(?=a)b"}], "field_pattern_complex"),
        ([{"label": "Reference", "pattern": "[z-a]"}], "field_pattern"),
        ([{"label": "Type", "type": "choice", "choices": ["Only one"]}], "field_choices"),
        ([{"label": "A", "key": "same"}, {"label": "B", "key": "same"}], "field_key_twice"),
        ([{"label": "A", "key": "No Spaces"}], "field_key_shape"),
        ([{"label": "A", "type": "password"}], "invalid"),
        ([{"label": str(n)} for n in range(13)], "invalid"),
    ],
)
async def test_an_action_that_cannot_be_asked_is_refused(
    ada: Person, agent: dict, fields: list, code: str
) -> None:
    await contact_details(ada, agent, fields=fields)

    assert ada.refused == (422, code)
    assert await ada.get(f"/api/agents/{agent['id']}/actions") == []


async def test_an_action_that_a_rule_collects_with_stays_and_the_rule_is_named(
    ada: Person, agent: dict
) -> None:
    action = await contact_details(ada, agent)
    rule = await ada.sends(
        "POST",
        f"/api/agents/{agent['id']}/rules",
        {"when": {"kind": "asks_for_person"}, "label": "Asked for a person", "collect_first": action["id"]},
    )

    refusal = await ada.sends("DELETE", f"/api/actions/{action['id']}")

    assert refusal == {
        "code": "action_in_use",
        "message": "“Contact details” is collected by the rule “Asked for a person”. Change that rule first.",
        "detail": {"rule_ids": [rule["id"]]},
    }
    await ada.sends("DELETE", f"/api/rules/{rule['id']}")
    await ada.sends("DELETE", f"/api/actions/{action['id']}")
    assert ada.refused is None
    assert await ada.get(f"/api/agents/{agent['id']}/actions") == []


async def test_operators_read_actions_and_only_admins_write_them(
    ada: Person, ben: Person, agent: dict
) -> None:
    action = await contact_details(ada, agent)

    assert await ben.get(f"/api/agents/{agent['id']}/actions") == [action]
    for method, path, body in [
        ("POST", f"/api/agents/{agent['id']}/actions", CONTACT),
        ("PATCH", f"/api/actions/{action['id']}", {"name": "Mine"}),
        ("DELETE", f"/api/actions/{action['id']}", None),
    ]:
        await ben.sends(method, path, body)
        assert ben.refused == (403, "role_needed")
    assert await ada.get(f"/api/agents/{agent['id']}/actions") == [action]


async def test_a_stranger_finds_no_action(ada: Person, cleo: Person, agent: dict) -> None:
    action = await contact_details(ada, agent)

    for method, path, body, code in [
        ("GET", f"/api/agents/{agent['id']}/actions", None, "agent_not_found"),
        ("POST", f"/api/agents/{agent['id']}/actions", CONTACT, "agent_not_found"),
        ("PATCH", f"/api/actions/{action['id']}", {"name": "Mine"}, "action_not_found"),
        ("DELETE", f"/api/actions/{action['id']}", None, "action_not_found"),
    ]:
        await cleo.sends(method, path, body)
        assert cleo.refused == (404, code)
    assert await ada.get(f"/api/agents/{agent['id']}/actions") == [action]
