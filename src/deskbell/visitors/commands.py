"""Writing visitors: a new one, and what becomes known about one."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.ids import digest, new_id, new_secret
from deskbell.visitors.access import token_of
from deskbell.visitors.tables import Visitor


async def welcome(
    tx: Transaction, at: datetime, *, is_test: bool, is_check: bool = False
) -> tuple[Visitor, str]:
    """A new anonymous visitor and their token, which is shown once and stored as a digest.

    `is_check`: a visitor of the set-up check; nobody sees their conversations.
    """
    secret = new_secret()
    visitor_id = new_id()
    visitor = await tx.one(
        Visitor,
        """
        INSERT INTO visitors (workspace_id, id, token_digest, name, is_test, is_check, first_seen_at,
                              last_seen_at)
        VALUES (%(workspace_id)s, %(id)s, %(token_digest)s, %(name)s, %(is_test)s, %(is_check)s, %(at)s, %(at)s)
        RETURNING *
        """,
        workspace_id=tx.workspace,
        id=visitor_id,
        token_digest=digest(secret),
        name=f"Visitor {visitor_id.int % 9000 + 1000}",
        is_test=is_test,
        is_check=is_check,
        at=at,
    )
    return visitor, token_of(tx.workspace, secret)


async def keep_contact(tx: Transaction, visitor: Visitor, email: str, at: datetime) -> None:
    """Where the visitor wants to hear that a reply is here. Unconfirmed: it opens nothing."""
    await tx.run(
        """
        UPDATE visitors SET contact_email = %(email)s, last_seen_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=visitor.id,
        email=email,
        at=at,
    )


async def call(tx: Transaction, visitor: Visitor, name: str) -> None:
    """The name a visitor has given, for the conversations they start from now on."""
    await tx.run(
        "UPDATE visitors SET name = %(name)s WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=visitor.id,
        name=name[:120],
    )


async def forget_checks(
    tx: Transaction, *, visitor_ids: Sequence[UUID] = (), arrived_before: datetime | None = None
) -> None:
    """Remove visitors of set-up checks with all they wrote: these, and those left behind by a check that was killed.

    Nobody else can be removed here, whatever the ids say.
    """
    await tx.run(
        """
        DELETE FROM visitors WHERE workspace_id = %(workspace_id)s AND is_check
          AND (id = ANY(%(ids)s) OR first_seen_at < %(before)s::timestamptz)
        """,
        workspace_id=tx.workspace,
        ids=list(visitor_ids),
        before=arrived_before,
    )
