"""What this machine can do at all, now: bare durable single-row inserts into the same PostgreSQL."""

import asyncio
import time
from typing import Any

from psycopg import AsyncConnection

from bench.desk import Desk

MAKE = "CREATE TABLE IF NOT EXISTS bench_rows (id bigserial PRIMARY KEY, text text NOT NULL)"
INSERT = "INSERT INTO bench_rows (text) VALUES (%s)"
TEXT = "One row of about the size of a message, committed on its own and durable. " * 2


async def insert_milliseconds(desk: Desk, times: int = 200) -> list[float]:
    """One after the other, on one connection."""
    async with await _connected(desk) as connection:
        found: list[float] = []
        for _ in range(times):
            began = time.perf_counter()
            await connection.execute(INSERT, (TEXT,))
            found.append((time.perf_counter() - began) * 1000)
        return found


async def inserts_per_second(desk: Desk, callers: int, seconds: float) -> float:
    """As many as possible with `callers` at once, each on its own connection."""
    connections = [await _connected(desk) for _ in range(callers)]
    try:
        ends = time.perf_counter() + seconds
        counts = await asyncio.gather(*(_insert_until(connection, ends) for connection in connections))
        return sum(counts) / seconds
    finally:
        for connection in connections:
            await connection.close()


async def _insert_until(connection: AsyncConnection[Any], ends: float) -> int:
    count = 0
    while time.perf_counter() < ends:
        await connection.execute(INSERT, (TEXT,))
        count += 1
    return count


async def _connected(desk: Desk) -> AsyncConnection[Any]:
    connection = await AsyncConnection.connect(desk.cluster.superuser_url, autocommit=True)
    await connection.execute(MAKE)
    return connection
