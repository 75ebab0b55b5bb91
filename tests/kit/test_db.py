"""A transaction commits whole or not at all; what is left for its last act leaves with the commit."""

from dataclasses import dataclass
from uuid import uuid4

import psycopg
import pytest

from deskbell.kit.db import Database, Transaction

STRANGE = "it's; 100% {of} \\ them"


@dataclass(frozen=True)
class Number:
    number: int


async def writes(tx: Transaction) -> None:
    await tx.run(
        "INSERT INTO jobs (workspace_id, kind, args, run_after) VALUES (%(w)s, 'x', '{}', now())", w=uuid4()
    )


async def kinds(database: Database) -> list[str]:
    async with database.transaction() as tx:
        return await tx.values("SELECT kind FROM jobs ORDER BY id")


async def test_a_last_act_happens_after_everything_else_and_with_the_commit(database: Database) -> None:
    async with database.transaction() as tx:
        tx.at_last(
            "INSERT INTO jobs (workspace_id, kind, args, run_after) VALUES ({}, {}, '{{}}', now())",
            str(uuid4()),
            STRANGE,
        )
        await writes(tx)
    assert await kinds(database) == ["x", STRANGE]


async def test_a_last_act_that_fails_undoes_the_rest(database: Database) -> None:
    async def fails_at_last() -> None:
        async with database.transaction() as tx:
            await writes(tx)
            tx.at_last("SELECT {}::jsonb", "no JSON")

    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        await fails_at_last()
    assert await kinds(database) == []


async def test_a_failure_that_was_swallowed_is_no_commit(database: Database) -> None:
    async def swallows() -> None:
        async with database.transaction() as tx:
            await writes(tx)
            with pytest.raises(psycopg.errors.DivisionByZero):
                await tx.value("SELECT 1 / 0")

    with pytest.raises(RuntimeError, match="rolled back"):
        await swallows()
    assert await kinds(database) == []


async def test_leaving_by_an_error_leaves_nothing(database: Database) -> None:
    async def leaves() -> None:
        async with database.transaction() as tx:
            await writes(tx)
            raise KeyError

    with pytest.raises(KeyError):
        await leaves()
    assert await kinds(database) == []


async def test_a_statement_that_is_planned_each_time_is_never_kept_with_a_plan_for_any_values(
    database: Database,
) -> None:
    often = 10  # a statement is prepared after five times, and may get a plan for any values after five more
    async with database.transaction() as tx:
        for _ in range(often):
            planned = await tx.planned(
                Number, "SELECT 0 + unnest(%(numbers)s::int[]) AS number", numbers=[1, 2]
            )
            kept = await tx.all(Number, "SELECT unnest(%(numbers)s::int[]) AS number", numbers=[1, 2])
        statements = await tx.values(
            "SELECT statement FROM pg_prepared_statements WHERE statement ~ 'AS number'"
        )
    assert planned == kept == [Number(1), Number(2)]
    assert statements == ["SELECT unnest($1::int[]) AS number"]
