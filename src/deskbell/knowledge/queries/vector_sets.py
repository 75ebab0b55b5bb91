"""Reading the vector sets of agents: which models have embedded their passages, and how far each is."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.tables import VectorSet


async def serving_set(tx: Transaction, agent_id: UUID) -> VectorSet | None:
    """The vectors that questions are compared with; None before the agent has read anything."""
    return await tx.maybe(
        VectorSet,
        """
        SELECT agent_id, number, model, embedder_id, status, failure, started_at FROM vector_sets
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND status = 'serving'
        """,
        w=tx.workspace,
        agent_id=agent_id,
    )
