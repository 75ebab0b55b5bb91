"""An emergency is a person's until it has come to an end: who answered for it, how soon, and what came of it."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from deskbell.audit import queries as audit
from tests.cast import Desk, Person
from tests.visitor import Visitor

EMERGENCY = "I have chest pain and cannot breathe"


async def emergency_of(member: Person, conversation: dict[str, Any]) -> dict[str, Any]:
    emergency: dict[str, Any] = (await member.reads(conversation))["conversation"]["emergency"]
    return emergency


def seconds_to_acknowledge(emergency: dict[str, Any]) -> float:
    raised, acknowledged = (
        datetime.fromisoformat(emergency[moment]) for moment in ("raised_at", "acknowledged_at")
    )
    return (acknowledged - raised) / timedelta(seconds=1)


async def deeds(desk: Desk, member: Person) -> list[tuple[str, str]]:
    """(who, what) of the audit log, as far as it is about emergencies."""
    workspace_id = UUID((await member.me())["workspace"]["id"])
    async with desk.database.transaction(workspace_id) as tx:
        links = await audit.links(tx)
    return [(link.actor, link.deed) for link in links if link.deed.startswith("emergency.")]


@pytest.mark.parametrize("as_", ["reached", "directed", "false_alarm", "unable_to_reach"])
async def test_whoever_closes_an_emergency_says_what_came_of_it(
    desk: Desk, ben: Person, vera: Visitor, as_: str
) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.acknowledges(conversation)
    await ben.closes(conversation)
    assert ben.refused == (409, "disposition_needed")
    assert (await ben.reads(conversation))["conversation"]["state"] == "waiting"

    await ben.closes(conversation, as_=as_)

    thread = await ben.reads(conversation)
    row, line = thread["conversation"], thread["messages"][-1]
    assert (row["state"], row["emergency"]["disposition"], row["emergency"]["disposed_by"]) == (
        "resolved",
        as_,
        "Ben Ortiz",
    )
    assert (line["kind"], line["disposition"], line["member_name"]) == ("resolved", as_, "Ben Ortiz")
    assert await deeds(desk, ben) == [
        ("Ben Ortiz", "emergency.acknowledged"),
        ("Ben Ortiz", f"emergency.closed.{as_}"),
    ]
    assert as_ not in str(await vera.thread())


async def test_a_conversation_that_is_no_emergency_is_closed_without_one(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Is Dr. Chen in on Friday?")
    closed = await ben.closes(conversation, as_="false_alarm")
    assert (ben.refused, closed["state"], closed["emergency"]) == (None, "resolved", None)
    assert (await ben.reads(conversation))["messages"][-1]["disposition"] is None


async def test_the_agent_never_gets_an_emergency_back_acknowledged_or_not(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.hands_back(conversation)
    assert ben.refused == (409, "emergency_open")
    await ben.acknowledges(conversation)
    await ben.takes_over(conversation)
    await ben.hands_back(conversation)
    assert ben.refused == (409, "emergency_open")
    row = (await ben.reads(conversation))["conversation"]
    assert (row["state"], row["priority"]) == ("member", "emergency")


async def test_after_its_end_a_thread_that_goes_on_may_be_returned_to_the_agent(
    ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.acknowledges(conversation)
    await ben.closes(conversation, as_="false_alarm")
    await vera.says("When are you open tomorrow?")
    assert (await ben.hands_back(conversation))["state"] == "agent"


async def test_the_time_to_acknowledge_counts_from_the_first_words(
    desk: Desk, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says(EMERGENCY)
    desk.clock.moves_on(seconds=40)
    await vera.says("I cannot breathe, please")
    desk.clock.moves_on(seconds=20)
    await ben.acknowledges(conversation)
    assert seconds_to_acknowledge(await emergency_of(ben, conversation)) == 60


async def test_more_alarming_words_ring_again_unless_somebody_is_with_the_visitor(
    desk: Desk, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.acknowledges(conversation)
    await ben.takes_over(conversation)
    await vera.says("I still cannot breathe")
    assert (await emergency_of(ben, conversation))["acknowledged_by"] == "Ben Ortiz"

    desk.clock.moves_on(minutes=30)  # his page is closed, and nobody has seen him since
    await vera.says("I cannot breathe at all")
    again = await emergency_of(ben, conversation)
    assert again["acknowledged_by"] is None
    assert datetime.fromisoformat(again["raised_at"]) == desk.clock()


async def test_acknowledged_and_taken_by_nobody_it_rings_again(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.acknowledges(conversation)
    await vera.says("I cannot breathe at all")
    assert (await emergency_of(ben, conversation))["acknowledged_by"] is None


async def test_of_many_who_acknowledge_at_once_one_is_named(
    desk: Desk, ada: Person, ben: Person, vera: Visitor
) -> None:
    for _ in range(10):
        conversation = await vera.says(EMERGENCY)
        answers = await asyncio.gather(
            *[member.acknowledges(conversation) for member in (ada, ben, ada, ben)]
        )
        names = {answer["emergency"]["acknowledged_by"] for answer in answers}
        assert len(names) == 1, names
        await ben.closes(conversation, as_="reached")
        await vera.starts_anew()
    acknowledged = [deed for _, deed in await deeds(desk, ben) if deed == "emergency.acknowledged"]
    assert len(acknowledged) == 10


async def test_undoing_the_close_of_an_emergency_makes_it_one_again(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.acknowledges(conversation)
    await ben.closes(conversation, as_="false_alarm")

    reopened = await ben.reopens(conversation)

    assert (reopened["state"], reopened["priority"]) == ("member", "emergency")
    emergency = reopened["emergency"]
    assert (emergency["acknowledged_by"], emergency["disposition"]) == ("Ben Ortiz", None)
    await ben.closes(conversation)
    assert ben.refused == (409, "disposition_needed")


async def test_a_later_close_that_is_undone_does_not_bring_an_old_emergency_back(
    desk: Desk, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says(EMERGENCY)
    await ben.acknowledges(conversation)
    await ben.closes(conversation, as_="false_alarm")
    desk.clock.moves_on(hours=1)
    await vera.says("Where do I find the invoice?")
    await ben.closes(conversation)
    reopened = await ben.reopens(conversation)
    assert (ben.refused, reopened["priority"]) == (None, "normal")
