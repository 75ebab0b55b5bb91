"""Wake-ups reach their subscribers here at once and elsewhere soon; what is lost is mended."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from deskbell.bus import MemoryBus, PayloadTooLargeError, PostgresBus, open_bus, wakes
from deskbell.bus.postgres import Connection
from deskbell.kit.db import Database


class Ear:
    """A subscriber that can be waited for."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bytes]] = []
        self._more = asyncio.Event()

    def __call__(self, topic: str, payload: bytes) -> None:
        self.heard.append((topic, payload))
        self._more.set()

    async def hears(self, count: int) -> list[tuple[str, bytes]]:
        async with asyncio.timeout(5):
            while len(self.heard) < count:
                self._more.clear()
                await self._more.wait()
        return self.heard


@pytest.fixture
async def here(app_url: str) -> AsyncIterator[PostgresBus]:
    async with open_bus(app_url) as bus:
        assert isinstance(bus, PostgresBus)
        yield bus


@pytest.fixture
async def there(app_url: str) -> AsyncIterator[PostgresBus]:
    async with open_bus(app_url) as bus:
        assert isinstance(bus, PostgresBus)
        yield bus


@pytest.fixture
def ear() -> Ear:
    return Ear()


def test_a_subscriber_hears_its_topic_and_no_other(ear: Ear) -> None:
    bus = MemoryBus()
    bus.subscribe("log:1", ear)
    for topic in ("log:1", "log:12", "log", "jobs"):
        bus.publish(topic)
    assert ear.heard == [("log:1", b"")]


def test_a_prefix_with_a_colon_hears_everything_below_it(ear: Ear) -> None:
    bus = MemoryBus()
    bus.subscribe("log:", ear)
    for topic in ("log:1", "log:2", "jobs", "catalog:1"):
        bus.publish(topic)
    assert ear.heard == [("log:1", b""), ("log:2", b"")]


def test_after_unsubscribing_nothing_is_heard_and_nothing_is_kept(ear: Ear) -> None:
    bus = MemoryBus()
    unsubscribe = bus.subscribe("jobs", ear)
    bus.publish("jobs")
    unsubscribe()
    unsubscribe()
    bus.publish("jobs")
    assert (ear.heard, dict(bus._callbacks)) == ([("jobs", b"")], {})


@pytest.mark.parametrize("url", ["memory:", "postgres"])
async def test_a_payload_that_is_too_large_is_refused_clearly(url: str, app_url: str, ear: Ear) -> None:
    async with open_bus(app_url if url == "postgres" else url) as bus:
        bus.subscribe("draft:1", ear)
        bus.publish("draft:1", b"x" * 7_000)
        with pytest.raises(PayloadTooLargeError, match=r"7001 bytes do not fit"):
            bus.publish("draft:1", b"x" * 7_001)
    assert [len(payload) for _, payload in ear.heard] == [7_000]


async def test_subscribers_of_the_same_process_are_called_before_publish_returns(
    here: PostgresBus, ear: Ear
) -> None:
    here.subscribe("draft:1", ear)
    here.publish("draft:1", b"We are open")
    assert ear.heard == [("draft:1", b"We are open")]


async def test_another_process_hears_topic_and_payload_in_order(
    here: PostgresBus, there: PostgresBus, ear: Ear
) -> None:
    there.subscribe("draft:1", ear)
    for text in ("Wir", "Wir öffnen", "Wir öffnen\num 9"):
        here.publish("draft:1", text.encode())
    assert await ear.hears(3) == [
        ("draft:1", b"Wir"),
        ("draft:1", "Wir öffnen".encode()),
        ("draft:1", "Wir öffnen\num 9".encode()),
    ]


async def test_the_publisher_does_not_hear_its_own_echo(
    here: PostgresBus, there: PostgresBus, ear: Ear
) -> None:
    own = Ear()
    here.subscribe("jobs", own)
    there.subscribe("jobs", ear)
    here.publish("jobs")
    await ear.hears(1)
    there.publish("jobs", b"answer")
    assert await own.hears(2) == [("jobs", b""), ("jobs", b"answer")]


async def test_equal_wake_ups_that_gather_leave_once(here: PostgresBus, there: PostgresBus, ear: Ear) -> None:
    there.subscribe("log:", ear)
    for _ in range(500):
        here.publish("log:1")
    here.publish("log:end")
    assert (await ear.hears(2)) == [("log:1", b""), ("log:end", b"")]


async def test_a_lost_connection_is_opened_again_and_what_waited_is_sent(
    here: PostgresBus, there: PostgresBus, ear: Ear, superuser_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbell.bus.postgres.RECONNECT_SECONDS", 0.01)
    there.subscribe("log:", ear)
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        cut = connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        ).fetchall()
    assert len(cut) >= 2
    async with asyncio.timeout(5):
        while ("log:after", b"") not in ear.heard:
            here.publish("log:after")
            await asyncio.sleep(0.02)


async def test_topics_of_a_transaction_are_announced_once_after_its_commit(
    database: Database, ear: Ear
) -> None:
    bus = MemoryBus()
    bus.subscribe("jobs", ear)
    database.wake = wakes(bus)
    async with database.transaction() as tx:
        tx.wake("jobs")
        tx.wake("jobs")
        assert ear.heard == []
    assert ear.heard == [("jobs", b"")]


async def test_what_the_database_refuses_to_send_is_lost_and_the_bus_goes_on(
    here: PostgresBus, there: PostgresBus, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, connected = here._connect, asyncio.Event()

    async def connecting() -> Connection:
        connection = await connect()
        connected.set()
        return connection

    monkeypatch.setattr(here, "_connect", connecting)
    there.subscribe("draft:1", ear)
    here.publish("draft:1", b"\0")  # PostgreSQL takes no NUL in a text
    await asyncio.wait_for(connected.wait(), 5)
    here.publish("draft:1", b"hello")
    assert await ear.hears(1) == [("draft:1", b"hello")]
