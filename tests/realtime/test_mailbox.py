"""The queue between the log and one stream: bounded, and a stream that is told to end does end."""

import asyncio
from uuid import UUID

import pytest

from deskbell.realtime.mailbox import CAPACITY, Closed, Mailbox
from tests.cast import Desk, Person
from tests.visitor import Visitor


async def test_whoever_is_too_far_behind_gets_what_was_delivered_and_then_the_end() -> None:
    box: Mailbox[int] = Mailbox()
    for letter in range(CAPACITY * 3):
        box.put(letter)
    got = [await box.get(1) for _ in range(CAPACITY + 1)]
    assert got == [*range(CAPACITY), Closed()]
    assert await box.get(0.001) is None  # nothing is kept beyond


async def test_a_quiet_box_says_so_and_loses_nothing() -> None:
    box: Mailbox[int] = Mailbox()
    assert await box.get(0.001) is None
    box.put(1)
    assert await box.get(1) == 1


@pytest.mark.parametrize("ticks", [0, 1, 2])
async def test_a_stream_that_is_ended_while_a_letter_comes_ends(ticks: int) -> None:
    """`asyncio.wait_for` would return the letter and forget the end: the stream of a closed tab lived on."""
    box: Mailbox[int] = Mailbox()
    reading = asyncio.create_task(box.get(5))
    await asyncio.sleep(0)
    box.put(1)
    for _ in range(ticks):
        await asyncio.sleep(0)
    if reading.cancel():  # it had not come back with its letter yet
        with pytest.raises(asyncio.CancelledError):
            await reading
    else:
        assert reading.result() == 1


async def test_a_snapshot_is_true_at_one_instant(desk: Desk, ben: Person, vera: Visitor) -> None:
    await vera.says("One")
    workspace_id = UUID((await ben.me())["workspace"]["id"])
    reads = "SELECT last_seq FROM conversations WHERE workspace_id = %(w)s"
    counts = "SELECT count(*) FROM messages WHERE workspace_id = %(w)s"
    async with desk.database.snapshot(workspace_id) as tx:
        assert await tx.value(reads, w=workspace_id) == 1
        await vera.says("Two")
        assert await tx.value(counts, w=workspace_id) == 1
    assert (await vera.thread())["last_seq"] == 2
