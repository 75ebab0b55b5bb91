"""Transactions on PostgreSQL. A transaction belongs to one workspace; row-level security sees no other.

SQL is written where it is used; this file only runs it. Parameters are named and always bound.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, LiteralString, TypeAlias, TypeVar
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import AsyncRowFactory, class_row, scalar_row
from psycopg.sql import SQL, Composed
from psycopg_pool import AsyncConnectionPool

from deskbell.kit.errors import NotFound

Row = TypeVar("Row")
Params: TypeAlias = Mapping[str, Any]


class Transaction:
    """One open transaction. `record`ed events and `wake`d topics leave only if it commits."""

    def __init__(self, connection: AsyncConnection[Any], workspace_id: UUID | None) -> None:
        self.connection = connection
        self.workspace_id = workspace_id
        self.events: list[Any] = []
        self.topics: set[str] = set()
        self._last_acts: list[Composed] = []

    @property
    def workspace(self) -> UUID:
        """The workspace of this transaction; a transaction without one cannot touch tenant rows."""
        if self.workspace_id is None:
            raise RuntimeError("this transaction belongs to no workspace")
        return self.workspace_id

    async def all(self, row: type[Row], sql: LiteralString, **params: Any) -> list[Row]:
        """Every row, each built as `row(**columns)`."""
        return await self._fetch(class_row(row), sql, params)

    async def packed(self, row: type[Row], sql: LiteralString, **params: Any) -> list[Row]:
        """As `all`, sent in PostgreSQL's binary form: for rows that hold many bytes."""
        async with self.connection.cursor(row_factory=class_row(row), binary=True) as cursor:
            await cursor.execute(sql, params)
            return await cursor.fetchall()

    async def planned(self, row: type[Row], sql: LiteralString, **params: Any) -> list[Row]:
        """As `all`, planned anew for these very values: for lists whose length decides how they are best looked up."""
        async with self.connection.cursor(row_factory=class_row(row)) as cursor:
            await cursor.execute(sql, params, prepare=False)
            return await cursor.fetchall()

    async def maybe(self, row: type[Row], sql: LiteralString, **params: Any) -> Row | None:
        """The first row, or None."""
        rows = await self._fetch(class_row(row), sql, params)
        return rows[0] if rows else None

    async def one(self, row: type[Row], sql: LiteralString, **params: Any) -> Row:
        """The first row; `NotFound` when there is none."""
        found = await self.maybe(row, sql, **params)
        if found is None:
            raise NotFound("not_found", f"This {row.__name__.lower()} does not exist any more.")
        return found

    async def values(self, sql: LiteralString, **params: Any) -> list[Any]:
        """The first column of every row."""
        return await self._fetch(scalar_row, sql, params)

    async def value(self, sql: LiteralString, **params: Any) -> Any:
        """The first column of the first row, or None."""
        rows = await self.values(sql, **params)
        return rows[0] if rows else None

    async def run(self, sql: LiteralString, **params: Any) -> int:
        """Execute; returns the number of rows touched."""
        cursor = await self.connection.execute(sql, params)
        return cursor.rowcount

    def at_last(self, statement: LiteralString, *params: str) -> None:
        """Execute just before the commit, in the same round trip: nothing can come between. `{}` stands for a parameter."""
        self._last_acts.append(SQL(statement).format(*params))

    @property
    def ending(self) -> bytes:
        """The last acts and the commit."""
        return SQL("; ").join([*self._last_acts, SQL("COMMIT")]).as_bytes(self.connection)

    def wake(self, topic: str) -> None:
        """Tell whoever listens to `topic`, once, after the commit. Lossy: never the truth, only a hint."""
        self.topics.add(topic)

    async def _fetch(self, factory: AsyncRowFactory[Row], sql: LiteralString, params: Params) -> list[Row]:
        async with self.connection.cursor(row_factory=factory) as cursor:
            await cursor.execute(sql, params)
            return await cursor.fetchall()


Settle: TypeAlias = Callable[[Transaction], Awaitable[None]]
Wake: TypeAlias = Callable[[set[str]], None]


async def _nothing_to_settle(_: Transaction) -> None:
    return


def _nobody_to_wake(_: set[str]) -> None:
    return


class Database:
    """The pool, and the two things that happen around every commit.

    `settle` runs last inside the transaction (it appends recorded events and their jobs);
    `wake` runs after the commit with the topics to announce. Both are set by the composition (app, worker).
    """

    def __init__(
        self,
        pool: AsyncConnectionPool[AsyncConnection[Any]],
        settle: Settle = _nothing_to_settle,
        wake: Wake = _nobody_to_wake,
    ) -> None:
        self.pool = pool
        self.settle = settle
        self.wake = wake

    @asynccontextmanager
    async def snapshot(self, workspace_id: UUID) -> AsyncIterator[Transaction]:
        """Several reads that are true at one instant: rows, and the log position they were true at. Writes nothing."""
        async with self.pool.connection() as connection:
            await _begin(connection, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", workspace_id)
            yield Transaction(connection, workspace_id)

    @asynccontextmanager
    async def transaction(
        self, workspace_id: UUID | None = None, *, person_id: UUID | None = None
    ) -> AsyncIterator[Transaction]:
        """Commit at the end of the block, roll back when it raises.

        `workspace_id` opens the rows of one workspace; `person_id` opens the person's own memberships
        (used before a workspace is chosen). Neither: only tables without tenants are visible.
        """
        async with self.pool.connection() as connection:  # leaving it by an error rolls back
            tx = Transaction(connection, workspace_id)
            await _begin(connection, "", workspace_id, person_id)
            yield tx
            await self.settle(tx)
            await _commit(tx)
        if tx.topics:
            self.wake(tx.topics)


async def _begin(
    connection: AsyncConnection[Any], mode: str, workspace_id: UUID | None, person_id: UUID | None = None
) -> None:
    """Two statements, one round trip. Only what we made ourselves stands in the text: a mode and two UUIDs."""
    settings = f"set_config('app.workspace_id', '{workspace_id or ''}', true), set_config('app.person_id', '{person_id or ''}', true)"
    await connection.execute(f"BEGIN {mode}; SELECT {settings}".encode(), prepare=False)


async def _commit(tx: Transaction) -> None:
    cursor = await tx.connection.execute(tx.ending, prepare=False)
    while cursor.nextset():
        pass
    if cursor.statusmessage != "COMMIT":  # PostgreSQL answers ROLLBACK when a statement had failed unnoticed
        raise RuntimeError("the transaction was rolled back")


@asynccontextmanager
async def open_pool(
    url: str, *, max_size: int = 10
) -> AsyncIterator[AsyncConnectionPool[AsyncConnection[Any]]]:
    """A pool of autocommit connections (transactions are explicit). `url` is a libpq URL."""
    pool: AsyncConnectionPool[AsyncConnection[Any]] = AsyncConnectionPool(
        url, min_size=1, max_size=max_size, open=False, kwargs={"autocommit": True}, timeout=10
    )
    await pool.open()
    try:
        yield pool
    finally:
        await pool.close()
