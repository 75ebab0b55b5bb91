"""Reading the log: by position, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from psycopg.rows import class_row

from deskbell.events.types import EVENT, Event
from deskbell.kit.db import Database, Transaction


@dataclass(frozen=True)
class Entry:
    """One event at its place in the workspace's log. `conversation_id` is None for events of the workspace."""

    position: int
    conversation_id: UUID | None
    body: str

    @cached_property
    def event(self) -> Event:
        """The event, parsed once. (Streams to members pass `body`, JSON text, on as it is stored.)"""
        return EVENT.validate_json(self.body)


async def head(tx: Transaction) -> int:
    """The position of the newest event of the workspace; 0 when nothing has happened."""
    return int(await tx.value("SELECT position FROM log_heads") or 0)


async def entries_after(tx: Transaction, position: int, *, limit: int = 500) -> Sequence[Entry]:
    """The next page of the log after `position`, oldest first."""
    return await tx.all(
        Entry,
        """
        SELECT position, conversation_id, body::text AS body FROM events
        WHERE workspace_id = %(workspace_id)s AND position > %(position)s
        ORDER BY position LIMIT %(limit)s
        """,
        workspace_id=tx.workspace,
        position=position,
        limit=limit,
    )


async def read_log(
    database: Database, workspace_id: UUID, after: int, *, limit: int = 500
) -> Sequence[Entry]:
    """The same page in one round trip and a transaction of its own: for readers that do nothing else."""
    async with (
        database.pool.connection() as connection,
        connection.cursor(row_factory=class_row(Entry)) as cursor,
    ):
        await cursor.execute(
            "SELECT * FROM log_after(%(workspace_id)s, %(after)s, %(limit)s)",
            {"workspace_id": workspace_id, "after": after, "limit": limit},
        )
        return await cursor.fetchall()
