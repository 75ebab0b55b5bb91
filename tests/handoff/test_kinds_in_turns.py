"""What rules wait for, from the visitor's words to the queue: beside each handoff the nearest message that stays with the agent."""

from typing import Any

import pytest

from deskbell.events.wire import Reason
from deskbell.kit.db import Database
from tests.answering.turns import Answers
from tests.cast import Desk, Person
from tests.stage import open_desk
from tests.visitor import Visitor

CONTACT = {"name": "Contact details", "fields": [{"key": "patient", "label": "Patient name"}]}
BILLING = {
    "name": "Billing details",
    "fields": [{"key": "reference", "label": "Reference", "type": "reference", "pattern": "\\d{4,}"}],
}


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


async def has_only(ada: Person, lumi: dict[str, Any], *rules: dict[str, Any]) -> list[dict[str, Any]]:
    """The agent's rules are these."""
    page = await ada.get(f"/api/agents/{lumi['id']}/rules")
    for rule in page["rules"]:
        await ada.sends("DELETE", f"/api/rules/{rule['id']}")
    added = [
        await ada.sends("POST", f"/api/agents/{lumi['id']}/rules", {"label": "Ours", **rule})
        for rule in rules
    ]
    assert ada.refused is None
    return added


async def action(ada: Person, lumi: dict[str, Any], what: dict[str, Any]) -> str:
    return (await ada.sends("POST", f"/api/agents/{lumi['id']}/actions", what))["id"]


async def last_handoff(ben: Person, thread: dict[str, Any]) -> dict[str, Any]:
    return (await ben.reads(thread["conversation"]))["handoffs"][-1]


async def test_the_same_question_asked_again_goes_to_a_person(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    await has_only(ada, lumi, {"when": {"kind": "stuck"}})
    await vera.asks("When are you open on Saturday?")
    other = await vera.asks("When are you open on Sunday?")
    assert other["conversation"]["state"] == "agent"
    again = await vera.asks("please, when are you open on saturday")
    assert again["conversation"]["state"] == "waiting"
    handoff = await last_handoff(ben, again)
    assert (handoff["reason"], handoff["label"], handoff["matched"]) == (
        "frustrated",
        "Ours",
        "When are you open on Saturday?",
    )


async def test_a_frustrated_visitor_goes_to_a_person_at_the_first_sign(
    ada: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    await vera.asks("When are you open?")
    assert (await vera.asks("this is useless"))["conversation"]["state"] == "agent"
    await has_only(ada, lumi, {"when": {"kind": "stuck"}})
    assert (await vera.asks("When do you open? This is useless."))["conversation"]["state"] == "waiting"


async def test_the_second_question_in_a_row_without_an_answer_goes_to_a_person(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor, answerer: Answers
) -> None:
    await has_only(ada, lumi, {"when": {"kind": "unanswered_in_a_row", "times": 2}})
    answerer.ignorant = True
    await vera.asks("Do you treat parrots?")
    answerer.ignorant = False
    await vera.asks("When are you open?")
    answerer.ignorant = True
    assert (await vera.asks("Do you treat horses?"))["conversation"]["state"] == "agent"
    thread = await vera.asks("Do you sell saddles?")
    assert thread["conversation"]["state"] == "waiting"
    handoff = await last_handoff(ben, thread)
    assert (handoff["reason"], handoff["score"]) == (Reason.UNANSWERED_IN_A_ROW, 2)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Wann haben Sie geöffnet und was kostet das?", "waiting"),
        ("Когда вы открыты?", "waiting"),
        ("Quand est-ce que vous ouvrez le samedi ?", "waiting"),
        ("¿Cuándo abren los sábados?", "agent"),
        ("When do you open on Saturdays?", "agent"),
        ("ok 12345", "agent"),
    ],
)
async def test_a_language_that_is_not_served_goes_to_a_person(
    ada: Person, lumi: dict[str, Any], vera: Visitor, text: str, state: str
) -> None:
    await has_only(ada, lumi, {"when": {"kind": "other_language", "served": ["en", "es"]}})
    assert (await vera.asks(text))["conversation"]["state"] == state


async def test_a_topic_goes_to_a_person_in_words_that_the_rule_does_not_hold(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    topic = {"kind": "topic", "topic": "a disputed charge", "examples": ["I was billed twice"]}
    [rule] = await has_only(ada, lumi, {"when": topic})
    assert (await vera.asks("When are you open?"))["conversation"]["state"] == "agent"
    thread = await vera.asks("why was I charged twice, a disputed charge was billed")
    handoff = await last_handoff(ben, thread)
    assert (handoff["reason"], handoff["matched"], handoff["rule_id"], handoff["rule_version"]) == (
        "topic",
        "a disputed charge",
        rule["id"],
        1,
    )


async def test_a_clinical_question_collects_first_where_a_rule_says_so(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    contact = await action(ada, lumi, CONTACT)
    await has_only(
        ada,
        lumi,
        {"when": {"kind": "clinical"}, "label": "Nurse line", "collect_first": contact, "priority": "urgent"},
    )
    assert (await vera.asks("When are you open?"))["conversation"]["state"] == "agent"
    asked = await vera.asks("How much ibuprofen can I take?")
    assert (asked["conversation"]["state"], asked["messages"][-1]["kind"]) == ("agent", "question")
    done = await vera.asks("Ana Ruiz")
    handoff = await last_handoff(ben, done)
    row = (await ben.inbox())["conversations"][0]
    assert (handoff["reason"], row["label"], row["priority"]) == ("clinical", "Nurse line", "urgent")


async def test_without_a_rule_a_clinical_question_is_handed_off_all_the_same(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    await has_only(ada, lumi)
    handoff = await last_handoff(ben, await vera.asks("How much ibuprofen can I take?"))
    assert (handoff["reason"], handoff["label"], handoff["rule_id"]) == (
        "clinical",
        "Clinical question",
        None,
    )


async def test_an_agent_that_fails_hands_off_as_its_rule_says(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor, answerer: Answers
) -> None:
    [rule] = await has_only(ada, lumi, {"when": {"kind": "agent_unavailable"}, "label": "Call back"})
    assert (await vera.asks("When are you open?"))["conversation"]["state"] == "agent"
    answerer.failures.append(RuntimeError("gone"))
    handoff = await last_handoff(ben, await vera.asks("When are you open on Friday?"))
    assert (handoff["reason"], handoff["label"], handoff["rule_id"]) == (
        "agent_unavailable",
        "Call back",
        rule["id"],
    )


async def test_two_actions_are_collected_one_after_the_other(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    both = [await action(ada, lumi, CONTACT), await action(ada, lumi, BILLING)]
    await has_only(ada, lumi, {"when": {"kind": "asks_for_person"}, "collect_first": both})
    first = await vera.asks("Can I talk to a person?")
    assert [field["key"] for field in first["conversation"]["form"]["fields"]] == ["patient"]
    second = await vera.asks("Ana Ruiz")
    assert second["conversation"]["state"] == "agent"
    assert [field["key"] for field in second["conversation"]["form"]["fields"]] == ["reference"]
    done = await vera.asks("88231")
    assert done["conversation"]["state"] == "waiting"
    fields = (await ben.reads(done["conversation"]))["fields"]
    assert [(field["key"], field["value"]) for field in fields] == [
        ("patient", "Ana Ruiz"),
        ("reference", "88231"),
    ]


async def test_what_was_collected_says_where_it_goes(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    choice = {"key": "about", "label": "About", "type": "choice", "choices": ["Billing", "Refill"]}
    contact = await action(ada, lumi, {"name": "Contact details", "fields": [choice]})
    billing = await action(ada, lumi, BILLING)
    asks, route = await has_only(
        ada,
        lumi,
        {"when": {"kind": "asks_for_person"}, "collect_first": contact},
        {
            "when": {"kind": "details_collected", "action_id": contact, "field": "about", "value": "Billing"},
            "label": "Billing desk",
            "priority": "urgent",
            "collect_first": [billing, contact],
        },
    )
    await vera.asks("Can I talk to a person?")
    assert (await vera.asks("billing"))["conversation"]["form"]["fields"][0]["key"] == "reference"
    done = await vera.asks("88231")
    handoff = await last_handoff(ben, done)
    row = (await ben.inbox())["conversations"][0]
    assert (
        row["label"],
        row["priority"],
        handoff["rule_id"],
        handoff["route_id"],
        handoff["route_version"],
    ) == (
        "Billing desk",
        "urgent",
        asks["id"],
        route["id"],
        1,
    )
    page = await ada.get(f"/api/agents/{lumi['id']}/rules")
    assert [rule["fired_30_days"] for rule in page["rules"]] == [1, 1]


async def test_other_details_go_where_the_first_rule_says(
    ada: Person, ben: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    choice = {"key": "about", "label": "About", "type": "choice", "choices": ["Billing", "Refill"]}
    contact = await action(ada, lumi, {"name": "Contact details", "fields": [choice]})
    route = {"kind": "details_collected", "action_id": contact, "field": "about", "value": "Billing"}
    await has_only(
        ada,
        lumi,
        {"when": {"kind": "asks_for_person"}, "collect_first": contact},
        {"when": route, "label": "Billing desk"},
    )
    await vera.asks("Can I talk to a person?")
    handoff = await last_handoff(ben, await vera.asks("refill"))
    assert (handoff["label"], handoff["route_id"]) == ("Ours", None)


async def test_the_words_of_a_rule_come_before_the_truth_about_who_is_there(
    ada: Person, lumi: dict[str, Any], vera: Visitor
) -> None:
    says = {
        "here": "Our billing team takes over.",
        "away": "Our billing team reads this first.",
        "closed": "",
    }
    await has_only(ada, lumi, {"when": {"kind": "asks_for_person"}, "says": says})
    await ada.sends("PUT", "/api/me/availability", {"availability": "available"})
    line = (await vera.asks("Can I talk to a person?"))["messages"][-1]["text"]
    assert line == "Our billing team takes over. Somebody will join you here shortly."
