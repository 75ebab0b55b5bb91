"""A member's stream: every event once, in order, whatever happens to the line; and not a moment longer than the right to it."""

import asyncio
import json
from typing import Any
from uuid import UUID

import pytest

from deskbell.realtime import mailbox, member_stream
from deskbell.realtime.frames import resumed_after
from tests.cast import Person
from tests.realtime.streams import of_member, of_visitor
from tests.visitor import Visitor


async def head(person: Person) -> int:
    return int((await person.inbox())["position"])


async def log_after(person: Person, position: int) -> list[Any]:
    return (await person.events_after(position))["events"]


async def test_what_was_missed_comes_first_then_what_happens_each_once(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Is anybody there?")
    async with of_member(ben) as stream:
        await ben.takes_over(conversation)
        await vera.says("Good.")
        last = await head(ben)
        await stream.reaches(last)
    assert stream.ids() == list(range(1, last + 1))
    assert [frame.content for frame in stream.frames] == await log_after(ben, 0)


async def test_a_browser_resumes_after_the_last_event_it_has_seen(ben: Person, vera: Visitor) -> None:
    await vera.says("One")
    seen = await head(ben)
    await vera.says("Two")
    async with of_member(ben, after=0, last_event_id=seen) as stream:
        await stream.reaches(seen + 1)
    assert stream.ids() == [seen + 1]


async def test_a_browser_cut_off_for_200_events_is_equal_to_the_server_afterwards(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("Message 0")
    async with of_member(ben) as before:
        await before.reaches(await head(ben))
        before.cut()
        for batch in range(20):
            await asyncio.gather(*[vera.says(f"Message {batch}.{n}") for n in range(10)])
    async with of_member(ben, last_event_id=before.ids()[-1]) as after:
        await after.reaches(await head(ben))
    heard = [frame.content["event"] for frame in before.frames + after.frames]
    texts = [event["message"]["text"] for event in heard if event["type"] == "conversation.message_posted"]
    thread = await ben.reads(conversation)
    assert len(after.frames) == 200
    assert texts == [message["text"] for message in thread["messages"]]
    assert heard[-1]["conversation"] == thread["conversation"]


async def test_a_slow_reader_is_asked_to_come_again_and_the_others_do_not_notice(
    ada: Person, ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "CAPACITY", 12)
    await vera.arrives()
    start = await head(ada)
    async with of_member(ada, start) as quick, of_member(ben, start) as slow:
        await vera.says("Message 0")
        await slow.reaches(start + 2)  # it is live now
        slow.held = True
        for n in range(1, 40):
            await vera.says(f"Message {n}")
            await quick.reaches(await head(ada))
        await slow.reads_on()
        await slow.until(lambda stream: stream.ended)
        assert not quick.ended
    assert quick.ids() == list(range(start + 1, start + 42))  # the thread began, and forty messages
    assert slow.kinds()[-1] == "resume"
    assert slow.ids() == list(range(start + 1, start + 1 + len(slow.ids())))
    assert len(slow.ids()) < 20
    async with of_member(ben, last_event_id=slow.ids()[-1]) as resumed:
        await resumed.reaches(start + 41)
    assert slow.ids() + resumed.ids() == quick.ids()


async def test_the_stream_of_a_removed_member_ends_before_the_next_event(
    ada: Person, ben: Person, vera: Visitor
) -> None:
    await vera.says("Hello")
    async with of_member(ben, await head(ben)) as stream:
        await ada.removes(await ben.member_id())
        await vera.says("Something for members only")
        await stream.until(lambda it: it.ended, seconds=5)
    assert stream.kinds() == ["resume"]
    async with of_member(ben) as again:
        assert again.status == 403


async def test_after_signing_out_the_stream_ends_although_the_log_is_quiet(
    ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member_stream, "RIGHTS_SECONDS", 0.05)
    async with of_member(ben, await head(ben)) as stream:
        await ben.signs_out()
        await stream.until(lambda it: it.ended, seconds=5)
    assert stream.kinds() == ["resume"]


async def test_after_signing_out_the_stream_ends_although_the_log_is_busy(
    ben: Person, vera: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member_stream, "RIGHTS_SECONDS", 0.05)
    async with of_member(ben, await head(ben)) as stream:
        await ben.signs_out()
        for n in range(200):
            if stream.ended:
                break
            await vera.says(f"Message {n}")
        assert stream.ended
    assert stream.kinds()[-1] == "resume"


async def test_a_stream_of_another_workspace_hears_nothing_of_ours(
    ben: Person, cleo: Person, vera: Visitor
) -> None:
    async with of_member(ben, await head(ben)) as ours, of_member(cleo, await head(cleo)) as theirs:
        await vera.says("A secret of the clinic")
        await ours.hears("conversation.message_posted")
        await cleo.is_now("away")
        await theirs.hears("member.changed")
    assert theirs.kinds() == ["member.changed"]


async def test_a_stream_without_a_sign_in_is_refused(ben: Person, vera: Visitor) -> None:
    nobody = Person(ben.desk, "Nobody", "nobody@nowhere.example")
    async with of_member(nobody) as stream:
        assert stream.status == 401


async def test_a_long_poll_brings_the_same_events_and_waits_for_the_next(ben: Person, vera: Visitor) -> None:
    await vera.says("One")
    position = await head(ben)
    waiting = asyncio.create_task(ben.get("/api/events", after=position, wait=10))
    async with of_member(ben, position) as stream:
        await vera.says("Two")
        await stream.reaches(position + 1)
    polled = await waiting
    assert polled == {"events": [frame.content for frame in stream.frames], "position": position + 1}


async def test_typing_is_shown_and_kept_nowhere(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    start = await head(ben)
    async with of_member(ben, start) as stream:
        await vera.sends("POST", "typing")
        typing = await stream.hears("ephemeral")
    assert typing.id is None
    assert (typing.content["type"], typing.content["conversation_id"]) == ("typing", conversation["id"])
    assert await head(ben) == start


async def test_a_stream_ends_when_the_session_has_moved_and_a_removal_there_is_not_missed(
    ada: Person, ben: Person, vera: Visitor
) -> None:
    await ada.gives_role(await ben.member_id(), "owner")
    clinic = (await ben.me())["workspace"]["id"]
    elsewhere = (await ben.founds("Elsewhere"))["workspace"]["id"]
    await ben.enters(clinic)
    member_id = await ben.member_id()
    async with of_member(ben, await head(ben)) as stream:
        await ben.enters(elsewhere)  # in another tab, as owner there too
        await ada.removes(member_id)
        await vera.says("Something for members of the clinic only")
        await stream.until(lambda it: it.ended, seconds=5)
    assert stream.kinds() == ["resume"]


async def test_an_event_that_another_version_wrote_does_not_silence_those_after_it(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("Hello")
    workspace_id = UUID((await ben.me())["workspace"]["id"])
    strange = {"type": "conversation.from_tomorrow", "conversation_id": conversation["id"]}
    async with of_member(ben, await head(ben)) as stream, of_visitor(vera, 1) as tab:
        async with ben.desk.database.transaction(workspace_id) as tx:
            entries = json.dumps([strange | {"at": "2026-03-02T15:00:00Z"}])
            await tx.run("SELECT append_events(%(entries)s::jsonb)", entries=entries)
        await vera.says("Still there?")
        await stream.hears("conversation.message_posted")
        await tab.hears("message")


@pytest.mark.parametrize(
    ("last_event_id", "start"), [("7", 7), ("", 3), ("seven", 3), ("²", 3), ("-1", 3), ("9" * 5_000, 3)]
)
def test_an_id_that_was_not_ours_is_as_good_as_none(last_event_id: str, start: int) -> None:
    assert resumed_after(last_event_id, 3) == start
