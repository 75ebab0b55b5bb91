"""The queue's SQL: enqueue, claim, settle, cancel. All times come from the caller."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.kit.db import Transaction
from deskbell.kit.jobs.job import Claimed, Job, LeaseLost, retry_seconds

TOPIC = "jobs"
LEASE = timedelta(seconds=10)  # how long a killed worker delays its jobs; renewed every third of it


@dataclass(frozen=True)
class Failure:
    """`final`: do not try again."""

    job: Claimed
    reason: str
    final: bool


async def enqueue(tx: Transaction, job: Job) -> None:
    """Runs after this transaction commits, or never if it does not."""
    await enqueue_all(tx, [job])


async def enqueue_all(tx: Transaction, jobs: Iterable[Job]) -> None:
    """One statement. A twin that waits already is locked until we commit, so that it runs after our change."""
    rows = [_row(job) for job in _without_twins(jobs)]
    if not rows:
        return
    await tx.run(
        """
        INSERT INTO jobs (workspace_id, kind, args, serial_key, dedupe_key, run_after)
        SELECT j.workspace_id, j.kind, j.args, j.serial_key, j.dedupe_key, coalesce(j.run_after, '-infinity')
        FROM jsonb_to_recordset(%(rows)s) AS j(workspace_id uuid, kind text, args jsonb, serial_key text,
                                               dedupe_key text, run_after timestamptz)
        ON CONFLICT (workspace_id, kind, dedupe_key) WHERE dedupe_key IS NOT NULL
          DO UPDATE SET run_after = least(jobs.run_after, excluded.run_after)
        """,
        rows=Jsonb(rows),
    )
    tx.wake(TOPIC)


async def confirm(tx: Transaction, job: Claimed) -> None:
    """Hold the job until this transaction ends; `LeaseLost` when it is not ours any more."""
    mine = await tx.value("SELECT 1 FROM jobs WHERE id = %(id)s AND fence = %(fence)s FOR UPDATE",
                          id=job.id, fence=job.fence)  # fmt: skip
    if mine is None:
        raise LeaseLost(f"job {job.id} is not ours any more")


async def cancel(tx: Transaction, workspace_id: UUID, serial_key: str) -> int:
    """Forget the jobs of a key. One that runs is stopped at its worker's next heartbeat and cannot `confirm`."""
    return await tx.run(
        "DELETE FROM jobs WHERE workspace_id = %(w)s AND serial_key = %(key)s AND status <> 'dead'",
        w=workspace_id, key=serial_key,
    )  # fmt: skip


async def claim(tx: Transaction, kinds: Sequence[str], limit: int, now: datetime) -> list[Claimed]:
    """The next due jobs, at most one per serial key, in order. The attempt is counted here, before it can kill us."""
    return await tx.all(
        Claimed,
        """
        WITH due AS (
          SELECT j.id FROM jobs j
          WHERE j.status = 'queued' AND j.run_after <= %(now)s AND j.kind = ANY(%(kinds)s)
            AND (j.serial_key IS NULL OR NOT EXISTS (
              SELECT FROM jobs o WHERE o.workspace_id = j.workspace_id AND o.serial_key = j.serial_key
                AND (o.status = 'running' OR (o.status = 'queued' AND o.kind = ANY(%(kinds)s)
                     AND o.run_after <= %(now)s AND (o.run_after, o.id) < (j.run_after, j.id)))))
          ORDER BY j.run_after, j.id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
        ), claimed AS (
          UPDATE jobs SET status = 'running', attempts = attempts + 1, fence = fence + 1,
                          leased_until = %(until)s, dedupe_key = NULL
          FROM due WHERE jobs.id = due.id
          RETURNING jobs.id, fence, attempts AS attempt, kind, workspace_id, args, serial_key
        )
        SELECT * FROM claimed ORDER BY id
        """,
        kinds=list(kinds), limit=limit, now=now, until=now + LEASE,
    )  # fmt: skip


async def finish(tx: Transaction, done: Sequence[Claimed]) -> None:
    """They are no more, except those that others hold by now."""
    if done:
        await tx.run(
            """
            DELETE FROM jobs USING unnest(%(ids)s::bigint[], %(fences)s::bigint[]) AS mine(id, fence)
            WHERE jobs.id = mine.id AND jobs.fence = mine.fence
            """,
            **_tokens(done),
        )


async def renew(tx: Transaction, held: Sequence[Claimed], now: datetime) -> set[int]:
    """Extend the leases we still have; returns their ids."""
    return set(
        await tx.values(
            """
            UPDATE jobs SET leased_until = %(until)s
            FROM unnest(%(ids)s::bigint[], %(fences)s::bigint[]) AS mine(id, fence)
            WHERE jobs.id = mine.id AND jobs.fence = mine.fence RETURNING jobs.id
            """,
            until=now + LEASE,
            **_tokens(held),
        )
    )


async def release(tx: Transaction, held: Sequence[Claimed]) -> None:
    """Give back what we will not finish (an orderly stop): due at once, the attempt not counted."""
    await tx.run(
        """
        UPDATE jobs SET status = 'queued', leased_until = NULL, attempts = attempts - 1, fence = jobs.fence + 1
        FROM unnest(%(ids)s::bigint[], %(fences)s::bigint[]) AS mine(id, fence)
        WHERE jobs.id = mine.id AND jobs.fence = mine.fence
        """,
        **_tokens(held),
    )
    tx.wake(TOPIC)


async def fail(tx: Transaction, failure: Failure, now: datetime) -> None:
    """Back into the queue after a pause, or dead. Its fence moves on: this attempt is over."""
    await tx.run(
        """
        UPDATE jobs SET status = %(status)s, reason = %(reason)s, leased_until = NULL, fence = fence + 1,
                        run_after = %(again)s
        WHERE id = %(id)s AND fence = %(fence)s
        """,
        status="dead" if failure.final else "queued", reason=failure.reason, id=failure.job.id,
        fence=failure.job.fence, again=now + timedelta(seconds=retry_seconds(failure.job.attempt)),
    )  # fmt: skip


async def expired(tx: Transaction, kinds: Sequence[str], now: datetime) -> list[Claimed]:
    """Jobs whose worker is gone or stuck; locked, so that one runner deals with each."""
    return await tx.all(
        Claimed,
        """
        SELECT id, fence, attempts AS attempt, kind, workspace_id, args, serial_key FROM jobs
        WHERE status = 'running' AND leased_until < %(now)s AND kind = ANY(%(kinds)s) FOR UPDATE SKIP LOCKED
        """,
        kinds=list(kinds), now=now,
    )  # fmt: skip


def _without_twins(jobs: Iterable[Job]) -> list[Job]:
    """One per dedupe key (a statement cannot meet a row twice), keys in order (so that writers cannot deadlock)."""
    kept = {(job.workspace_id, job.kind, job.dedupe_key or object()): job for job in jobs}
    return sorted(kept.values(), key=lambda job: job.dedupe_key or "")


def _row(job: Job) -> Mapping[str, object]:
    return {
        "workspace_id": str(job.workspace_id), "kind": job.kind, "args": dict(job.args),
        "serial_key": job.serial_key, "dedupe_key": job.dedupe_key,
        "run_after": job.run_after.isoformat() if job.run_after else None,
    }  # fmt: skip


def _tokens(jobs: Sequence[Claimed]) -> dict[str, list[int]]:
    return {"ids": [job.id for job in jobs], "fences": [job.fence for job in jobs]}
