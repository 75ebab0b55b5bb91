"""Writing visitors: a new one, and what becomes known about one."""

from datetime import datetime

from deskbell.kit.db import Transaction
from deskbell.kit.ids import digest, new_id, new_secret
from deskbell.visitors.access import token_of
from deskbell.visitors.tables import Visitor


async def welcome(tx: Transaction, at: datetime, *, is_test: bool) -> tuple[Visitor, str]:
    """A new anonymous visitor and their token, which is shown once and stored as a digest."""
    secret = new_secret()
    visitor_id = new_id()
    visitor = await tx.one(
        Visitor,
        """
        INSERT INTO visitors (workspace_id, id, token_digest, name, is_test, first_seen_at, last_seen_at)
        VALUES (%(workspace_id)s, %(id)s, %(token_digest)s, %(name)s, %(is_test)s, %(at)s, %(at)s)
        RETURNING *
        """,
        workspace_id=tx.workspace,
        id=visitor_id,
        token_digest=digest(secret),
        name=f"Visitor {visitor_id.int % 9000 + 1000}",
        is_test=is_test,
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
