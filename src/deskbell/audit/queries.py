"""Reading the audit log, and proving that it is whole."""

from collections.abc import Sequence

from deskbell.audit.chain import ROOT, Link, first_broken
from deskbell.kit.db import Transaction


async def links(tx: Transaction) -> Sequence[Link]:
    """The whole log of the workspace, oldest first."""
    return await tx.all(
        Link,
        """
        SELECT workspace_id, number, at, person_id, actor, deed, subject, hash FROM audit_log
        WHERE workspace_id = %(workspace_id)s ORDER BY number
        """,
        workspace_id=tx.workspace,
    )


async def first_broken_link(tx: Transaction) -> int | None:
    """Where the log was tampered with, or None."""
    head = await tx.value(
        "SELECT hash FROM audit_heads WHERE workspace_id = %(workspace_id)s", workspace_id=tx.workspace
    )
    return first_broken(await links(tx), bytes(head) if head is not None else ROOT)
