"""Reading question tests, their runs and their results."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.question_tests.tables import Choices, QuestionTest, Result, Run


async def list_tests(tx: Transaction, agent_id: UUID) -> list[QuestionTest]:
    """In the order in which they were added."""
    return await tx.all(
        QuestionTest,
        """
        SELECT id, agent_id, question, expectation, note, created_at, changed_at FROM question_tests
        WHERE workspace_id = %(workspace_id)s AND agent_id = %(agent_id)s ORDER BY id
        """,
        workspace_id=tx.workspace,
        agent_id=agent_id,
    )


async def find_test(tx: Transaction, test_id: UUID) -> QuestionTest | None:
    """The test, or None when this workspace has none of that id."""
    return await tx.maybe(
        QuestionTest,
        """
        SELECT id, agent_id, question, expectation, note, created_at, changed_at FROM question_tests
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        workspace_id=tx.workspace,
        id=test_id,
    )


async def list_runs(tx: Transaction, agent_id: UUID) -> list[Run]:
    """Newest first; old ones are not kept."""
    return await tx.all(
        Run,
        """
        SELECT * FROM question_test_runs WHERE workspace_id = %(workspace_id)s AND agent_id = %(agent_id)s
        ORDER BY begun_at DESC, id DESC
        """,
        workspace_id=tx.workspace,
        agent_id=agent_id,
    )


async def find_run(tx: Transaction, run_id: UUID) -> Run | None:
    return await tx.maybe(
        Run,
        "SELECT * FROM question_test_runs WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        workspace_id=tx.workspace,
        id=run_id,
    )


async def lock_run(tx: Transaction, run_id: UUID) -> Run | None:
    """The same, held until the commit."""
    return await tx.maybe(
        Run,
        "SELECT * FROM question_test_runs WHERE workspace_id = %(workspace_id)s AND id = %(id)s FOR UPDATE",
        workspace_id=tx.workspace,
        id=run_id,
    )


async def latest_results(tx: Transaction, test_ids: Sequence[UUID]) -> dict[UUID, Result]:
    """The newest result of each test that has one."""
    newest = await tx.all(
        Result,
        """
        SELECT DISTINCT ON (test_id) run_id, test_id, passed, why, answer, sources, outcome, reason, confidence,
               milliseconds, change, at
        FROM question_test_results
        WHERE workspace_id = %(workspace_id)s AND test_id = ANY(%(ids)s) ORDER BY test_id, at DESC, run_id DESC
        """,
        workspace_id=tx.workspace,
        ids=list(test_ids),
    )
    return {result.test_id: result for result in newest}


async def results_until(tx: Transaction, test_id: UUID, run_id: UUID) -> list[Result]:
    """The result of this run, and the one before it when there is one. Empty when the run has no result of the test."""
    return await tx.all(
        Result,
        """
        SELECT r.run_id, r.test_id, r.passed, r.why, r.answer, r.sources, r.outcome, r.reason, r.confidence,
               r.milliseconds, r.change, r.at
        FROM question_test_results wanted
        JOIN question_test_results r ON r.workspace_id = wanted.workspace_id AND r.test_id = wanted.test_id
                                    AND (r.at, r.run_id) <= (wanted.at, wanted.run_id)
        WHERE wanted.workspace_id = %(workspace_id)s AND wanted.run_id = %(run_id)s AND wanted.test_id = %(test_id)s
        ORDER BY r.at DESC, r.run_id DESC LIMIT 2
        """,
        workspace_id=tx.workspace,
        run_id=run_id,
        test_id=test_id,
    )


async def next_test(tx: Transaction, run: Run) -> QuestionTest | None:
    """The first test of the run that has no result yet; one that was removed meanwhile is passed over."""
    return await tx.maybe(
        QuestionTest,
        """
        SELECT t.id, t.agent_id, t.question, t.expectation, t.note, t.created_at, t.changed_at
        FROM unnest(%(ids)s::uuid[]) WITH ORDINALITY AS wanted(id, place)
        JOIN question_tests t ON t.workspace_id = %(workspace_id)s AND t.id = wanted.id
        LEFT JOIN question_test_results r
          ON r.workspace_id = %(workspace_id)s AND r.run_id = %(run_id)s AND r.test_id = t.id
        WHERE r.test_id IS NULL ORDER BY wanted.place LIMIT 1
        """,
        workspace_id=tx.workspace,
        run_id=run.id,
        ids=run.test_ids,
    )


@dataclass(frozen=True)
class _Kept:
    trace: dict[str, Any]


async def trace_of(tx: Transaction, run_id: UUID, test_id: UUID) -> dict[str, Any] | None:
    """The trace of a result, as it is kept."""
    kept = await tx.maybe(
        _Kept,
        """
        SELECT trace FROM question_test_results
        WHERE workspace_id = %(workspace_id)s AND run_id = %(run_id)s AND test_id = %(test_id)s
        """,
        workspace_id=tx.workspace,
        run_id=run_id,
        test_id=test_id,
    )
    return kept.trace if kept else None


async def choices_of(tx: Transaction, agent_id: UUID) -> Choices:
    """When its tests run by themselves; after every change, until somebody chose otherwise."""
    chosen = await tx.maybe(
        Choices,
        """
        SELECT after_content, after_settings FROM question_test_choices
        WHERE workspace_id = %(workspace_id)s AND agent_id = %(agent_id)s
        """,
        workspace_id=tx.workspace,
        agent_id=agent_id,
    )
    return chosen or Choices()
