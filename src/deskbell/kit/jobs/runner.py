"""Claims jobs and does their work, a few at a time. One short transaction settles what ended and claims what is next."""

import asyncio
from collections.abc import Mapping

import structlog
from psycopg import errors

from deskbell.kit.clock import Clock, now
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import queue
from deskbell.kit.jobs.job import Claimed, GiveUp, Job, LeaseLost, Work, reason_of
from deskbell.kit.jobs.queue import Failure

POLL_SECONDS = 1.0  # a lost wake-up costs this much
MAX_ATTEMPTS = 5
GRACE_SECONDS = 10.0

log = structlog.get_logger(__name__)


class Runner:
    """Does the jobs whose kind is in `works`; two runners with different works are two lanes.

    `heirs`: when a job of the left kind is dead, one of the right kind with the same args is enqueued in the
    same transaction. That is how a failure reaches a person even when the worker itself was killed.
    """

    def __init__(
        self,
        database: Database,
        works: Mapping[str, Work],
        clock: Clock = now,
        concurrency: int = 8,
        heirs: Mapping[str, str] | None = None,
    ) -> None:
        self.database = database
        self.works = works
        self.clock = clock
        self.concurrency = concurrency
        self.heirs = heirs or {}
        self._running: dict[asyncio.Task[None], Claimed] = {}
        self._renewed_at = clock()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """There may be something to do (the bus calls this)."""
        self._woken.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set; then let running jobs end, and give back those that do not."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                await self._step_or_wait_for_database()
                await self._pause(stopping)
        finally:
            stopping.cancel()
            await self._wind_down()

    async def run_pending(self) -> int:
        """Do everything that is due now, including what that enqueues; returns how many attempts were made."""
        attempts = 0
        while claimed := await self._step():
            attempts += claimed
            await asyncio.wait(self._running)
        return attempts

    async def _step_or_wait_for_database(self) -> None:
        try:
            await self._step()
        except errors.OperationalError:  # restarting, or out of reach: the leases keep what is ours
            log.warning("jobs.database_unreachable")

    async def _step(self) -> int:
        """Settle, renew, claim: one transaction. Returns the number of jobs started."""
        ended = {task: job for task, job in self._running.items() if task.done()}
        try:
            async with self.database.transaction() as tx:
                await self._settle(tx, ended)
                await self._bury_or_retry_expired(tx)
                lost = await self._renew(
                    tx, [job for task, job in self._running.items() if task not in ended]
                )
                free = self.concurrency - len(self._running) + len(ended)
                claimed = await queue.claim(tx, list(self.works), free, self.clock()) if free else []
        except errors.UniqueViolation:  # another worker claimed the same serial key at this instant
            self.wake()
            return 0
        for task in ended:
            del self._running[task]
        self._cancel(lost)
        for job in claimed:
            self._running[asyncio.create_task(self.works[job.kind](job), name=job.kind)] = job  # type: ignore[arg-type]
        return len(claimed)

    async def _pause(self, stopping: "asyncio.Task[bool]") -> None:
        woken = asyncio.create_task(self._woken.wait())
        await asyncio.wait(
            {woken, stopping, *self._running}, timeout=POLL_SECONDS, return_when="FIRST_COMPLETED"
        )
        woken.cancel()
        self._woken.clear()

    async def _settle(self, tx: Transaction, ended: "Mapping[asyncio.Task[None], Claimed]") -> None:
        done = [job for task, job in ended.items() if not task.cancelled() and task.exception() is None]
        await queue.finish(tx, done)
        for task, job in ended.items():
            error = None if task.cancelled() else task.exception()
            if error is not None and not isinstance(error, LeaseLost):
                final = isinstance(error, GiveUp) or job.attempt >= MAX_ATTEMPTS
                await self._fail(tx, Failure(job, reason_of(error), final))

    async def _bury_or_retry_expired(self, tx: Transaction) -> None:
        for job in await queue.expired(tx, list(self.works), self.clock()):
            await self._fail(
                tx, Failure(job, "the worker was lost while doing it", job.attempt >= MAX_ATTEMPTS)
            )

    async def _fail(self, tx: Transaction, failure: Failure) -> None:
        job = failure.job
        log.warning("job.failed", kind=job.kind, job=job.id, attempt=job.attempt, reason=failure.reason,
                    dead=failure.final)  # fmt: skip
        await queue.fail(tx, failure, self.clock())
        if failure.final and job.kind in self.heirs:
            await queue.enqueue(tx, Job(self.heirs[job.kind], job.workspace_id, job.args, job.serial_key))

    async def _renew(self, tx: Transaction, held: list[Claimed]) -> set[int]:
        """Every third of a lease. Returns the ids of jobs that are not ours any more."""
        if self.clock() - self._renewed_at < queue.LEASE / 3 or not held:
            return set()
        self._renewed_at = self.clock()
        return {job.id for job in held} - await queue.renew(tx, held, self.clock())

    def _cancel(self, lost: set[int]) -> None:
        for task, job in self._running.items():
            if job.id in lost:
                task.cancel()

    async def _wind_down(self) -> None:
        if self._running:
            await asyncio.wait(self._running, timeout=GRACE_SECONDS)
        unfinished = {task: job for task, job in self._running.items() if not task.done()}
        for task in unfinished:
            task.cancel()
        if unfinished:
            await asyncio.wait(unfinished)
        ended = {task: job for task, job in self._running.items() if task not in unfinished}
        self._running.clear()
        try:
            async with self.database.transaction() as tx:
                await self._settle(tx, ended)
                await queue.release(tx, list(unfinished.values()))
        except errors.OperationalError:  # the database stopped before us: the leases run out instead
            log.warning("jobs.database_unreachable")
