"""Writing the vector sets of agents: the first one, one in preparation, the flip, and what is retired."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.jobs import Job, enqueue
from deskbell.knowledge.commands.bands import lock_corpus, seal_missing
from deskbell.knowledge.queries.finding import as_literal
from deskbell.knowledge.queries.vector_sets import serving_set, unembedded
from deskbell.knowledge.tables import VectorSet

if TYPE_CHECKING:
    from deskbell.embedding.embedder import Vectors

SWITCH = "knowledge.switch"
REMOVED_AT_ONCE = 2_000


async def begin_set(tx: Transaction, agent_id: UUID, model: str) -> VectorSet:
    """The first set of an agent: it serves at once. The caller holds the lock of the corpus."""
    return await tx.one(
        VectorSet,
        """
        INSERT INTO vector_sets (workspace_id, agent_id, number, model, status)
        VALUES (%(w)s, %(agent_id)s, 1, %(model)s, 'serving')
        RETURNING agent_id, number, model, embedder_id, status, failure, started_at
        """,
        w=tx.workspace,
        agent_id=agent_id,
        model=model,
    )


async def ask_to_switch(tx: Transaction, agent_id: UUID) -> None:
    """The agent is not on the model that the server is set to: move it, once, in the background."""
    await enqueue(tx, move(tx.workspace, agent_id))


def move(workspace_id: UUID, agent_id: UUID) -> Job:
    """Brings the agent to the model that it shall be on; nothing to do when it is there."""
    key = f"vectors:{agent_id}"
    return Job(SWITCH, workspace_id, {"agent_id": str(agent_id)}, serial_key=key, dedupe_key=key)


async def prepare(tx: Transaction, agent_id: UUID, model: str) -> int | None:
    """The number of the set to fill: the one that was begun before, or a new one. None when the agent is on it already.
    A preparation for another model is given up.
    """
    await lock_corpus(tx, agent_id)
    await tx.run(
        """
        UPDATE vector_sets SET status = 'retired'
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND status = 'preparing' AND model <> %(model)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        model=model,
    )
    serving = await serving_set(tx, agent_id)
    if serving is None or serving.model == model:
        return None
    return await tx.value(
        """
        WITH begun AS (
          INSERT INTO vector_sets (workspace_id, agent_id, number, model, status)
          SELECT %(w)s, %(agent_id)s, max(number) + 1, %(model)s, 'preparing' FROM vector_sets
          WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s
          HAVING count(*) FILTER (WHERE status = 'preparing') = 0
          RETURNING number
        )
        SELECT number FROM begun UNION ALL
        SELECT number FROM vector_sets
        WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND status = 'preparing'
        """,
        w=tx.workspace,
        agent_id=agent_id,
        model=model,
    )


async def add_vectors(
    tx: Transaction, agent_id: UUID, number: int, passages: Sequence[int], vectors: "Vectors"
) -> None:
    """Vectors of a set in preparation. Passages that have gone meanwhile are left out."""
    await tx.run(
        """
        INSERT INTO passage_vectors (workspace_id, agent_id, number, vector_set, embedding)
        SELECT %(w)s, %(agent_id)s, p.number, %(set)s, v.embedding::halfvec
        FROM unnest(%(numbers)s::integer[], %(vectors)s::text[]) AS v(number, embedding)
        JOIN passages p ON p.workspace_id = %(w)s AND p.agent_id = %(agent_id)s AND p.number = v.number
        ON CONFLICT DO NOTHING
        """,
        w=tx.workspace,
        agent_id=agent_id,
        set=number,
        numbers=list(passages),
        vectors=[as_literal(vector) for vector in vectors],
    )


async def serve_if_complete(tx: Transaction, agent_id: UUID, number: int) -> bool:
    """The flip: from this commit on, questions are compared with the new vectors. False when a passage has come meanwhile."""
    await lock_corpus(tx, agent_id)
    if await unembedded(tx, agent_id, number, 1):
        return False
    await seal_missing(tx, agent_id, number)
    for status, condition in (("retired", "serving"), ("serving", "preparing")):
        await tx.run(
            """
            UPDATE vector_sets SET status = %(status)s
            WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND status = %(before)s
            """,
            w=tx.workspace,
            agent_id=agent_id,
            status=status,
            before=condition,
        )
    return True


async def remove_some_retired(tx: Transaction, agent_id: UUID) -> bool:
    """Some vectors of retired sets, then the sets. True while there may be more."""
    removed = await tx.run(
        """
        DELETE FROM passage_vectors v USING (
          SELECT v.number, v.vector_set FROM passage_vectors v
          JOIN vector_sets s ON s.workspace_id = v.workspace_id AND s.agent_id = v.agent_id AND s.number = v.vector_set
          WHERE v.workspace_id = %(w)s AND v.agent_id = %(agent_id)s AND s.status = 'retired' LIMIT %(most)s
        ) old
        WHERE v.workspace_id = %(w)s AND v.agent_id = %(agent_id)s AND v.number = old.number
          AND v.vector_set = old.vector_set
        """,
        w=tx.workspace,
        agent_id=agent_id,
        most=REMOVED_AT_ONCE,
    )
    if not removed:
        await tx.run(
            """
            DELETE FROM vector_sets
            WHERE workspace_id = %(w)s AND agent_id = %(agent_id)s AND status = 'retired'
            """,
            w=tx.workspace,
            agent_id=agent_id,
        )
    return removed > 0
