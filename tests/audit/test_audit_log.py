"""The audit log: who did what, in a chain where any change, gap or cut shows."""

import asyncio
from uuid import UUID

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from deskbell.audit.commands import note
from deskbell.audit.queries import first_broken_link, links
from tests.cast import MONDAY_MORNING, Desk, Person


async def workspace_of(person: Person) -> UUID:
    return UUID((await person.me())["workspace"]["id"])


async def test_the_story_of_a_team_is_in_the_log(desk: Desk, ada: Person, ben: Person) -> None:
    await ada.gives_role(await ben.member_id(), "admin")
    await ada.removes(await ben.member_id())
    await ada.signs_in()

    async with desk.database.transaction(await workspace_of(ada)) as tx:
        story = [(link.number, link.actor, link.deed) for link in await links(tx)]
        broken = await first_broken_link(tx)

    assert story == [
        (1, "Ada Lin", "workspace.founded"),
        (2, "Ada Lin", "invitation.sent"),
        (3, "Ben Ortiz", "invitation.accepted"),
        (4, "Ada Lin", "member.role.admin"),
        (5, "Ada Lin", "member.removed"),
        (6, "Ada Lin", "session.started"),
    ]
    assert broken is None


async def test_deeds_at_the_same_time_make_one_chain(desk: Desk, ada: Person) -> None:
    workspace = await workspace_of(ada)

    async def act(number: int) -> None:
        async with desk.database.transaction(workspace) as tx:
            await note(tx, at=MONDAY_MORNING, deed="test.done", subject=str(number), actor="Ada Lin")

    await asyncio.gather(*(act(number) for number in range(40)))

    async with desk.database.transaction(workspace) as tx:
        assert len(await links(tx)) == 41
        assert await first_broken_link(tx) is None


@pytest.mark.parametrize(
    ("tampering", "first_broken"),
    [
        ("UPDATE audit_log SET actor = 'Somebody else' WHERE number = 2", 2),
        ("UPDATE audit_log SET at = at + interval '1 second' WHERE number = 3", 3),
        ("DELETE FROM audit_log WHERE number = 2", 2),
        ("DELETE FROM audit_log WHERE number = 3", 3),
        ("UPDATE audit_log SET subject = '' WHERE number = 1", 1),
    ],
)
async def test_tampering_shows_where_it_begins(
    desk: Desk, ada: Person, ben: Person, superuser_url: str, tampering: str, first_broken: int
) -> None:
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        assert connection.execute(tampering).rowcount == 1

    async with desk.database.transaction(await workspace_of(ada)) as tx:
        assert await first_broken_link(tx) == first_broken


async def test_the_application_itself_cannot_rewrite_the_log(desk: Desk, ada: Person) -> None:
    with pytest.raises(InsufficientPrivilege):
        async with desk.database.transaction(await workspace_of(ada)) as tx:
            await tx.run("UPDATE audit_log SET actor = 'Somebody else'")


async def test_a_deed_that_is_rolled_back_leaves_no_gap(desk: Desk, ada: Person) -> None:
    workspace = await workspace_of(ada)

    async def fail_afterwards() -> None:
        async with desk.database.transaction(workspace) as tx:
            await note(tx, at=MONDAY_MORNING, deed="test.done", subject="1", actor="Ada Lin")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_afterwards()

    async with desk.database.transaction(workspace) as tx:
        assert [link.number for link in await links(tx)] == [1]
        assert await first_broken_link(tx) is None
