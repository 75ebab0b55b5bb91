"""The doors to a question test and to a run."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.question_tests import queries
from deskbell.question_tests.tables import QuestionTest, Result, Run

__all__ = ["QuestionTest", "Result", "Run", "open_run", "open_run_to_change", "open_test"]


async def open_test(tx: Transaction, test_id: UUID) -> QuestionTest:
    """The test of this transaction's workspace, or `NotFound`."""
    test = await queries.find_test(tx, test_id)
    if test is None:
        raise NotFound("question_test_not_found", "This question test does not exist, or it is not yours.")
    return test


async def open_run(tx: Transaction, run_id: UUID) -> Run:
    """The run of this transaction's workspace, or `NotFound`."""
    return _there(await queries.find_run(tx, run_id))


async def open_run_to_change(tx: Transaction, run_id: UUID) -> Run:
    """The same, locked until the commit."""
    return _there(await queries.lock_run(tx, run_id))


def _there(run: Run | None) -> Run:
    if run is None:
        raise NotFound("question_test_run_not_found", "This run is not kept any more, or it is not yours.")
    return run
