"""Members: roles, leaving, and the owner that there always is."""

import asyncio
from uuid import UUID

import pytest

from deskbell.workspaces.availability import Kind
from deskbell.workspaces.queries import availability_at
from deskbell.workspaces.roles import Role, may_change
from tests.cast import Desk, Person, joined


async def test_a_role_counts_from_the_next_request(ada: Person, ben: Person) -> None:
    await ben.invites("new@cedarrow.example")
    assert ben.refused == (403, "role_needed")

    await ada.gives_role(await ben.member_id(), "admin")
    await ben.invites("new@cedarrow.example")

    assert ben.refused is None


async def test_a_removed_member_is_out_at_once_and_keeps_their_name_in_history(
    ada: Person, ben: Person
) -> None:
    await ada.removes(await ben.member_id())

    await ben.team()

    assert ben.refused == (403, "no_workspace")
    assert (await ben.me())["workspaces"] == []
    async with ada.desk.database.transaction() as tx:
        assert (
            await tx.value("SELECT name FROM people WHERE email = %(email)s", email=ben.email) == "Ben Ortiz"
        )


async def test_a_removed_member_who_is_invited_again_is_the_same_member(ada: Person, ben: Person) -> None:
    before = await ben.member_id()
    await ada.removes(before)

    invited = await ada.invites(ben.email, role="admin")
    me = await ben.accepts(invited["invited"][0]["link"])

    assert (me["workspace"]["member_id"], me["workspace"]["role"]) == (before, "admin")


async def test_members_may_leave_by_themselves(ada: Person, ben: Person) -> None:
    await ben.removes(await ben.member_id())

    assert ben.refused is None
    assert [member["name"] for member in (await ada.team())["members"]] == ["Ada Lin"]


async def test_the_last_owner_can_neither_leave_nor_step_down(ada: Person, ben: Person) -> None:
    await ada.removes(await ada.member_id())
    assert ada.refused == (409, "last_owner")

    await ada.gives_role(await ada.member_id(), "admin")

    assert ada.refused == (409, "last_owner")
    assert (await ada.me())["workspace"]["role"] == "owner"


async def test_two_owners_who_remove_each_other_leave_one(desk: Desk, ada: Person, ben: Person) -> None:
    await ada.gives_role(await ben.member_id(), "owner")
    adas, bens = await ada.member_id(), await ben.member_id()

    await asyncio.gather(ada.removes(bens), ben.removes(adas))

    assert sorted([ada.refused is None, ben.refused is None]) == [False, True]


async def test_a_team_of_admins_cannot_touch_the_owner(desk: Desk, ada: Person) -> None:
    dan = await joined(ada, Person(desk, "Dan Wu", "dan@cedarrow.example"), role="admin")

    await dan.removes(await ada.member_id())
    assert dan.refused == (403, "role_out_of_reach")
    await dan.gives_role(await ada.member_id(), "operator")
    assert dan.refused == (403, "role_out_of_reach")
    await dan.gives_role(await dan.member_id(), "owner")

    assert dan.refused == (403, "role_out_of_reach")
    assert (await ada.me())["workspace"]["role"] == "owner"


@pytest.mark.parametrize("actor", Role)
@pytest.mark.parametrize("current", Role)
@pytest.mark.parametrize("wanted", Role)
def test_every_change_of_role(actor: Role, current: Role, wanted: Role) -> None:
    allowed = {
        Role.OWNER: {Role.OWNER, Role.ADMIN, Role.OPERATOR},
        Role.ADMIN: {Role.ADMIN, Role.OPERATOR},
        Role.OPERATOR: set[Role](),
    }
    assert may_change(actor, current, wanted) is ({current, wanted} <= allowed[actor])


async def test_being_away_shows_to_the_team(ada: Person, ben: Person) -> None:
    await ben.is_now("away")

    shown = {member["name"]: member["availability"] for member in (await ada.team())["members"]}

    assert shown == {"Ada Lin": "available", "Ben Ortiz": "away"}


async def test_visitors_are_promised_only_members_who_were_seen_just_now(desk: Desk, ada: Person) -> None:
    workspace = UUID((await ada.me())["workspace"]["id"])

    async def told() -> Kind:
        async with desk.database.transaction(workspace) as tx:
            return (await availability_at(tx, desk.clock())).kind

    assert await told() is Kind.HERE
    desk.clock.moves_on(seconds=91)
    assert await told() is Kind.AWAY
    await ada.sends("POST", "/api/me/heartbeat")
    assert await told() is Kind.HERE
    await ada.is_now("away")
    assert await told() is Kind.AWAY


async def test_the_workspace_is_changed_by_admins_only_and_field_by_field(ada: Person, ben: Person) -> None:
    before = (await ada.me())["workspace"]
    patch = {"time_zone": "America/New_York", "business_hours": {"mon": [["08:00", "18:00"]]}}
    await ben.sends("PATCH", "/api/workspace", patch)
    assert ben.refused == (403, "role_needed")

    after = await ada.sends("PATCH", "/api/workspace", patch)

    assert after == before | patch


@pytest.mark.parametrize(
    "patch",
    [
        {"time_zone": "Mars/Olympus"},
        {"business_hours": {"monday": []}},
        {"business_hours": {"mon": [["08:00"]]}},
        {"business_hours": {"mon": [["eight", "nine"]]}},
        {"holidays": ["Christmas"]},
        {"reopen_policy": "never"},
        {"id": "00000000-0000-0000-0000-000000000000"},
    ],
)
async def test_settings_that_cannot_be_understood_change_nothing(
    ada: Person, patch: dict[str, object]
) -> None:
    before = await ada.me()

    await ada.sends("PATCH", "/api/workspace", patch)

    assert ada.refused is not None
    assert ada.refused[0] == 422
    assert await ada.me() == before


async def test_a_stranger_does_not_find_the_team(ada: Person, ben: Person, cleo: Person) -> None:
    assert [member["name"] for member in (await cleo.team())["members"]] == ["Cleo Marsh"]

    await cleo.removes(await ben.member_id())
    assert cleo.refused == (404, "not_found")
    await cleo.enters((await ada.me())["workspace"]["id"])

    assert cleo.refused == (404, "not_found")
    assert len((await ada.team())["members"]) == 2
