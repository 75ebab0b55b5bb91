"""RC1, RC2, RC7: whoever is first wins, and the agent never speaks after a member. Long forms: make campaign."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest

from deskbell.kit.db import Database
from tests.cast import Desk, Person, closing, joined
from tests.conversations.races import SlowAnswerer, race_of_takeover
from tests.stage import open_desk
from tests.visitor import Visitor

SEED = 20261123


@pytest.fixture
def answerer() -> SlowAnswerer:
    return SlowAnswerer()


@pytest.fixture
def desk(database: Database, answerer: SlowAnswerer) -> Desk:
    return open_desk(database, answerer=answerer)


@pytest.fixture
async def team(ada: Person) -> AsyncIterator[list[Person]]:
    """Ten operators."""
    people = [
        await joined(ada, Person(ada.desk, f"Operator {n}", f"operator{n}@cedarrow.example"))
        for n in range(10)
    ]
    yield people
    for person in people:
        async for _ in closing(person):
            pass


async def _takeover_races(
    count: int, ben: Person, lumi: dict[str, Any], answerer: SlowAnswerer
) -> Counter[str]:
    chance = random.Random(SEED)
    seen: Counter[str] = Counter()
    for number in range(count):
        vera = Visitor(ben.desk, lumi["widget_key"])
        outcome = await race_of_takeover(ben, vera, answerer, chance, streaming=number % 2 == 0)
        seen["answered before"] += outcome.before
        seen["agent messages after"] += outcome.after
        seen["stopped in mid-stream"] += 0 < outcome.shown < 4 and outcome.before == 0 and number % 2 == 0
        await vera.browser.aclose()
    return seen


async def test_zero_agent_messages_after_a_takeover(
    ben: Person, lumi: dict[str, Any], answerer: SlowAnswerer
) -> None:
    seen = await _takeover_races(60, ben, lumi, answerer)
    assert seen["agent messages after"] == 0
    assert 0 < seen["answered before"] < 60  # the race was a race


@pytest.mark.campaign
async def test_zero_agent_messages_after_a_thousand_takeovers_half_of_them_streaming(
    ben: Person, lumi: dict[str, Any], answerer: SlowAnswerer
) -> None:
    seen = await _takeover_races(1000, ben, lumi, answerer)
    print(dict(seen))
    assert seen["agent messages after"] == 0
    assert 0 < seen["answered before"] < 1000
    assert seen["stopped in mid-stream"] > 50


async def _double_takeovers(count: int, team: list[Person], lumi: dict[str, Any]) -> list[tuple[int, int]]:
    results: list[tuple[int, int]] = []
    for _ in range(count):
        vera = Visitor(team[0].desk, lumi["widget_key"])
        conversation = await vera.says("Can somebody help?")
        await asyncio.gather(*[member.takes_over(conversation) for member in team])
        won = sum(member.refused is None for member in team)
        told = sum(member.refused == (409, "held_by_colleague") for member in team)
        results.append((won, told))
        await vera.browser.aclose()
    return results


async def test_of_ten_who_take_over_at_once_one_wins_and_nine_are_told_who(
    team: list[Person], lumi: dict[str, Any]
) -> None:
    assert await _double_takeovers(15, team, lumi) == [(1, 9)] * 15


@pytest.mark.campaign
async def test_five_hundred_times_two_members_take_over_at_once(
    team: list[Person], lumi: dict[str, Any]
) -> None:
    assert await _double_takeovers(500, team[:2], lumi) == [(1, 1)] * 500


async def _keys_sent_three_times(count: int, vera: Visitor) -> list[int]:
    await vera.arrives()
    keys = [f"key-{n:06d}" for n in range(count)]
    for batch in (keys[n : n + 20] for n in range(0, count, 20)):
        await asyncio.gather(*[vera.says(f"Message {key}", key=key) for key in batch for _ in range(3)])
    thread = await vera.thread()
    mine = [message for message in thread["messages"] if message["author"] == "visitor"]
    assert sorted(message["key"] for message in mine) == keys
    return [message["seq"] for message in thread["messages"]]


async def test_a_message_sent_three_times_at_once_is_stored_once_without_a_gap(vera: Visitor) -> None:
    assert await _keys_sent_three_times(100, vera) == list(range(1, 101))


@pytest.mark.campaign
async def test_a_thousand_keys_three_times_in_parallel_are_a_thousand_rows(vera: Visitor) -> None:
    assert await _keys_sent_three_times(1000, vera) == list(range(1, 1001))


async def test_a_message_that_meets_a_close_never_sits_unseen(ben: Person, lumi: dict[str, Any]) -> None:
    ends: Counter[str] = Counter()
    for _ in range(25):
        vera = Visitor(ben.desk, lumi["widget_key"])
        conversation = await vera.says("Hello")
        await ben.takes_over(conversation)
        await asyncio.gather(vera.says("Wait, the link is broken"), ben.closes(conversation, seen=2))
        row = (await ben.reads(conversation))["conversation"]
        ends[row["state"]] += 1
        await vera.browser.aclose()
    assert ends["resolved"] == 0
    assert ends["waiting"] + ends["member"] == 25
