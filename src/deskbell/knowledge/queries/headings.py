"""Headings of the content that are questions."""

from dataclasses import dataclass
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.knowledge.reading.blocks import SEPARATOR

MOST = 200


@dataclass(frozen=True)
class QuestionHeading:
    """The last heading above a passage, with the source it stands in."""

    question: str
    source_id: UUID
    title: str


async def question_headings(tx: Transaction, agent_id: UUID) -> list[QuestionHeading]:
    """At most 200, each question once; those of the oldest sources first."""
    return await tx.all(
        QuestionHeading,
        """
        SELECT question, source_id, title FROM (
          SELECT DISTINCT ON (question) question, s.id AS source_id, s.title
          FROM passages p
          JOIN sources s ON s.workspace_id = p.workspace_id AND s.id = p.source_id AND s.removed_at IS NULL,
          LATERAL (SELECT regexp_replace(p.path, %(above)s, '') AS question) heading
          WHERE p.workspace_id = %(w)s AND p.agent_id = %(agent_id)s AND p.path LIKE '%%?' AND length(question) <= 300
          ORDER BY question, s.id
        ) once ORDER BY source_id, question LIMIT %(most)s
        """,
        w=tx.workspace,
        agent_id=agent_id,
        above=f"^.*{SEPARATOR}",
        most=MOST,
    )
