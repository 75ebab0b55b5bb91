"""The queue, tested like a library: order, keys, fences, retries, deaths and races."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from deskbell.kit.db import Database
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Claimed, GiveUp, Job, LeaseLost, Runner, cancel, confirm, enqueue, enqueue_all
from deskbell.kit.jobs import queue as sql

CLINIC = UUID("0198c000-0000-7000-8000-000000000001")
OTHER = UUID("0198c000-0000-7000-8000-000000000002")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def forward(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class Diary:
    """A work that writes down what it did, and fails on request."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failures: list[Exception] = []

    async def __call__(self, job: Claimed) -> None:
        self.done.append(job.args.get("n", job.kind))
        if self.failures:
            raise self.failures.pop(0)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def runner(database: Database, diary: Diary, watch: Watch) -> Runner:
    return Runner(database, {"write": diary, "apologize": diary}, watch, heirs={"write": "apologize"})


def write(n: int, **rest: object) -> Job:
    return Job("write", CLINIC, {"n": str(n)}, **rest)  # type: ignore[arg-type]


async def put(database: Database, *jobs: Job) -> None:
    async with database.transaction() as tx:
        await enqueue_all(tx, jobs)


async def take(database: Database, watch: Watch, limit: int = 10) -> list[Claimed]:
    """What a worker claims that then says no more."""
    async with database.transaction() as tx:
        return await sql.claim(tx, ["write"], limit, watch())


async def rows(database: Database) -> list[tuple[str, int, str | None]]:
    async with database.transaction() as tx:
        cursor = await tx.connection.execute("SELECT status, attempts, reason FROM jobs ORDER BY id")
        return [tuple(row) for row in await cursor.fetchall()]  # type: ignore[misc]


async def test_due_jobs_run_in_order_and_leave_nothing(
    database: Database, runner: Runner, diary: Diary
) -> None:
    await put(database, *[write(n) for n in range(30)])
    assert await runner.run_pending() == 30
    assert diary.done == [str(n) for n in range(30)]
    assert await rows(database) == []


async def test_a_job_of_a_change_that_is_rolled_back_never_runs(
    database: Database, runner: Runner, diary: Diary
) -> None:
    async def change_that_fails() -> None:
        async with database.transaction() as tx:
            await enqueue(tx, write(1))
            raise RuntimeError("the change fails")

    with pytest.raises(RuntimeError):
        await change_that_fails()
    await put(database, write(2))
    await runner.run_pending()
    assert diary.done == ["2"]


async def test_the_wake_up_leaves_after_the_commit(database: Database) -> None:
    heard: list[set[str]] = []
    database.wake = heard.append
    async with database.transaction() as tx:
        await enqueue(tx, write(1))
        assert heard == []
    assert heard == [{"jobs"}]


async def test_a_job_waits_for_its_time(
    database: Database, runner: Runner, diary: Diary, watch: Watch
) -> None:
    await put(database, write(1, run_after=NOON + timedelta(seconds=60)))
    assert await runner.run_pending() == 0
    watch.forward(60)
    assert await runner.run_pending() == 1


async def test_a_job_of_an_unknown_kind_is_left_for_those_who_know_it(
    database: Database, runner: Runner
) -> None:
    await put(database, Job("of_next_release", CLINIC))
    assert await runner.run_pending() == 0
    assert await rows(database) == [("queued", 0, None)]


async def test_jobs_of_one_serial_key_never_overlap_and_keep_their_order(
    database: Database, watch: Watch
) -> None:
    inside: list[str] = []
    overlaps: list[list[str]] = []
    order: dict[str, list[str]] = {"a": [], "b": []}

    async def work(job: Claimed) -> None:
        key = str(job.serial_key)
        if key in inside:
            overlaps.append([*inside, key])
        inside.append(key)
        await asyncio.sleep(0)
        order[key].append(job.args["n"])
        inside.remove(key)

    await put(database, *[write(n, serial_key="ab"[n % 2]) for n in range(20)])
    workers = [Runner(database, {"write": work}, watch) for _ in range(3)]
    while await rows(database):
        await asyncio.gather(*[worker.run_pending() for worker in workers])
    assert overlaps == []
    assert order == {"a": [str(n) for n in range(0, 20, 2)], "b": [str(n) for n in range(1, 20, 2)]}


async def test_the_same_serial_key_in_another_workspace_is_another_key(
    database: Database, watch: Watch
) -> None:
    await put(database, write(1, serial_key="k"), Job("write", OTHER, {"n": "2"}, serial_key="k"))
    assert [job.workspace_id for job in await take(database, watch)] == [CLINIC, OTHER]


async def test_two_workers_never_claim_the_same_job(database: Database, watch: Watch) -> None:
    await put(database, *[write(n) for n in range(200)])
    claims = await asyncio.gather(*[take(database, watch, limit=20) for _ in range(10)])
    ids = [job.id for claimed in claims for job in claimed]
    assert len(ids) == len(set(ids)) > 0


async def test_a_failed_job_is_tried_again_later_each_time_later_and_then_is_dead(
    database: Database, runner: Runner, diary: Diary, watch: Watch
) -> None:
    runner.heirs = {}
    diary.failures = [ValueError("a visitor wrote this") for _ in range(5)]
    await put(database, write(1))
    waits = []
    while (await rows(database))[0][0] != "dead":
        start = watch()
        while await runner.run_pending() == 0:
            watch.forward(1)
        waits.append((watch() - start).total_seconds())
    assert waits == [0, 1, 2, 4, 8]
    [(status, attempts, reason)] = await rows(database)
    assert (status, attempts) == ("dead", 5)
    assert reason is not None
    assert reason.startswith("ValueError at test_jobs.py:")


async def test_a_work_that_gives_up_is_not_tried_again_and_its_heir_runs(
    database: Database, runner: Runner, diary: Diary
) -> None:
    diary.failures = [GiveUp("the file is encrypted")]
    await put(database, write(7))
    assert await runner.run_pending() == 2
    assert diary.done == ["7", "7"]  # the heir has the same args
    assert await rows(database) == [("dead", 1, "the file is encrypted")]


async def test_a_job_that_kills_its_worker_ends_dead_and_not_in_a_loop(
    database: Database, runner: Runner, diary: Diary, watch: Watch
) -> None:
    await put(database, write(1))
    for _ in range(5):
        assert len(await take(database, watch)) == 1  # … and the worker is gone
        watch.forward(60)
        async with database.transaction() as tx:
            await runner._bury_or_retry_expired(tx)
        watch.forward(60)
    assert await runner.run_pending() == 1
    assert (await rows(database), diary.done) == ([("dead", 5, "the worker was lost while doing it")], ["1"])


async def test_a_slow_worker_cannot_settle_a_job_that_moved_on(
    database: Database, runner: Runner, watch: Watch
) -> None:
    await put(database, write(1))
    [slow] = await take(database, watch)
    watch.forward(60)
    async with database.transaction() as tx:
        await runner._bury_or_retry_expired(tx)
    watch.forward(60)
    [quick] = await take(database, watch)
    async with database.transaction() as tx:
        await sql.finish(tx, [slow])
        await sql.fail(tx, sql.Failure(slow, "too late", final=True), watch())
        assert await sql.renew(tx, [slow, quick], watch()) == {quick.id}
    with pytest.raises(LeaseLost):
        async with database.transaction() as tx:
            await confirm(tx, slow)
    async with database.transaction() as tx:
        await confirm(tx, quick)
    assert await rows(database) == [("running", 2, "the worker was lost while doing it")]


async def test_a_twin_is_not_queued_twice_but_after_the_claim_it_is(database: Database, watch: Watch) -> None:
    await put(database, write(1, dedupe_key="read"), write(2, dedupe_key="read"))
    await put(database, write(3, dedupe_key="read"))
    assert len(await take(database, watch)) == 1
    await put(database, write(4, dedupe_key="read"))
    assert [status for status, _, _ in await rows(database)] == ["running", "queued"]


async def test_a_twin_is_not_claimed_before_the_change_that_counts_on_it_commits(
    database: Database, watch: Watch
) -> None:
    await put(database, write(1, dedupe_key="read"))
    async with database.transaction() as change:
        await enqueue(change, write(2, dedupe_key="read"))
        assert await take(database, watch) == []
    assert len(await take(database, watch)) == 1


async def test_fifty_twins_at_the_same_instant_are_one_job_and_no_error(database: Database) -> None:
    await asyncio.gather(*[put(database, write(n, dedupe_key="read")) for n in range(50)])
    assert await rows(database) == [("queued", 0, None)]


async def test_an_earlier_twin_brings_the_waiting_one_forward(
    database: Database, runner: Runner, diary: Diary
) -> None:
    await put(database, write(1, dedupe_key="read", run_after=NOON + timedelta(hours=1)))
    await put(database, write(2, dedupe_key="read"))
    assert (await runner.run_pending(), diary.done) == (1, ["1"])


async def test_cancelling_a_key_forgets_its_jobs_and_no_others(database: Database, watch: Watch) -> None:
    await put(database, write(1, serial_key="k"), write(2, serial_key="k"), write(3, serial_key="other"))
    held = await take(database, watch, limit=1)
    async with database.transaction() as tx:
        assert await cancel(tx, CLINIC, "k") == 2
    with pytest.raises(LeaseLost):
        async with database.transaction() as tx:
            await confirm(tx, held[0])
    assert await rows(database) == [("queued", 0, None)]


async def in_background(runner: Runner, until: Callable[[], Awaitable[bool]]) -> None:
    """Run as the worker does, until the condition holds; then stop in order."""
    stop = asyncio.Event()
    running = asyncio.create_task(runner.run(stop))
    async with asyncio.timeout(10):
        while not await until():  # noqa: ASYNC110 - the condition is in the database
            await asyncio.sleep(0.01)
    stop.set()
    await running


async def test_a_running_runner_hears_the_wake_up(
    database: Database, runner: Runner, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbell.kit.jobs.runner.POLL_SECONDS", 60)
    database.wake = lambda _: runner.wake()

    async def asked_then_done() -> bool:
        if not diary.done:
            await put(database, write(len(diary.done)))
        return await rows(database) == []

    await in_background(runner, asked_then_done)
    assert diary.done[0] == "0"


async def test_an_orderly_stop_gives_back_what_did_not_end_without_counting_the_attempt(
    database: Database, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbell.kit.jobs.runner.GRACE_SECONDS", 0.01)
    started: list[UUID] = []

    async def endless(job: Claimed) -> None:
        started.append(new_id())
        await asyncio.Event().wait()

    await put(database, write(1))

    async def has_started() -> bool:
        return bool(started)

    await in_background(Runner(database, {"write": endless}, watch), has_started)
    assert await rows(database) == [("queued", 0, None)]


async def test_a_cancelled_job_is_stopped_at_the_next_heartbeat(
    database: Database, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskbell.kit.jobs.runner.POLL_SECONDS", 0.01)
    states: list[str] = []

    async def endless(job: Claimed) -> None:
        states.append("started")
        try:
            await asyncio.Event().wait()
        finally:
            states.append("stopped")

    await put(database, write(1, serial_key="k"))

    async def is_stopped() -> bool:
        if states == ["started"]:
            async with database.transaction() as tx:
                await cancel(tx, CLINIC, "k")
            watch.forward(7)
        return states == ["started", "stopped"]

    await in_background(Runner(database, {"write": endless}, watch), is_stopped)
    assert await rows(database) == []
