"""E12: a member loses access while they hold conversations. Those wait for a colleague; nothing else changes."""

from uuid import UUID

from deskbell.conversations.access import conversation_to_change
from deskbell.conversations.commands.holding import take_over
from deskbell.workspaces.access import Actor
from deskbell.workspaces.roles import Role
from tests.cast import Desk, Person, joined
from tests.visitor import Visitor


async def test_what_a_removed_member_held_waits_for_a_colleague(
    desk: Desk, ada: Person, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("My invoice is wrong.")
    await ben.replies(conversation, "I am looking at it.")
    position = (await ada.inbox())["position"]
    await ada.removes(await ben.member_id())
    await desk.runs_jobs()
    [row] = (await ada.inbox())["conversations"]
    assert (row["state"], row["reason"], row["label"]) == (
        "waiting",
        "handed_by_member",
        "Ben Ortiz has left the workspace",
    )
    assert (row["holder_id"], row["holder_name"]) == (None, None)
    assert (await vera.reads())[-1] == "Ben has left this chat. Another person from our team will take over."
    kinds = [heard["event"]["type"] for heard in (await ada.events_after(position))["events"]]
    assert kinds == ["member.removed", "conversation.handed_off"]
    assert [handoff["reason"] for handoff in (await ada.reads(row))["handoffs"]] == ["handed_by_member"]


async def test_a_colleague_goes_on_where_the_removed_member_was(
    desk: Desk, ada: Person, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("My invoice is wrong.")
    await ben.takes_over(conversation)
    await ada.removes(await ben.member_id())
    await desk.runs_jobs()
    await vera.says("Hello?")
    await desk.runs_jobs()
    await ada.replies(conversation, "Ada here.")
    assert ada.refused is None
    assert (await vera.reads())[-3:] == ["Hello?", "Ada joined.", "Ada here."]


async def test_conversations_of_others_stay_as_they_are(
    desk: Desk, ada: Person, ben: Person, vera: Visitor
) -> None:
    mia = await joined(ada, Person(desk, "Mia Novak", "mia@cedarrow.example"))
    conversation = await vera.says("Hello")
    await mia.takes_over(conversation)
    await ada.removes(await ben.member_id())
    await desk.runs_jobs()
    assert (await mia.inbox("mine"))["counts"]["mine"] == 1
    assert await vera.reads() == ["Hello", "Mia joined."]


async def test_an_emergency_that_a_removed_member_held_keeps_its_alarm(
    desk: Desk, ada: Person, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("I cannot breathe")
    await ben.takes_over(conversation)
    await ada.removes(await ben.member_id())
    await desk.runs_jobs()
    [row] = (await ada.inbox())["conversations"]
    assert (row["state"], row["priority"]) == ("waiting", "emergency")


async def test_what_a_request_under_way_still_took_is_released_too(
    desk: Desk, ada: Person, ben: Person, vera: Visitor
) -> None:
    conversation = await vera.says("My invoice is wrong.")
    me = await ben.me()
    workspace_id = UUID(me["workspace"]["id"])
    let_in = Actor(
        UUID(me["person"]["id"]),
        workspace_id,
        UUID(me["workspace"]["member_id"]),
        Role.OPERATOR,
        ben.name,
        ben.email,
    )
    await ada.removes(me["workspace"]["member_id"])
    await desk.runs_jobs()
    async with desk.database.transaction(workspace_id) as tx:
        row = await conversation_to_change(tx, UUID(conversation["id"]))
        await take_over(tx, row, let_in, desk.clock())
    assert (await ada.reads(conversation))["conversation"]["state"] == "member"
    desk.clock.moves_on(minutes=1)
    await desk.runs_jobs()
    row = (await ada.reads(conversation))["conversation"]
    assert (row["state"], row["reason"]) == ("waiting", "handed_by_member")
