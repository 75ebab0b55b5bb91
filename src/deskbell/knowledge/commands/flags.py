"""What the owner does about a flag: put it aside, or take it up again."""

from datetime import datetime
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.tables import Flag


async def dismiss_flag(tx: Transaction, flag: Flag, *, member_id: UUID, at: datetime) -> None:
    """It is fine as it is. The flag stays away as long as both passages stay as they are."""
    await tx.run(
        """
        UPDATE flags SET dismissed_at = %(at)s, dismissed_by = %(member_id)s
        WHERE workspace_id = %(w)s AND id = %(id)s AND dismissed_at IS NULL
        """,
        at=at,
        member_id=member_id,
        w=tx.workspace,
        id=flag.id,
    )


async def restore_flag(tx: Transaction, flag: Flag) -> None:
    """It counts again."""
    await tx.run(
        "UPDATE flags SET dismissed_at = NULL, dismissed_by = NULL WHERE workspace_id = %(w)s AND id = %(id)s",
        w=tx.workspace,
        id=flag.id,
    )
