"""A worker that is killed in the middle of a job: nothing is lost, and nothing it did afterwards could count."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from datetime import timedelta

from deskbell.kit.clock import now
from deskbell.kit.db import Database
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Claimed, Job, Runner, enqueue
from deskbell.kit.jobs.queue import LEASE

WORKER = """
import asyncio, os, sys
from deskbell.kit.db import Database, open_pool
from deskbell.kit.jobs import Runner

async def main():
    async with open_pool(sys.argv[1]) as pool:
        async def work(job):
            print("started", job.attempt, flush=True)
            await asyncio.Event().wait()
        await Runner(Database(pool), {"answer": work}).run(asyncio.Event())

asyncio.run(main())
"""


async def test_a_job_whose_worker_is_killed_is_done_by_the_next_one(database: Database, app_url: str) -> None:
    async with database.transaction() as tx:
        await enqueue(tx, Job("answer", new_id(), {"n": "1"}, serial_key="conversation"))
        await enqueue(tx, Job("answer", new_id(), {"n": "2"}))

    worker = await asyncio.create_subprocess_exec(sys.executable, "-c", WORKER, app_url, stdout=PIPE)
    assert worker.stdout is not None
    assert [await worker.stdout.readline(), await worker.stdout.readline()] == [b"started 1\n"] * 2
    worker.kill()
    await worker.wait()

    done: list[tuple[str, int]] = []

    async def work(job: Claimed) -> None:
        done.append((job.args["n"], job.attempt))

    assert await Runner(database, {"answer": work}).run_pending() == 0  # the leases still run
    late = Runner(database, {"answer": work}, lambda: now() + LEASE + timedelta(seconds=1))
    later = Runner(database, {"answer": work}, lambda: now() + LEASE + timedelta(seconds=3))
    assert (await late.run_pending(), await later.run_pending()) == (0, 2)  # a pause, as after every failure
    assert sorted(done) == [("1", 2), ("2", 2)]
    async with database.transaction() as tx:
        assert await tx.value("SELECT count(*) FROM jobs") == 0
