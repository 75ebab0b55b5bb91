"""The bus over PostgreSQL: one connection per process listens and notifies, outside of every writing transaction.

Notifications that gather while one is under way leave together, equal ones once. A lost connection is opened again;
what was published meanwhile is sent then, as far as it is still kept.
"""

import asyncio
from contextlib import suppress
from typing import Any, TypeAlias

import psycopg
import structlog
from psycopg import AsyncConnection

from deskbell.bus.local import Callback, MemoryBus, Unsubscribe, refuse_unfit

CHANNEL = "deskbell"
KEPT_WHILE_DISCONNECTED = 10_000
RECONNECT_SECONDS = 0.5

Connection: TypeAlias = AsyncConnection[Any]
log = structlog.get_logger(__name__)


class PostgresBus:
    """Needs `open()` and `close()`; see `open_bus`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._local = MemoryBus()
        self._outgoing: dict[str, None] = {}  # in order, each once
        self._stirred = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Raises when the database cannot be reached now; later losses are mended silently."""
        connection = await self._connect()
        self._task = asyncio.create_task(self._live(connection), name="bus")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def publish(self, topic: str, payload: bytes = b"") -> None:
        refuse_unfit(payload)
        message = f"{topic}\n{payload.decode()}"
        self._local.deliver(topic, payload)
        if len(self._outgoing) < KEPT_WHILE_DISCONNECTED:
            self._outgoing[message] = None
            self._stirred.set()

    def subscribe(self, topic_prefix: str, callback: Callback) -> Unsubscribe:
        return self._local.subscribe(topic_prefix, callback)

    async def _live(self, connection: Connection) -> None:
        while True:
            try:
                async with connection:
                    await self._exchange(connection)
            except psycopg.OperationalError:
                log.warning("bus.disconnected")
            except (
                psycopg.Error
            ) as refused:  # what it was asked to send is at fault: hints may be lost, the bus may not
                log.warning("bus.refused", error=type(refused).__name__)
                self._outgoing.clear()
            connection = await self._connect_again()

    async def _exchange(self, connection: Connection) -> None:
        """Both directions in turn: psycopg allows one user of a connection at a time."""
        loop = asyncio.get_running_loop()
        self._stirred.set()  # something may have waited for this connection
        while True:
            loop.add_reader(connection.fileno(), self._stirred.set)
            try:
                await self._stirred.wait()
            finally:
                loop.remove_reader(connection.fileno())
            self._stirred.clear()
            self._receive(connection)
            await self._send(connection)

    def _receive(self, connection: Connection) -> None:
        connection.pgconn.consume_input()
        while notification := connection.pgconn.notifies():
            if notification.be_pid != connection.info.backend_pid:
                self._heard(notification.extra)

    async def _send(self, connection: Connection) -> None:
        if not self._outgoing:
            return
        sending = list(self._outgoing)
        await connection.execute(
            "SELECT pg_notify(%s, message) FROM unnest(%s::text[]) AS message", (CHANNEL, sending)
        )
        for message in sending:
            self._outgoing.pop(message, None)

    def _heard(self, message: bytes) -> None:
        topic, _, payload = message.partition(b"\n")
        asyncio.get_running_loop().call_soon(self._local.deliver, topic.decode(), payload)

    async def _connect(self) -> Connection:
        connection = await AsyncConnection.connect(self._url, autocommit=True)
        await connection.execute("SET synchronous_commit = off")  # a hint need not reach the disk
        await connection.execute(f"LISTEN {CHANNEL}")
        connection.add_notify_handler(
            lambda notify: (
                None if notify.pid == connection.info.backend_pid else self._heard(notify.payload.encode())
            )
        )
        return connection

    async def _connect_again(self) -> Connection:
        while True:
            await asyncio.sleep(RECONNECT_SECONDS)
            with suppress(psycopg.OperationalError):
                return await self._connect()
