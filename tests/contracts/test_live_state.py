"""Snapshot + events = the next snapshot, here and in the browser: web/shared reads the same recording with its applyEvent.

A page that applies events must come to what the server would tell it. `RECORD=1 pytest tests/contracts/test_live_state.py`
writes the recording anew after an intended change.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from deskbell.cli.printed.events import wire_name
from deskbell.cli.printed.examples import event_types
from deskbell.kit.db import Database
from tests.cast import Desk, Person
from tests.contracts.clinic_morning import VIEWS, KnowsTheHours, a_clinic, as_text, early, eventful
from tests.stage import open_desk

RECORDING = Path(__file__).parent / "live_state" / "morning.json"
OPENED = ("vera", "walt", "omar", "rosa", "nils", "inge")


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database, answerer=KnowsTheHours())


@pytest.fixture
def recording() -> dict[str, Any]:
    """The committed recording; the last test but one holds it to what the server says."""
    return json.loads(RECORDING.read_text())


async def record(desk: Desk, ada: Person, ben: Person) -> dict[str, Any]:
    morning = await a_clinic(desk, ada, ben)
    await early(morning)
    before = await morning.seen_by_ben(*OPENED)
    await eventful(morning)
    events = (await ben.events_after(before["inbox"]["open"]["position"]))["events"]
    after = await morning.seen_by_ben(*OPENED)
    member_id = await ben.member_id()
    return {
        "name": "a morning at the clinic",
        "member_id": member_id,
        "before": before,
        "events": events,
        "after": after,
    }


def state_of(truth: Mapping[str, Any]) -> dict[str, Any]:
    """What a page knows after loading every view and thread."""
    pages = truth["inbox"].values()
    rows = {row["id"]: row for page in pages for row in page["conversations"]}
    read = {key: seq for page in pages for key, seq in page["read"].items()}
    threads = {
        thread["conversation"]["id"]: {
            part: list(thread[part]) for part in ("messages", "notes", "fields", "handoffs")
        }
        for thread in truth["threads"]
    }
    return {"rows": rows, "read": read, "threads": threads}


def apply(state: dict[str, Any], event: Mapping[str, Any], member_id: str) -> None:
    """A reference: replace what the event carries whole, add what it adds."""
    if "conversation" in event:
        state["rows"][event["conversation_id"]] = event["conversation"]
    if event["type"] == "conversation.read" and event["member_id"] == member_id:
        state["read"][event["conversation_id"]] = event["seq"]
    thread = state["threads"].get(event.get("conversation_id"))
    if thread is None:
        return
    for carried, part in (("message", "messages"), ("note", "notes"), ("handoff", "handoffs")):
        if carried in event:
            thread[part].append(event[carried])
    if "fields" in event:
        thread["fields"] = event["fields"]
    if event["type"] == "conversation.answer_rated":
        thread["messages"] = [
            message | {"rating": event["rating"]} if message["id"] == event["message_id"] else message
            for message in thread["messages"]
        ]


def belongs(row: Mapping[str, Any], view: str, member_id: str) -> bool:
    states = {"agent": {"agent"}, "closed": {"resolved"}, "open": {"agent", "waiting", "member"}}
    if view in states:
        return row["state"] in states[view]
    if view == "mine":
        return row["holder_id"] == member_id
    return row["state"] == "waiting" or row["priority"] == "emergency"


def listed(state: Mapping[str, Any], view: str, member_id: str) -> list[str]:
    """The ids of a view in its order: emergencies and the longest wait first, elsewhere the newest activity."""
    rows = [row for row in state["rows"].values() if belongs(row, view, member_id)]
    if view == "needs_person":
        rows.sort(
            key=lambda row: (
                row["priority"] != "emergency",
                row["waiting_since"] or row["emergency"]["raised_at"],
                row["id"],
            )
        )
    else:
        rows.sort(key=lambda row: (row["updated_at"], row["id"]), reverse=True)
    return [row["id"] for row in rows]


def applied(recording: Mapping[str, Any]) -> dict[str, Any]:
    state = state_of(recording["before"])
    for heard in recording["events"]:
        apply(state, heard["event"], recording["member_id"])
    return state


def test_the_events_lead_from_one_snapshot_to_the_next(recording: dict[str, Any]) -> None:
    assert applied(recording) == state_of(recording["after"])


def test_every_view_and_count_follows_from_the_rows(recording: dict[str, Any]) -> None:
    state, member_id = applied(recording), recording["member_id"]
    pages = recording["after"]["inbox"]
    told = {view: [row["id"] for row in pages[view]["conversations"]] for view in VIEWS}
    assert {view: listed(state, view, member_id) for view in VIEWS} == told
    assert pages["open"]["counts"] == {view: len(ids) for view, ids in told.items()}


def test_the_log_has_no_gap_between_the_snapshots(recording: dict[str, Any]) -> None:
    first = recording["before"]["inbox"]["open"]["position"]
    last = recording["after"]["inbox"]["open"]["position"]
    assert [heard["position"] for heard in recording["events"]] == list(range(first + 1, last + 1))


def test_the_morning_has_every_kind_of_event_of_a_conversation(recording: dict[str, Any]) -> None:
    kinds = {heard["event"]["type"] for heard in recording["events"]}
    wanted = {wire_name(event) for event in event_types() if wire_name(event).startswith("conversation.")}
    assert wanted - kinds == set()
    assert "member.removed" in kinds


@pytest.mark.parametrize(
    "lost", ["conversation.handed_off", "conversation.message_posted", "conversation.read"]
)
def test_a_lost_event_is_noticed(recording: dict[str, Any], lost: str) -> None:
    events = cast("list[dict[str, Any]]", recording["events"])
    index = max(place for place, heard in enumerate(events) if heard["event"]["type"] == lost)
    assert applied({**recording, "events": events[:index] + events[index + 1 :]}) != state_of(
        recording["after"]
    )


async def test_the_committed_recording_is_what_the_server_says(desk: Desk, ada: Person, ben: Person) -> None:
    recording = await record(desk, ada, ben)
    if os.environ.get("RECORD"):
        RECORDING.parent.mkdir(exist_ok=True)
        RECORDING.write_text(as_text(recording))
    assert RECORDING.read_text() == as_text(recording), "RECORD=1 writes it anew"


def test_a_recording_is_the_same_whatever_ids_the_day_brings() -> None:
    def row(first: str, second: str, name: str) -> dict[str, Any]:
        ids = {"b": f"{first}", "a": f"turn:{second}", "read": {second: 1, first: 2}, "name": name}
        return json.loads(json.dumps(ids))

    one = row("019b0000-0000-7000-8000-00000000000a", "019b0000-0000-7000-8000-00000000000b", "Visitor 12")
    two = row("019b0000-0000-7000-8000-00000000000d", "019b0000-0000-7000-8000-00000000000c", "Visitor 97")
    assert as_text(one) == as_text(two)
