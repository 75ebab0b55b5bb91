"""Writing the vector sets of agents. Every caller holds the lock of the corpus."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.tables import VectorSet


async def begin_set(tx: Transaction, agent_id: UUID, model: str) -> VectorSet:
    """The first set of an agent: it serves at once. A model that is not the built-in one is named by its embedder's id."""
    return await tx.one(
        VectorSet,
        """
        INSERT INTO vector_sets (workspace_id, agent_id, number, model, embedder_id, status)
        VALUES (%(w)s, %(agent_id)s, 1, %(model)s,
                (SELECT id FROM embedders WHERE workspace_id = %(w)s AND id::text = %(model)s), 'serving')
        RETURNING agent_id, number, model, embedder_id, status, failure, started_at
        """,
        w=tx.workspace,
        agent_id=agent_id,
        model=model,
    )
