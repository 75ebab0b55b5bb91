"""The set-up check runs the whole story on the live workspace: it says what is wrong and where to mend it, and leaves nothing behind."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from deskbell.cli.printed.examples import event_types, variants
from deskbell.events.quiet import is_quiet
from deskbell.kit.db import Database
from tests.answering.turns import Answers
from tests.cast import Desk, Person
from tests.setup_checks.clinic import (
    STORY,
    asking_rule,
    checked,
    collects_first,
    ended,
    left_behind,
    lines_of,
    states,
    trained,
)
from tests.stage import open_desk
from tests.visitor import Visitor


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


@pytest.fixture
async def clinic(ada: Person, ben: Person, lumi: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
    """An agent with content whose rule for requests for a person collects details first."""
    await collects_first(ada, lumi)
    async with trained(ada, lumi):
        yield lumi


def without_worker(desk: Desk) -> None:
    """Nobody takes up work, and the check does not wait long for it."""
    checking = desk.app.state.checking
    checking.world = replace(checking.world, worker_seconds=0.1)


async def test_a_whole_set_up_passes_every_step_of_the_story(ada: Person, clinic: dict[str, Any]) -> None:
    lines = await checked(ada, clinic)
    assert states(lines, "database", "worker", "content", *STORY) == dict.fromkeys(
        ("database", "worker", "content", *STORY), "passed"
    ), lines
    assert lines["answer"]["sentence"] == "“When are you open?” was answered from “Hours”."
    assert lines["details"]["sentence"] == (
        "Patient name, Inquiry, Date of birth, Phone, E-mail, Reference number: all arrived."
    )
    assert lines["inbox"]["sentence"].startswith("It waits as “Asked for a person”, with all ")


async def test_nobody_sees_or_hears_anything_of_it(
    ada: Person, ben: Person, vera: Visitor, clinic: dict[str, Any]
) -> None:
    await vera.asks("Can a human review my test results?")
    await vera.fills(patient_name="Vera")
    before = await ben.inbox()
    began = await ada.sends("POST", f"/api/agents/{clinic['id']}/setup-checks")
    seen: set[str] = set()
    while (await ada.get(f"/api/setup-checks/{began['id']}"))["state"] == "running":
        await ada.desk.runs_jobs()
        now = await ben.inbox("open")
        seen |= {row["visitor_name"] for row in now["conversations"]}
        assert now["counts"] == before["counts"]
    assert len(seen) == 1
    assert await left_behind(ada.desk, ada) == (0, 0)
    assert (await asking_rule(ada, clinic))["fired_30_days"] == 0
    page = await ada.get(f"/api/agents/{clinic['id']}/sources")
    assert [source["answers_used"] for source in page["sources"]] == [0]


def test_of_a_check_only_what_was_written_leads_to_anything() -> None:
    for event in event_types():
        for variant in variants(event):
            conversation = getattr(variant, "conversation", None)
            if conversation is None:
                assert not is_quiet(variant)
                continue
            of_check = conversation.model_copy(update={"is_check": True})
            writes = event.__name__ in {"MessagePosted", "FieldsCollected"}
            assert is_quiet(variant.model_copy(update={"conversation": of_check})) is not writes
            assert not is_quiet(variant)


async def test_without_a_worker_it_says_so_in_time_and_tries_nothing_that_needs_one(
    ada: Person, desk: Desk, clinic: dict[str, Any]
) -> None:
    without_worker(desk)
    lines = await checked(ada, clinic, with_worker=False)
    assert states(lines, "database", "worker", "content", *STORY) == {
        "database": "passed",
        "worker": "failed",
        "content": "passed",
        "stream": "passed",
        **dict.fromkeys(("answer", "handoff", "details", "inbox", "takeover", "reply", "close"), "skipped"),
    }
    assert "“deskbell serve” starts a worker" in lines["worker"]["sentence"]
    assert lines["answer"]["sentence"] == "Not tried: a step before it failed."
    assert await left_behind(desk, ada) == (0, 0)


async def test_without_content_the_question_is_not_tried_and_the_handoff_is(
    ada: Person, lumi: dict[str, Any]
) -> None:
    lines = await checked(ada, lumi)
    assert states(lines, "content", "answer", "handoff", "details", "inbox", "takeover", "close") == {
        "content": "failed",
        "answer": "skipped",
        "handoff": "passed",
        "details": "skipped",
        "inbox": "passed",
        "takeover": "passed",
        "close": "passed",
    }
    assert lines["content"]["fix"] == {"label": "Add content", "href": "/content"}
    assert lines["details"]["fix"] == {"label": "Collect details first", "href": "/rules"}


async def test_content_that_does_not_answer_is_red_and_the_story_goes_on(
    ada: Person, clinic: dict[str, Any], answerer: Answers
) -> None:
    answerer.ignorant = True
    lines = await checked(ada, clinic)
    assert states(lines, "answer", "handoff", "details", "takeover", "close") == {
        "answer": "failed",
        "handoff": "passed",
        "details": "passed",
        "takeover": "passed",
        "close": "passed",
    }
    assert lines["answer"]["fix"] == {"label": "Look at the content", "href": "/content"}


async def test_without_the_rule_the_handoff_is_red_with_its_fix_and_the_button_goes_on(
    ada: Person, clinic: dict[str, Any]
) -> None:
    rule = await asking_rule(ada, clinic)
    await ada.sends("DELETE", f"/api/rules/{rule['id']}")
    lines = await checked(ada, clinic)
    assert states(lines, "handoff", "inbox", "takeover", "close") == {
        "handoff": "failed",
        "inbox": "passed",
        "takeover": "passed",
        "close": "passed",
    }
    assert lines["handoff"]["fix"] == {"label": "Add the rule", "href": "/rules"}


async def test_a_pattern_that_our_sample_does_not_fit_is_shown_for_a_look(
    ada: Person, lumi: dict[str, Any]
) -> None:
    odd = {"name": "Odd", "fields": [{"label": "Voucher", "type": "reference", "pattern": "zz\\d{9}q"}]}
    await collects_first(ada, lumi, odd)
    lines = await checked(ada, lumi)
    assert (lines["details"]["state"], lines["details"]["sentence"]) == (
        "attention",
        "“Voucher” took our sample only as unverified: is its pattern what you mean?",
    )


async def test_a_new_conversation_after_the_close_is_no_interruption_of_the_old_one(
    ada: Person, clinic: dict[str, Any]
) -> None:
    await ada.sends("PATCH", "/api/workspace", {"reopen_policy": "new_with_agent"})
    lines = await checked(ada, clinic)
    assert (lines["close"]["state"], lines["close"]["sentence"]) == (
        "passed",
        "The agent has said nothing more. What the visitor wrote next began a new conversation.",
    )
    assert await left_behind(ada.desk, ada) == (0, 0)


async def test_people_hours_and_mail_are_looked_at_with_the_place_to_mend_them(
    ada: Person, lumi: dict[str, Any]
) -> None:
    await ada.invites("new@cedarrow.example")
    ada.desk.clock.moves_on(days=30)
    await ada.signs_in()
    await ada.sends("PATCH", "/api/workspace", {"business_hours": {"mon": [["08:00", "09:00"]]}})
    lines = await checked(ada, lumi)
    assert (lines["members"]["state"], lines["members"]["fix"]["href"]) == ("attention", "/team")
    assert "1 invitation has expired" in lines["members"]["sentence"]
    assert lines["hours"]["sentence"].startswith("Closed now; opens Monday 08:00")
    assert (lines["mail"]["state"], lines["mail"]["fix"]["href"]) == ("attention", "/settings/outbox")
    assert lines["emergency"]["sentence"].startswith("Visitors are shown 911 and 988 at once")
    assert (lines["emergency"]["state"], lines["emergency"]["fix"]["href"]) == (
        "attention",
        "/settings/alarm",
    )


async def test_the_last_result_is_kept_with_who_and_when(
    ada: Person, ben: Person, lumi: dict[str, Any]
) -> None:
    assert await ben.get(f"/api/agents/{lumi['id']}/setup-checks") == []
    await checked(ben, lumi)
    [kept] = await ada.get(f"/api/agents/{lumi['id']}/setup-checks")
    assert (kept["member_name"], kept["cause"], kept["state"]) == ("Ben Ortiz", "by_hand", "done")
    assert kept["ended_at"] is not None
    assert all(line["state"] not in ("waiting", "running") for line in kept["lines"])


async def test_a_second_press_joins_the_check_that_runs(
    ada: Person, ben: Person, clinic: dict[str, Any]
) -> None:
    first = await ada.sends("POST", f"/api/agents/{clinic['id']}/setup-checks")
    second = await ben.sends("POST", f"/api/agents/{clinic['id']}/setup-checks")
    assert second["id"] == first["id"]
    check = await ended(ada, first)
    third = await ben.sends("POST", f"/api/agents/{clinic['id']}/setup-checks")
    assert third["id"] != first["id"]
    assert states(lines_of(check), *STORY) == dict.fromkeys(STORY, "passed")


async def test_a_check_whose_process_went_says_that_it_was_stopped(
    ada: Person, desk: Desk, lumi: dict[str, Any]
) -> None:
    begun = await ada.sends("POST", f"/api/agents/{lumi['id']}/setup-checks")
    await desk.closes()
    check = await ada.get(f"/api/setup-checks/{begun['id']}")
    assert check["state"] == "stopped"
    assert {line["state"] for line in check["lines"]} <= {"passed", "skipped"}
    assert await left_behind(desk, ada) == (0, 0)


async def test_a_colleague_who_takes_over_in_the_middle_makes_no_line_hang(
    ada: Person, ben: Person, clinic: dict[str, Any]
) -> None:
    """Nobody is shown the conversation, but its address works: then the check says who has it, and still cleans up."""
    begun = await ada.sends("POST", f"/api/agents/{clinic['id']}/setup-checks")
    workspace_id = UUID((await ada.me())["workspace"]["id"])
    while (check := await ada.get(f"/api/setup-checks/{begun['id']}"))["state"] == "running":
        await ada.desk.runs_jobs()
        async with ada.desk.database.transaction(workspace_id) as tx:
            waiting = await tx.values("SELECT id FROM conversations WHERE is_check AND state = 'waiting'")
        for conversation_id in waiting:
            await ben.takes_over({"id": conversation_id})
    assert check["state"] == "done"
    assert all(line["state"] not in ("waiting", "running") for line in check["lines"])
    assert await left_behind(ada.desk, ada) == (0, 0)
