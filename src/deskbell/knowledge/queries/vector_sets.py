"""Reading the vector sets of agents: which models have embedded their passages, and how far each is."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Unembedded:
    """A passage that a set has no vector of."""

    number: int
    path: str
    text: str


async def unembedded(tx: Transaction, agent_id: UUID, vector_set: int, most: int) -> list[Unembedded]:
    """Passages that a set in preparation lacks, in the order they came."""
    return await tx.all(
        Unembedded,
        """
        SELECT p.number, p.path, p.text FROM passages p
        WHERE p.workspace_id = %(w)s AND p.agent_id = %(agent_id)s AND NOT EXISTS (
          SELECT FROM passage_vectors v WHERE v.workspace_id = p.workspace_id AND v.agent_id = p.agent_id
            AND v.number = p.number AND v.vector_set = %(set)s)
        ORDER BY p.number LIMIT %(most)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        set=vector_set,
        most=most,
    )
