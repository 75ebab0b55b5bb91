"""A visitor who writes on a closed thread: to people, to a new thread, and never into a loop."""

import pytest

from tests.cast import Person
from tests.visitor import Visitor

EMERGENCY = "I have chest pain and cannot breathe"
POLICIES = ("to_people", "new_with_agent", "new_with_people")


async def closed(ada: Person, ben: Person, vera: Visitor, policy: str) -> dict[str, str]:
    await ada.sends("PATCH", "/api/workspace", {"reopen_policy": policy})
    assert ada.refused is None
    conversation = await vera.says("Hello")
    await ben.takes_over(conversation)
    await ben.closes(conversation)
    return dict(conversation)


@pytest.mark.parametrize(
    ("policy", "where"),
    [
        ("to_people", ("same", "waiting", "reopened")),
        ("new_with_agent", ("new", "agent", None)),
        ("new_with_people", ("new", "waiting", "reopened")),
    ],
)
async def test_the_workspace_decides_where_a_visitor_goes_who_writes_after_the_close(
    ada: Person, ben: Person, vera: Visitor, policy: str, where: tuple[str, str, str | None]
) -> None:
    before = await closed(ada, ben, vera, policy)
    after = await vera.says("Where do I find the invoice?")
    row = (await ben.reads(after))["conversation"]
    thread = "same" if after["id"] == before["id"] else "new"
    assert (thread, row["state"], row["reason"]) == where


async def test_a_new_conversation_for_people_is_silent_says_so_and_knows_the_one_before(
    ada: Person, ben: Person, vera: Visitor
) -> None:
    before = await closed(ada, ben, vera, "new_with_people")
    after = await vera.says("Where do I find the invoice?")
    await vera.desk.runs_jobs()
    assert await vera.reads() == [
        "Where do I find the invoice?",
        "This is a new conversation. A person from our team will read it.",
    ]
    thread = await ben.reads(after)
    assert [earlier["id"] for earlier in thread["visitor"]["earlier"]] == [before["id"]]
    assert (await ben.reads(before))["conversation"]["state"] == "resolved"


@pytest.mark.parametrize("policy", POLICIES)
async def test_thanks_reopens_nothing_whatever_the_policy(
    ada: Person, ben: Person, vera: Visitor, policy: str
) -> None:
    before = await closed(ada, ben, vera, policy)
    after = await vera.says("thanks so much!")
    assert (after["id"], after["state"]) == (before["id"], "closed")


@pytest.mark.parametrize("policy", POLICIES)
async def test_an_emergency_always_opens_the_thread_again(
    ada: Person, ben: Person, vera: Visitor, policy: str
) -> None:
    before = await closed(ada, ben, vera, policy)
    after = await vera.says(EMERGENCY)
    row = (await ben.reads(before))["conversation"]
    assert (after["id"], row["state"], row["priority"]) == (before["id"], "waiting", "emergency")


async def test_what_was_said_before_the_return_hands_nothing_off_again(ben: Person, vera: Visitor) -> None:
    conversation = await vera.asks("I want to talk to a person please")
    await vera.just_wants_a_person()
    assert (await ben.reads(conversation["messages"][0] | {"id": conversation["conversation"]["id"]}))[
        "conversation"
    ]["state"] == "waiting"
    for _ in range(2):
        await ben.hands_back(conversation["conversation"])
        await vera.asks("hello")
        assert (await vera.thread())["conversation"]["state"] == "agent"
