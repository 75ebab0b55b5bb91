"""A visitor's stream: their own thread and nothing else, in every tab, resumed by `seq`."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest

from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.turn import Show
from deskbell.events import ephemeral
from deskbell.kit.db import Database
from deskbell.kit.ids import new_id
from deskbell.knowledge.finding.ranking import Found
from tests.cast import Desk, Person
from tests.realtime.streams import Stream, of_visitor
from tests.stage import open_desk
from tests.visitor import Visitor


class Hesitant:
    """Shows a first sentence, and the rest when it is let."""

    def __init__(self) -> None:
        self.shown = asyncio.Event()
        self.may_end = asyncio.Event()

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Draft | None:
        await show("We are open")
        self.shown.set()
        await self.may_end.wait()
        return Draft("We are open all day.", (), 0.99)


@pytest.fixture
def answerer() -> Hesitant:
    return Hesitant()


@pytest.fixture
def desk(database: Database, answerer: Hesitant) -> Desk:
    return open_desk(database, answerer=answerer)


@pytest.fixture
async def walt(desk: Desk, lumi: dict[str, Any]) -> Visitor:
    return await Visitor(desk, lumi["widget_key"]).arrives()


def texts(stream: Stream) -> list[str]:
    return [frame.content["message"]["text"] for frame in stream.frames if frame.kind == "message"]


async def test_a_tab_resumes_after_the_message_it_has(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("One")
    await vera.says("Two")
    await ben.takes_over(conversation)
    async with of_visitor(vera, after=2) as stream, of_visitor(vera, last_event_id=1) as other:
        await ben.replies(conversation, "Three")
        await asyncio.gather(stream.reaches(4), other.reaches(4))
    assert (stream.ids(), other.ids()) == ([3, 4], [2, 3, 4])
    assert texts(stream) == ["Ben joined.", "Three"]


async def test_every_tab_shows_the_thread_that_the_server_tells(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("One")
    async with of_visitor(vera) as first, of_visitor(vera) as second:
        await ben.replies(conversation, "Two")
        await vera.says("Three")
        await ben.closes(conversation)
        await asyncio.gather(first.reaches(5), second.reaches(5))
    thread = await vera.thread()
    for tab in (first, second):
        messages = [frame.content for frame in tab.frames if frame.kind == "message"]
        assert [content["message"] for content in messages] == thread["messages"]
        assert messages[-1]["conversation"] == thread["conversation"]


async def test_a_visitor_hears_nothing_of_other_visitors_and_of_members_among_themselves(
    ben: Person, vera: Visitor, walt: Visitor
) -> None:
    conversation = await vera.says("Hello")
    await walt.says("Hi")
    async with of_visitor(vera, 1) as veras, of_visitor(walt, 1) as walts:
        await ben.notes(conversation, "Be kind.")
        await ben.has_read(conversation, 1)
        await vera.says("My secret")
        await veras.reaches(2)
        await walt.says("Last")
        await walts.reaches(2)
    assert (texts(veras), texts(walts)) == (["My secret"], ["Last"])
    heard = str([frame.content for frame in veras.frames + walts.frames])
    assert "Be kind" not in heard
    assert await ben.member_id() not in heard


async def test_an_unfinished_answer_leaves_the_screen_within_half_a_second_of_a_takeover(
    ben: Person, vera: Visitor, answerer: Hesitant
) -> None:
    conversation = await vera.says("When are you open?")
    async with of_visitor(vera, 1) as tab:
        await tab.hears("conversation")
        turn = asyncio.create_task(vera.desk.runs_jobs())
        await tab.hears("draft")
        await ben.takes_over(conversation)
        began = time.monotonic()
        await tab.hears("message")
        withdrawn = time.monotonic() - began
        answerer.may_end.set()
        await turn
        await vera.says("Hello?")
        await tab.reaches(3)
    live = [frame.kind for frame in tab.frames if frame.kind != "conversation"]
    assert [kind for kind in live if kind != "draft"][:2] == ["draft_withdrawn", "message"]
    assert withdrawn < 0.5
    assert texts(tab) == ["Ben joined.", "Hello?"]
    assert live.index("draft_withdrawn") < live.index("message")
    assert "draft" not in live[live.index("message") :]


async def test_a_finished_answer_replaces_its_draft_and_a_late_draft_is_not_shown(
    ben: Person, vera: Visitor, answerer: Hesitant
) -> None:
    conversation = await vera.says("When are you open?")
    async with of_visitor(vera, 1) as tab:
        await tab.hears("conversation")
        turn = asyncio.create_task(vera.desk.runs_jobs())
        draft = await tab.hears("draft")
        answerer.may_end.set()
        await turn
        await tab.reaches(2)
        await says_late(ben, vera, conversation, draft.content["turn_id"])
        await vera.says("Thanks")
        await tab.reaches(3)
    assert draft.content["text"] == "We are open"
    assert [kind for kind in tab.kinds() if kind != "conversation"] == ["draft", "message", "message"]
    assert texts(tab)[0] == "We are open all day."


async def says_late(ben: Person, vera: Visitor, conversation: dict[str, Any], turn_id: str) -> None:
    """A draft that the bus brings after the log has brought the answer."""
    row = (await ben.reads(conversation))["conversation"]
    late = ephemeral.Draft(
        conversation_id=row["id"],
        visitor_id=row["visitor_id"],
        turn_id=UUID(turn_id),
        epoch=row["epoch"],
        text="We are",
    )
    workspace_id = UUID((await ben.me())["workspace"]["id"])
    vera.desk.app.state.bus.publish(ephemeral.ephemeral_topic(workspace_id), late.model_dump_json().encode())


async def test_a_visitor_sees_that_a_person_types_and_not_that_they_type_themselves(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("Hello")
    async with of_visitor(vera, 1) as tab:
        await tab.hears("conversation")
        await vera.sends("POST", "typing")
        await ben.sends("POST", f"/api/conversations/{conversation['id']}/typing")
        typing = await tab.hears("typing")
    assert typing.content == {"type": "typing", "who": "Ben"}
    assert tab.kinds().count("typing") == 1


async def test_the_first_message_in_one_tab_opens_the_thread_in_the_other(vera: Visitor) -> None:
    await vera.arrives()
    async with of_visitor(vera) as tab:
        await tab.until(lambda stream: stream.status == 200)
        await asyncio.wait_for(vera.says("Hello"), 5)
        await tab.reaches(1)
    assert texts(tab) == ["Hello"]


async def test_a_tab_that_knows_an_older_thread_is_brought_to_the_present_one(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("One")
    await vera.says("Two")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    await vera.starts_anew()
    present = await vera.says("Something else")
    async with of_visitor(vera, after=4) as tab:
        await tab.hears("message")
    assert texts(tab) == ["Something else"]
    assert tab.frames[0].content["conversation"]["id"] == present["id"] != conversation["id"]


async def test_a_long_poll_waits_for_the_next_message_of_the_same_thread(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("One")
    waiting = asyncio.create_task(vera.get("events", after=1, wait=10))
    async with of_visitor(vera, 1) as tab:
        await tab.hears("conversation")
        await ben.takes_over(conversation)
        await tab.reaches(2)
    polled = await waiting
    assert [message["text"] for message in polled["messages"]] == texts(tab) == ["Ben joined."]
    assert (polled["conversation"]["state"], polled["last_seq"]) == ("person", 2)


async def test_a_token_that_nobody_has_opens_no_stream(vera: Visitor, lumi: dict[str, Any]) -> None:
    await vera.arrives()
    forger = Visitor(vera.desk, lumi["widget_key"])
    forger.token = vera.token[:-4] + "AAAA"
    async with of_visitor(forger) as stream:
        assert stream.status == 401


def test_the_ids_of_conversations_are_in_the_order_of_their_creation() -> None:
    """A visitor's stream relies on it to tell an older thread from the present one."""
    ids = [new_id() for _ in range(3)]
    assert [made.int >> 80 for made in ids] == sorted(made.int >> 80 for made in ids)
