"""Reading visitors."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.visitors.tables import Visitor


async def visitor_by_digest(tx: Transaction, token_digest: bytes, *, lock: bool) -> Visitor | None:
    """Who holds the token with this digest."""
    params = {"workspace_id": tx.workspace, "token_digest": token_digest}
    if lock:
        return await tx.maybe(
            Visitor,
            """
            SELECT * FROM visitors
            WHERE workspace_id = %(workspace_id)s AND token_digest = %(token_digest)s FOR UPDATE
            """,
            **params,
        )
    return await tx.maybe(
        Visitor,
        "SELECT * FROM visitors WHERE workspace_id = %(workspace_id)s AND token_digest = %(token_digest)s",
        **params,
    )


async def visitor(tx: Transaction, visitor_id: UUID) -> Visitor | None:
    """One visitor of the workspace."""
    return await tx.maybe(
        Visitor,
        "SELECT * FROM visitors WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=visitor_id,
    )
