"""Signing in and out, and choosing a workspace. A session is a secret in a cookie; its digest is the row."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from deskbell.audit.commands import note
from deskbell.kit.db import Database, Transaction
from deskbell.kit.errors import LimitReached, NotFound, SignInNeeded
from deskbell.kit.ids import digest, new_secret
from deskbell.kit.passwords import password_matches
from deskbell.workspaces import queries
from deskbell.workspaces.addresses import normal_address

ABSOLUTE = timedelta(days=14)
SECONDS = int(ABSOLUTE.total_seconds())


@dataclass(frozen=True)
class Limit:
    """At most `attempts` in `window` for one bucket."""

    attempts: int
    window: timedelta


PER_PERSON_AND_ADDRESS = Limit(10, timedelta(minutes=15))
PER_PERSON = Limit(
    50, timedelta(minutes=15)
)  # from everywhere together: guessing stays hopeless, locking out is work
PER_ADDRESS = Limit(60, timedelta(minutes=15))
LONGEST_WINDOW = timedelta(minutes=15)


async def sign_in(database: Database, *, email: str, password: str, client: str, at: datetime) -> str:
    """The secret of a new session. The answer to a wrong address and to a wrong password is one, in text and in time."""
    address = normal_address(email) or ""
    buckets = _buckets(address or email, client)
    async with database.transaction() as tx:
        waiting = await _count_attempt(tx, buckets, at)
    if waiting:
        raise LimitReached(
            "too_many_attempts",
            "Too many attempts to sign in. Wait a quarter of an hour, then try again.",
            retry_after_seconds=int(PER_ADDRESS.window.total_seconds()),
        )
    async with database.transaction() as tx:
        known = await queries.credentials(tx, address)
    right = await password_matches(password, known.password_hash if known else None)
    if known is None or not right:
        raise SignInNeeded("wrong_sign_in", "The e-mail address or the password is wrong.")
    async with database.transaction(person_id=known.id) as tx:
        await _forget_attempts(tx, buckets[0])
        mine = await queries.memberships(tx, known.id)
    if not mine:
        async with database.transaction() as tx:
            return await start_session(tx, known.id, at)
    async with database.transaction(mine[0].workspace_id) as tx:
        await note(
            tx, at=at, deed="session.started", subject=str(known.id), actor=known.name, person_id=known.id
        )
        return await start_session(tx, known.id, at)


async def start_session(tx: Transaction, person_id: UUID, at: datetime) -> str:
    """A session in the transaction's workspace (or in none); ended ones of the person are swept."""
    secret = new_secret()
    await tx.run(
        "DELETE FROM sessions WHERE person_id = %(person_id)s AND (idle_until <= %(at)s OR ends_at <= %(at)s)",
        person_id=person_id,
        at=at,
    )
    await tx.run(
        """
        INSERT INTO sessions (digest, person_id, workspace_id, created_at, last_seen_at, idle_until, ends_at)
        VALUES (%(digest)s, %(person_id)s, %(workspace_id)s, %(at)s, %(at)s, %(idle_until)s, %(ends_at)s)
        """,
        digest=digest(secret),
        person_id=person_id,
        workspace_id=tx.workspace_id,
        at=at,
        idle_until=at + queries.IDLE,
        ends_at=at + ABSOLUTE,
    )
    return secret


async def end_session(database: Database, secret: str) -> None:
    """Sign out: the secret opens nothing any more."""
    async with database.transaction() as tx:
        await tx.run("DELETE FROM sessions WHERE digest = %(digest)s", digest=digest(secret))


async def choose_workspace(
    database: Database, *, secret: str, person_id: UUID, workspace_id: UUID, at: datetime
) -> None:
    """Move the session to another workspace of the person; `NotFound` for strangers."""
    async with database.transaction(workspace_id) as tx:
        member = await queries.member_of_person(tx, person_id)
        if member is None:
            raise NotFound("not_found", "This workspace does not exist, or you are not a member of it.")
        await tx.run(
            "UPDATE members SET last_seen_at = %(at)s WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
            at=at,
            workspace_id=workspace_id,
            id=member.id,
        )
        await enter(tx, secret)
        await note(
            tx,
            at=at,
            deed="workspace.entered",
            subject=str(workspace_id),
            actor=member.name,
            person_id=person_id,
        )


async def enter(tx: Transaction, secret: str) -> None:
    """Point the session at the transaction's workspace."""
    await tx.run(
        "UPDATE sessions SET workspace_id = %(workspace_id)s WHERE digest = %(digest)s",
        workspace_id=tx.workspace,
        digest=digest(secret),
    )


def _buckets(email: str, client: str) -> list[tuple[bytes, Limit]]:
    typed = email.strip().lower()
    return [
        (_bucket("both", typed, client), PER_PERSON_AND_ADDRESS),
        (_bucket("person", typed), PER_PERSON),
        (_bucket("address", client), PER_ADDRESS),
    ]


def _bucket(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode()).digest()


async def _count_attempt(tx: Transaction, buckets: list[tuple[bytes, Limit]], at: datetime) -> bool:
    """Count first, hash later: parallel guesses see each other. True when one of the limits is passed."""
    await _sweep_attempts(tx, at)
    over = False
    for bucket, limit in sorted(buckets, key=lambda pair: pair[0]):  # one order: no deadlock
        await tx.run("SELECT pg_advisory_xact_lock(hashtextextended(%(name)s, 0))", name=bucket.hex())
        count = await tx.value(
            "SELECT count(*) FROM sign_in_attempts WHERE bucket = %(bucket)s AND at > %(since)s",
            bucket=bucket,
            since=at - limit.window,
        )
        if count >= limit.attempts:
            over = True
            continue
        await tx.run(
            "INSERT INTO sign_in_attempts (bucket, at) VALUES (%(bucket)s, %(at)s)", bucket=bucket, at=at
        )
    return over


async def _sweep_attempts(tx: Transaction, at: datetime) -> None:
    """Attempts that count for nobody any more; a few at a time, stepping over what others sweep."""
    await tx.run(
        """
        DELETE FROM sign_in_attempts WHERE ctid IN (
          SELECT ctid FROM sign_in_attempts WHERE at <= %(since)s ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED)
        """,
        since=at - LONGEST_WINDOW,
    )


async def _forget_attempts(tx: Transaction, bucket: tuple[bytes, Limit]) -> None:
    await tx.run("DELETE FROM sign_in_attempts WHERE bucket = %(bucket)s", bucket=bucket[0])
