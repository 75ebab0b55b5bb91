"""Reads of people, sessions, members, workspaces and invitations."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.rows import class_row

from deskbell.kit.db import Database, Transaction
from deskbell.workspaces.availability import IDLE_AFTER, SEEN_WITHIN, Availability, Hours, tell
from deskbell.workspaces.tables import (
    Credentials,
    Invitation,
    Member,
    Membership,
    Person,
    SessionRow,
    Workspace,
)

IDLE = timedelta(hours=12)


async def session_row(database: Database, session_digest: bytes, at: datetime) -> SessionRow | None:
    """One statement and no explicit transaction: every request of a member starts here."""
    async with (
        database.pool.connection() as connection,
        connection.cursor(row_factory=class_row(SessionRow)) as cursor,
    ):
        await cursor.execute(
            "SELECT * FROM session_actor(%(digest)s, %(at)s, %(idle)s)",
            {"digest": session_digest, "at": at, "idle": IDLE},
        )
        return await cursor.fetchone()


async def anybody(tx: Transaction) -> bool:
    """Whether the first person exists."""
    return bool(await tx.value("SELECT EXISTS (SELECT FROM people)"))


async def credentials(tx: Transaction, email: str) -> Credentials | None:
    """What signing in with `email` (normal form) compares with."""
    return await tx.maybe(
        Credentials, "SELECT id, name, password_hash FROM people WHERE email = %(email)s", email=email
    )


async def person_by_email(tx: Transaction, email: str) -> Person | None:
    """The person with this address (normal form)."""
    return await tx.maybe(Person, "SELECT id, email, name FROM people WHERE email = %(email)s", email=email)


async def everybody(tx: Transaction) -> Sequence[UUID]:
    """The people of this server, for commands of whoever runs it; no route asks this."""
    return await tx.values("SELECT id FROM people ORDER BY id")


async def memberships(tx: Transaction, person_id: UUID) -> Sequence[Membership]:
    """The workspaces of a person, most recently used first. The transaction must be the person's."""
    return await tx.all(
        Membership,
        """
        SELECT w.id AS workspace_id, w.name AS workspace_name, m.id AS member_id, m.role
        FROM members m JOIN workspaces w ON w.id = m.workspace_id
        WHERE m.person_id = %(person_id)s AND m.removed_at IS NULL
        ORDER BY m.last_seen_at DESC, w.id
        """,
        person_id=person_id,
    )


async def workspace(tx: Transaction) -> Workspace:
    """The workspace of the transaction."""
    return await tx.one(
        Workspace,
        """
        SELECT id, name, time_zone, reopen_policy, business_hours, holidays FROM workspaces
        WHERE id = %(workspace_id)s
        """,
        workspace_id=tx.workspace,
    )


_MEMBERS = """
    SELECT m.id, m.person_id, p.name, p.email, m.role, m.availability, m.availability_since, m.joined_at,
           m.last_seen_at, m.active_at, m.removed_at
    FROM members m JOIN people p ON p.id = m.person_id
    WHERE m.workspace_id = %(workspace_id)s
"""


async def members(tx: Transaction) -> Sequence[Member]:
    """Everybody who is a member now, in order of joining."""
    return await tx.all(
        Member, _MEMBERS + "AND m.removed_at IS NULL ORDER BY m.joined_at, m.id", workspace_id=tx.workspace
    )


async def member(tx: Transaction, member_id: UUID) -> Member:
    """One member, also when removed; `NotFound` for strangers."""
    return await tx.one(
        Member, _MEMBERS + "AND m.id = %(member_id)s", workspace_id=tx.workspace, member_id=member_id
    )


async def member_of_person(tx: Transaction, person_id: UUID) -> Member | None:
    """The membership of a person in the transaction's workspace, unless it has ended."""
    return await tx.maybe(
        Member,
        _MEMBERS + "AND m.person_id = %(person_id)s AND m.removed_at IS NULL",
        workspace_id=tx.workspace,
        person_id=person_id,
    )


async def member_with_address(tx: Transaction, email: str) -> Member | None:
    """The member with this address (normal form), unless removed."""
    return await tx.maybe(
        Member,
        _MEMBERS + "AND p.email = %(email)s AND m.removed_at IS NULL",
        workspace_id=tx.workspace,
        email=email,
    )


async def available_members(tx: Transaction, *, seen_since: datetime) -> int:
    """How many members say they are there and have been seen since: nobody unseen is promised to a visitor."""
    count = await tx.value(
        """
        SELECT count(*) FROM members
        WHERE workspace_id = %(workspace_id)s AND removed_at IS NULL AND availability = 'available'
          AND last_seen_at >= %(seen_since)s AND (active_at IS NULL OR active_at >= %(active_since)s)
        """,
        workspace_id=tx.workspace,
        seen_since=seen_since,
        active_since=seen_since - IDLE_AFTER,
    )
    return int(count)


async def is_here(tx: Transaction, member_id: UUID, now: datetime) -> bool:
    """Whether this member says that they are there, and has been seen just now."""
    found = await tx.value(
        """
        SELECT true FROM members
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND removed_at IS NULL AND availability = 'available'
          AND last_seen_at >= %(seen_since)s AND (active_at IS NULL OR active_at >= %(active_since)s)
        """,
        workspace_id=tx.workspace,
        id=member_id,
        seen_since=now - SEEN_WITHIN,
        active_since=now - SEEN_WITHIN - IDLE_AFTER,
    )
    return found is not None


async def availability_at(tx: Transaction, now: datetime) -> Availability:
    """What this workspace tells its visitors about people at `now`."""
    here = await available_members(tx, seen_since=now - SEEN_WITHIN)
    kept = await workspace(tx)
    return tell(Hours(kept.time_zone, kept.business_hours, kept.holidays), here, now)


_INVITATIONS = """
    SELECT i.id, i.email, i.role, i.generation, i.digest, i.invited_by, p.name AS invited_by_name,
           p.email AS invited_by_email, i.created_at, i.sent_at, i.expires_at, i.accepted_at, i.revoked_at,
           i.renewal_asked_at, i.mail_state, i.mail_error
    FROM invitations i
    JOIN members m ON m.workspace_id = i.workspace_id AND m.id = i.invited_by
    JOIN people p ON p.id = m.person_id
    WHERE i.workspace_id = %(workspace_id)s
"""


async def open_invitations(tx: Transaction) -> Sequence[Invitation]:
    """Invitations that wait to be accepted, or have expired; newest first."""
    return await tx.all(
        Invitation,
        _INVITATIONS + "AND i.accepted_at IS NULL AND i.revoked_at IS NULL ORDER BY i.sent_at DESC, i.id",
        workspace_id=tx.workspace,
    )


async def open_invitation_for(tx: Transaction, email: str) -> Invitation | None:
    """The one that is open for an address, alive or expired."""
    return await tx.maybe(
        Invitation,
        _INVITATIONS + "AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.email = %(email)s",
        workspace_id=tx.workspace,
        email=email,
    )


async def invitation(tx: Transaction, invitation_id: UUID) -> Invitation:
    """One invitation in any state; `NotFound` for strangers."""
    return await tx.one(
        Invitation,
        _INVITATIONS + "AND i.id = %(invitation_id)s",
        workspace_id=tx.workspace,
        invitation_id=invitation_id,
    )


async def invitation_of_link(tx: Transaction, link_digest: bytes) -> Invitation | None:
    """The invitation that a link belongs or once belonged to: compare `digest` to know which."""
    return await tx.maybe(
        Invitation,
        _INVITATIONS + "AND (i.digest = %(digest)s OR %(digest)s = ANY(i.spent_digests))",
        workspace_id=tx.workspace,
        digest=link_digest,
    )
