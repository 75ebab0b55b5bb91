"""Adding, changing and removing question tests, and choosing when they run."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.events.commands import record
from deskbell.events.types import QuestionTestsChanged
from deskbell.kit.db import Transaction
from deskbell.kit.errors import LimitReached
from deskbell.kit.ids import new_id
from deskbell.question_tests import queries
from deskbell.question_tests.sheet import Line
from deskbell.question_tests.tables import EXPECTATION, Choices, QuestionTest

MOST_TESTS = 500


async def add_test(tx: Transaction, agent_id: UUID, line: Line, *, at: datetime) -> QuestionTest:
    """A new test of the agent, last in the list."""
    if len(await queries.list_tests(tx, agent_id)) >= MOST_TESTS:
        raise LimitReached(
            "too_many_question_tests", f"An agent has at most {MOST_TESTS} question tests. Remove one first."
        )
    added = await tx.one(
        QuestionTest,
        """
        INSERT INTO question_tests (workspace_id, id, agent_id, question, expectation, note, created_at, changed_at)
        VALUES (%(workspace_id)s, %(id)s, %(agent_id)s, %(question)s, %(expectation)s, %(note)s, %(at)s, %(at)s)
        RETURNING id, agent_id, question, expectation, note, created_at, changed_at
        """,
        workspace_id=tx.workspace,
        id=new_id(),
        agent_id=agent_id,
        **_columns(line),
        at=at,
    )
    record(tx, QuestionTestsChanged(at=at, agent_id=agent_id))
    return added


async def change_test(tx: Transaction, test: QuestionTest, line: Line, *, at: datetime) -> QuestionTest:
    """Replace it as a whole. What it came to before stays until it is run again."""
    changed = await tx.one(
        QuestionTest,
        """
        UPDATE question_tests
        SET question = %(question)s, expectation = %(expectation)s, note = %(note)s, changed_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        RETURNING id, agent_id, question, expectation, note, created_at, changed_at
        """,
        workspace_id=tx.workspace,
        id=test.id,
        **_columns(line),
        at=at,
    )
    record(tx, QuestionTestsChanged(at=at, agent_id=test.agent_id))
    return changed


async def remove_test(tx: Transaction, test: QuestionTest, *, at: datetime) -> None:
    """Its results go with it."""
    await tx.run(
        "DELETE FROM question_tests WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=test.id,
    )
    record(tx, QuestionTestsChanged(at=at, agent_id=test.agent_id))


async def choose(tx: Transaction, agent_id: UUID, choices: Choices, *, at: datetime) -> Choices:
    """When the tests run by themselves."""
    await tx.run(
        """
        INSERT INTO question_test_choices (workspace_id, agent_id, after_content, after_settings)
        VALUES (%(workspace_id)s, %(agent_id)s, %(after_content)s, %(after_settings)s)
        ON CONFLICT (workspace_id, agent_id) DO UPDATE
          SET after_content = excluded.after_content, after_settings = excluded.after_settings
        """,
        workspace_id=tx.workspace,
        agent_id=agent_id,
        **asdict(choices),
    )
    record(tx, QuestionTestsChanged(at=at, agent_id=agent_id))
    return choices


def _columns(line: Line) -> dict[str, object]:
    return {
        "question": line.question,
        "expectation": Jsonb(EXPECTATION.dump_python(line.expectation, mode="json")),
        "note": line.note,
    }
