"""Flags: what was found, and what the owner does about one: put it aside, or take it up again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.kit.db import Transaction
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Job, enqueue
from deskbell.knowledge.freshness.conflicts import Finding
from deskbell.knowledge.tables import Flag

LOOK = "knowledge.look"
LOOK_AFTER = timedelta(seconds=3)


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


async def write_flags(tx: Transaction, agent_id: UUID, findings: Sequence[Finding], *, at: datetime) -> None:
    """What was found now, and nothing else. Flags that were there keep their ids and what was decided about them."""
    rows = [
        {
            "id": str(new_id()),
            "kind": finding.kind,
            "passage_id": str(finding.passage_id),
            "other_id": str(finding.other_id) if finding.other_id else None,
            "sentence": finding.sentence,
            "words": finding.words[:1000],
            "other_words": finding.other_words[:1000],
        }
        for finding in findings
    ]
    await tx.run(
        """
        WITH found AS (
          SELECT * FROM jsonb_to_recordset(%(rows)s) AS g(id uuid, kind text, passage_id uuid, other_id uuid, sentence text,
                                                          words text, other_words text)
        ), settled AS (
          DELETE FROM flags f WHERE f.workspace_id = %(w)s AND f.agent_id = %(agent_id)s AND NOT EXISTS (
            SELECT FROM found g WHERE g.kind = f.kind AND g.passage_id = f.passage_id
              AND g.other_id IS NOT DISTINCT FROM f.other_id)
        )
        INSERT INTO flags (workspace_id, id, agent_id, kind, passage_id, other_id, sentence, words, other_words, found_at)
        SELECT %(w)s, id, %(agent_id)s, kind, passage_id, other_id, sentence, words, other_words, %(at)s FROM found
        ON CONFLICT (workspace_id, agent_id, kind, passage_id, coalesce(other_id, passage_id)) DO NOTHING
        """,
        w=tx.workspace,
        agent_id=agent_id,
        rows=Jsonb(rows),
        at=at,
    )


async def look_again(tx: Transaction, agent_id: UUID, *, at: datetime) -> None:
    """After a training: soon, and once for all sources that are trained meanwhile."""
    await enqueue(
        tx,
        Job(
            LOOK,
            tx.workspace,
            {"agent_id": str(agent_id)},
            serial_key=f"flags:{agent_id}",
            dedupe_key=str(agent_id),
            run_after=at + LOOK_AFTER,
        ),
    )
