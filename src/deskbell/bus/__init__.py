"""Wake-ups between processes: hints that something changed, and drafts that nobody keeps. Never the truth.

A topic is `name` or `name:key`. Whoever misses one reads the log by position a little later.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from deskbell.bus.local import Bus, Callback, MemoryBus, PayloadTooLargeError, Unsubscribe, wakes
from deskbell.bus.postgres import PostgresBus

__all__ = [
    "Bus",
    "Callback",
    "MemoryBus",
    "PayloadTooLargeError",
    "PostgresBus",
    "Unsubscribe",
    "open_bus",
    "wakes",
]


@asynccontextmanager
async def open_bus(url: str) -> AsyncIterator[Bus]:
    """`memory:` serves one process; a PostgreSQL URL serves all that share the database."""
    if url.startswith("memory:"):
        yield MemoryBus()
        return
    bus = PostgresBus(url)
    await bus.open()
    try:
        yield bus
    finally:
        await bus.close()
