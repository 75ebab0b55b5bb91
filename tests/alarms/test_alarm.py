"""The alarm climbs until a named member acknowledges: each step once, whatever happens to the worker, and no word of the visitor."""

import asyncio
import json
import random
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import pytest

from deskbell.alarms.signing import signature
from deskbell.kit.db import Database
from deskbell.kit.mail import MailNotSentError
from tests.cast import Desk, Letterbox, Person
from tests.stage import open_desk
from tests.visitor import Visitor

EMERGENCY = "I have chest pain and cannot breathe, Vera here"
CONTACT = "oncall@cedarrow.example"
LADDER: dict[str, Any] = {
    "members_here_after_seconds": 60,
    "everybody_after_seconds": 180,
    "contact_after_seconds": 300,
    "webhook_after_seconds": 300,
    "again_after_seconds": 900,
}


@dataclass
class Receiver:
    """Somebody's server that takes webhooks; `status` is what it answers."""

    status: int = 204
    requests: list[httpx.Request] = field(default_factory=list[httpx.Request])

    def client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.MockTransport(self._take))

    def _take(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(self.status)


@pytest.fixture
def letterbox() -> Letterbox:
    return Letterbox()


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def desk(database: Database, letterbox: Letterbox, receiver: Receiver) -> Desk:
    return open_desk(database, letterbox, outside=receiver.client())


@pytest.fixture(autouse=True)
async def nobody_is_invited_any_more(desk: Desk, ben: Person, letterbox: Letterbox) -> None:
    """Ada and Ben are in; the mails of their invitations are out of the way."""
    await desk.runs_jobs()
    letterbox.letters.clear()


async def rings(desk: Desk, letterbox: Letterbox, *, seconds: float) -> list[str]:
    """Let time pass and the worker work; returns whom the mails that came of it went to."""
    before = len(letterbox.letters)
    desk.clock.moves_on(seconds=seconds)
    await desk.runs_jobs()
    return sorted(letter.to for letter in letterbox.letters[before:])


async def sets(ada: Person, **changes: Any) -> Any:
    return await ada.sends("PUT", "/api/alarm", LADDER | changes)


async def alarm_of(member: Person, conversation: dict[str, Any]) -> Any:
    return await member.get(f"/api/conversations/{conversation['id']}/alarm")


async def test_members_who_are_here_then_everybody_then_the_contact_and_the_webhook_then_again(
    desk: Desk, ada: Person, ben: Person, vera: Visitor, letterbox: Letterbox, receiver: Receiver
) -> None:
    await sets(ada, contact_email=CONTACT, webhook_url="https://hooks.example/secret-path")
    await ada.is_now("away")
    await ben.me()
    conversation = await vera.says(EMERGENCY)
    assert await rings(desk, letterbox, seconds=0) == []
    assert await rings(desk, letterbox, seconds=59) == []
    await ben.me()
    assert await rings(desk, letterbox, seconds=1) == [ben.email]
    assert await rings(desk, letterbox, seconds=119) == []
    assert await rings(desk, letterbox, seconds=1) == [ada.email, ben.email]
    assert await rings(desk, letterbox, seconds=120) == [CONTACT]
    assert len(receiver.requests) == 1
    assert await rings(desk, letterbox, seconds=900) == sorted([ada.email, ben.email, CONTACT])
    assert await rings(desk, letterbox, seconds=900) == sorted([ada.email, ben.email, CONTACT])
    assert len(receiver.requests) == 3

    await ben.acknowledges(conversation)

    assert await rings(desk, letterbox, seconds=5_000) == []
    assert [
        (step["step"], step["round"], step["called"]) for step in (await alarm_of(ben, conversation))["steps"]
    ] == [
        ("raised", 0, 0),
        ("members_here", 0, 1),
        ("everybody", 0, 2),
        ("contact", 0, 1),
        ("webhook", 0, 1),
        ("again", 1, 4),
        ("again", 2, 4),
    ]


async def test_with_nobody_here_everybody_is_called_at_once(
    desk: Desk, ada: Person, ben: Person, vera: Visitor, letterbox: Letterbox, receiver: Receiver
) -> None:
    await sets(ada, contact_email=CONTACT, webhook_url="https://hooks.example/x")
    desk.clock.moves_on(hours=1)  # every page is closed
    await vera.says(EMERGENCY)
    assert await rings(desk, letterbox, seconds=0) == sorted([ada.email, ben.email, CONTACT])
    assert len(receiver.requests) == 1


async def test_acknowledged_in_time_it_calls_nobody(
    desk: Desk, ada: Person, ben: Person, vera: Visitor, letterbox: Letterbox
) -> None:
    await ben.me()
    conversation = await vera.says(EMERGENCY)
    await rings(desk, letterbox, seconds=30)
    await ada.acknowledges(conversation)
    assert await rings(desk, letterbox, seconds=3_600) == []


async def test_no_mail_and_no_webhook_says_who_wrote_or_a_word_of_it(
    desk: Desk, ada: Person, vera: Visitor, letterbox: Letterbox, receiver: Receiver
) -> None:
    await sets(ada, contact_email=CONTACT, webhook_url="https://hooks.example/x")
    conversation = await vera.says(EMERGENCY)
    desk.clock.moves_on(hours=1)
    await desk.runs_jobs()
    row = (await ada.reads(conversation))["conversation"]
    sent = " ".join(letter.subject + letter.text for letter in letterbox.letters)
    sent += " ".join(request.content.decode() for request in receiver.requests)
    assert f"/inbox/{conversation['id']}" in sent
    assert not [word for word in ("chest", "breathe", "Vera", row["visitor_name"]) if word in sent]


async def test_a_webhook_is_signed_and_names_no_more_than_the_place(
    desk: Desk, ada: Person, vera: Visitor, receiver: Receiver
) -> None:
    secret = (await sets(ada, webhook_url="https://hooks.example/x"))["new_secret"]
    desk.clock.moves_on(hours=1)
    conversation = await vera.says(EMERGENCY)
    await desk.runs_jobs()
    [request] = receiver.requests
    body = request.content.decode()
    assert request.headers["webhook-signature"] == signature(
        secret, request.headers["webhook-id"], int(request.headers["webhook-timestamp"]), body
    )
    payload = json.loads(body)
    assert (payload["type"], payload["data"]["test"]) == ("emergency.unacknowledged", False)
    assert set(payload["data"]) == {"test", "workspace_id", "conversation_id", "raised_at", "url"}
    assert payload["data"]["conversation_id"] == conversation["id"]
    assert (await sets(ada, webhook_url="https://hooks.example/y"))["new_secret"] is None
    assert secret not in str(await ada.get("/api/alarm"))


async def test_a_webhook_that_fails_is_tried_again_under_the_same_id_and_told_to_the_admin(
    desk: Desk, ada: Person, vera: Visitor, receiver: Receiver
) -> None:
    await sets(ada, webhook_url="https://hooks.example/x")
    receiver.status = 503
    desk.clock.moves_on(hours=1)
    await vera.says(EMERGENCY)
    for _ in range(5):
        await desk.runs_jobs()
        desk.clock.moves_on(seconds=20)
    assert len({request.headers["webhook-id"] for request in receiver.requests}) == 1
    assert len(receiver.requests) == 5
    [call] = [call for call in (await ada.get("/api/alarm"))["calls"] if call["channel"] == "webhook"]
    assert (call["to"], call["state"], call["error"]) == (
        "hooks.example",
        "failed",
        "The webhook's server answered 503.",
    )


async def test_a_mail_server_that_refuses_one_does_not_keep_the_others_from_it(
    desk: Desk, ada: Person, vera: Visitor, letterbox: Letterbox, receiver: Receiver
) -> None:
    await sets(ada, webhook_url="https://hooks.example/x")
    letterbox.refuses = MailNotSentError("The mail server does not accept this address.", temporary=False)
    desk.clock.moves_on(hours=1)
    await vera.says(EMERGENCY)
    await desk.runs_jobs()
    calls = (await ada.get("/api/alarm"))["calls"]
    assert sorted((call["channel"], call["state"]) for call in calls) == [
        ("mail", "failed"),
        ("mail", "failed"),
        ("webhook", "sent"),
    ]


async def test_what_a_member_tries_out_as_a_visitor_calls_nobody(
    desk: Desk, vera: Visitor, ada: Person, letterbox: Letterbox
) -> None:
    tried = await Visitor(desk, vera.base.rsplit("/", maxsplit=1)[-1]).arrives(preview=True)
    conversation = await tried.says(EMERGENCY)
    assert await rings(desk, letterbox, seconds=3_600) == []
    assert (await ada.reads(conversation))["conversation"]["priority"] == "emergency"
    await vera.says(EMERGENCY)  # a visitor's does
    assert await rings(desk, letterbox, seconds=3_600) != []


async def test_the_test_says_so_and_goes_to_the_presser_the_contact_and_the_webhook(
    desk: Desk, ada: Person, ben: Person, letterbox: Letterbox, receiver: Receiver
) -> None:
    await sets(ada, contact_email=CONTACT, webhook_url="https://hooks.example/x")
    assert [call["state"] for call in await ada.sends("POST", "/api/alarm/tests")] == ["waiting"] * 3
    assert await rings(desk, letterbox, seconds=0) == [ada.email, CONTACT]
    assert {letter.subject for letter in letterbox.letters} == {"TEST: the alarm of Cedar Row Virtual Care"}
    payload = json.loads(receiver.requests[0].content)
    assert (payload["type"], payload["data"]["test"], payload["data"]["conversation_id"]) == (
        "emergency.test",
        True,
        None,
    )
    assert {(call["state"], call["is_test"]) for call in (await ada.get("/api/alarm"))["calls"]} == {
        ("sent", True)
    }
    await ben.sends("POST", "/api/alarm/tests")
    assert ben.refused == (403, "role_needed")


async def test_more_alarming_words_do_not_begin_the_ladder_anew_but_another_emergency_does(
    desk: Desk, ada: Person, ben: Person, vera: Visitor, letterbox: Letterbox
) -> None:
    await ben.me()
    await ada.is_now("away")
    conversation = await vera.says(EMERGENCY)
    await rings(desk, letterbox, seconds=30)
    await vera.says("I cannot breathe, help")
    assert await rings(desk, letterbox, seconds=30) == [ben.email]
    await ben.acknowledges(conversation)
    await vera.says("I cannot breathe at all")
    await ben.me()
    assert await rings(desk, letterbox, seconds=0) == []
    assert await rings(desk, letterbox, seconds=60) == [ben.email]


async def test_every_step_is_taken_once_though_its_job_runs_again_and_again(
    desk: Desk, vera: Visitor, ada: Person, letterbox: Letterbox
) -> None:
    """A worker that is killed after the commit, before the queue hears of it, leaves its job to the next."""
    await sets(ada, contact_email=CONTACT)
    desk.clock.moves_on(hours=1)
    conversation = await vera.says(EMERGENCY)
    await desk.runs_jobs()
    sent = len(letterbox.letters)
    async with desk.database.transaction(UUID((await ada.me())["workspace"]["id"])) as tx:
        await tx.run(
            """
            INSERT INTO jobs (workspace_id, kind, run_after, args)
            SELECT workspace_id, 'alarms.raised', '-infinity', jsonb_build_object('conversation_id', conversation_id)
            FROM alarm_steps WHERE step = 'raised'
            """
        )
        await tx.run(
            """
            INSERT INTO jobs (workspace_id, kind, run_after, args)
            SELECT workspace_id, 'alarms.step', '-infinity',
                   jsonb_build_object('conversation_id', conversation_id, 'raised_at', to_jsonb(raised_at) #>> '{}',
                                      'step', step, 'round', round::text, 'at', to_jsonb(at) #>> '{}')
            FROM alarm_steps, generate_series(1, 3) WHERE step <> 'raised'
            """
        )
        await tx.run(
            """
            INSERT INTO jobs (workspace_id, kind, run_after, args)
            SELECT workspace_id, 'alarms.call', '-infinity', jsonb_build_object('call_id', id) FROM alarm_calls
            """
        )
    assert await desk.runs_jobs() == 1 + 3 * 2 + 3
    assert len(letterbox.letters) == sent == 3
    steps = (await alarm_of(ada, conversation))["steps"]
    assert [step["step"] for step in steps] == ["raised", "contact", "everybody"]


async def test_acknowledging_while_a_step_fires_either_calls_or_does_not_and_never_after(
    desk: Desk, ada: Person, ben: Person, vera: Visitor, letterbox: Letterbox
) -> None:
    """Two members press at the moment a step is due, many times."""
    chance = random.Random(20260302)
    for _ in range(8):
        await ben.me()
        conversation = await vera.says(EMERGENCY)
        await rings(desk, letterbox, seconds=0)
        desk.clock.moves_on(seconds=60)

        async def presses(member: Person, conversation: dict[str, Any] = conversation) -> None:
            await asyncio.sleep(chance.uniform(0, 0.02))
            await member.acknowledges(conversation)
            assert member.refused is None

        await asyncio.gather(desk.runs_jobs(), presses(ada), presses(ben))
        states = [call["state"] for call in (await alarm_of(ada, conversation))["calls"]]
        sent = len(letterbox.letters)
        assert set(states) <= {"sent", "not_needed"}
        assert await rings(desk, letterbox, seconds=2_000) == []
        assert len(letterbox.letters) == sent
        await ben.closes(conversation, as_="false_alarm")
        await vera.starts_anew()


async def test_how_soon_people_answered_is_kept(desk: Desk, ada: Person, ben: Person, vera: Visitor) -> None:
    for seconds in (20, 40, 90):
        conversation = await vera.says(EMERGENCY)
        desk.clock.moves_on(seconds=seconds)
        await ben.acknowledges(conversation)
        await ben.closes(conversation, as_="reached")
        await vera.starts_anew()
    await desk.runs_jobs()
    assert (await ada.get("/api/alarm"))["answered"] == {
        "emergencies": 3,
        "median_seconds": 40.0,
        "slowest_seconds": 90.0,
    }


async def test_a_ladder_that_cannot_be_climbed_is_not_saved(desk: Desk, ada: Person) -> None:
    await sets(ada, members_here_after_seconds=400)
    assert ada.refused == (422, "ladder_unclear")
    await sets(ada, webhook_url="ftp://hooks.example")
    assert ada.refused == (422, "invalid")
    assert (await ada.get("/api/alarm"))["ladder"]["members_here_after_seconds"] == 60


async def test_without_a_mail_server_the_mails_are_kept_and_the_page_says_so(database: Database) -> None:
    desk = open_desk(database)
    ada = Person(desk, "Ada Lin", "ada@cedarrow.example")
    await ada.signs_in()
    await ada.sends("POST", "/api/alarm/tests")
    await desk.runs_jobs()
    alarm = await ada.get("/api/alarm")
    assert (alarm["has_mail_server"], [call["state"] for call in alarm["calls"]]) == (False, ["kept"])
