"""Reading set-up checks."""

from typing import Any
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.setup_checks.tables import SetupCheck

SHOWN = 5


async def newest(tx: Transaction, agent_id: UUID) -> list[SetupCheck]:
    """The last checks of an agent, newest first."""
    return await tx.all(
        SetupCheck,
        """
        SELECT * FROM setup_checks WHERE workspace_id = %(workspace_id)s AND agent_id = %(agent_id)s
        ORDER BY begun_at DESC, id DESC LIMIT %(limit)s
        """,
        workspace_id=tx.workspace,
        agent_id=agent_id,
        limit=SHOWN,
    )


async def find_check(tx: Transaction, check_id: UUID) -> SetupCheck | None:
    """One check of the workspace."""
    return await tx.maybe(
        SetupCheck,
        "SELECT * FROM setup_checks WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=check_id,
    )


async def proof(tx: Transaction, check_id: UUID, number: int) -> dict[str, Any] | None:
    """What a worker answered to this question; None as long as none did."""
    return await tx.value(
        "SELECT proofs -> %(number)s FROM setup_checks WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=check_id,
        number=str(number),
    )
