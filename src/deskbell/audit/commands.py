"""Adding to the audit log, in the transaction of the deed itself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deskbell.audit.chain import ROOT, Deed, next_hash
from deskbell.kit.db import Transaction


@dataclass(frozen=True)
class _Head:
    number: int
    hash: bytes


async def note(
    tx: Transaction, *, at: datetime, deed: str, subject: str, actor: str, person_id: UUID | None = None
) -> None:
    """Append one deed of the transaction's workspace. The head stays locked until the commit."""
    head = await _lock_head(tx)
    entry = Deed(tx.workspace, head.number, at, person_id, actor, deed, subject)
    await tx.run(
        """
        WITH head AS (
          UPDATE audit_heads SET hash = %(hash)s WHERE workspace_id = %(workspace_id)s
        )
        INSERT INTO audit_log (workspace_id, number, at, person_id, actor, deed, subject, hash)
        VALUES (%(workspace_id)s, %(number)s, %(at)s, %(person_id)s, %(actor)s, %(deed)s, %(subject)s, %(hash)s)
        """,
        workspace_id=entry.workspace_id,
        number=entry.number,
        at=entry.at,
        person_id=entry.person_id,
        actor=entry.actor,
        deed=entry.deed,
        subject=entry.subject,
        hash=next_hash(head.hash, entry),
    )


async def _lock_head(tx: Transaction) -> _Head:
    """The number that is next, and the hash that it follows."""
    return await tx.one(
        _Head,
        """
        INSERT INTO audit_heads AS head (workspace_id, number, hash) VALUES (%(workspace_id)s, 1, %(root)s)
        ON CONFLICT (workspace_id) DO UPDATE SET number = head.number + 1
        RETURNING number, hash
        """,
        workspace_id=tx.workspace,
        root=ROOT,
    )
