"""Reading rehearsals."""

from datetime import datetime
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.rehearsals.tables import Rehearsal


async def find_rehearsal(tx: Transaction, rehearsal_id: UUID) -> Rehearsal | None:
    """The rehearsal, or None when it was swept or is another workspace's."""
    return await tx.maybe(
        Rehearsal,
        "SELECT * FROM rehearsals WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=rehearsal_id,
    )


async def asked_since(tx: Transaction, member_id: UUID, since: datetime) -> int:
    """How many a member has asked for since then."""
    return int(
        await tx.value(
            """
            SELECT count(*) FROM rehearsals
            WHERE workspace_id = %(workspace_id)s AND member_id = %(member_id)s AND asked_at > %(since)s
            """,
            workspace_id=tx.workspace,
            member_id=member_id,
            since=since,
        )
    )
