"""The log: gap-free positions, nothing of what was rolled back, and shapes that survive the way to the browser and back."""

import asyncio
from uuid import UUID

import pytest
from pydantic import ValidationError

from deskbell.cli.printed.examples import event_types, variants
from deskbell.events.commands import record
from deskbell.events.queries import entries_after, head
from deskbell.events.types import EVENT, WorkspaceChanged
from deskbell.kit.db import Database
from tests.cast import MONDAY_MORNING, Person
from tests.visitor import Visitor


async def workspace_of(person: Person) -> UUID:
    return UUID((await person.me())["workspace"]["id"])


async def positions(database: Database, workspace_id: UUID) -> list[int]:
    async with database.transaction(workspace_id) as tx:
        entries = await entries_after(tx, 0)
        assert await head(tx) == (entries[-1].position if entries else 0)
    return [entry.position for entry in entries]


async def test_a_hundred_writers_at_once_leave_no_gap(ada: Person) -> None:
    database, workspace_id = ada.desk.database, await workspace_of(ada)
    before = len(await positions(database, workspace_id))

    async def writes(count: int) -> None:
        async with database.transaction(workspace_id) as tx:
            for _ in range(count):
                record(tx, WorkspaceChanged(at=MONDAY_MORNING))

    await asyncio.gather(*[writes(1 + n % 3) for n in range(100)])
    written = sum(1 + n % 3 for n in range(100))
    assert await positions(database, workspace_id) == list(range(1, before + written + 1))


async def test_what_was_rolled_back_has_no_event_and_no_position(ada: Person) -> None:
    database, workspace_id = ada.desk.database, await workspace_of(ada)
    before = await positions(database, workspace_id)

    async def fails() -> None:
        async with database.transaction(workspace_id) as tx:
            record(tx, WorkspaceChanged(at=MONDAY_MORNING))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fails()
    assert await positions(database, workspace_id) == before


async def test_a_reader_that_resumes_while_others_write_misses_nothing(ada: Person) -> None:
    """The reason for a counter: a sequence shows 7 before 6 is committed, and the reader goes on after 7."""
    database, workspace_id = ada.desk.database, await workspace_of(ada)
    heard: list[int] = []

    async def writes() -> None:
        async with database.transaction(workspace_id) as tx:
            record(tx, WorkspaceChanged(at=MONDAY_MORNING))

    async def reads() -> None:
        async with database.transaction(workspace_id) as tx:
            heard.extend(entry.position for entry in await entries_after(tx, heard[-1] if heard else 0))

    for _ in range(15):
        await asyncio.gather(*[writes() for _ in range(8)], reads())
    await reads()
    assert heard == await positions(database, workspace_id)


async def test_an_event_and_its_change_commit_together(ben: Person, vera: Visitor) -> None:
    conversation = await vera.says("Hello")
    await ben.replies(conversation, "Good morning.")
    workspace_id = await workspace_of(ben)
    async with ben.desk.database.transaction(workspace_id) as tx:
        entries = await entries_after(tx, 0)
        stored = await tx.values(
            "SELECT id FROM messages WHERE workspace_id = %(w)s ORDER BY seq", w=workspace_id
        )
    told = [entry.event.message.id for entry in entries if hasattr(entry.event, "message")]
    assert told == stored


def test_every_event_survives_the_way_to_the_browser() -> None:
    for event in event_types():
        for variant in list(variants(event))[:3]:
            assert EVENT.validate_json(variant.model_dump_json()) == variant


def test_an_unknown_event_or_field_is_a_mistake() -> None:
    for broken in ('{"type": "conversation.vanished"}', '{"type": "workspace.changed", "extra": 1}'):
        with pytest.raises(ValidationError):
            EVENT.validate_json(broken)


def test_an_instant_without_its_time_zone_is_a_mistake() -> None:
    with pytest.raises(ValidationError):
        WorkspaceChanged(at=MONDAY_MORNING.replace(tzinfo=None))
