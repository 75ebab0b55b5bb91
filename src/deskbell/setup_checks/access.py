"""The door to a set-up check."""

from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.setup_checks import queries
from deskbell.setup_checks.tables import SetupCheck

__all__ = ["SetupCheck", "open_check"]


async def open_check(tx: Transaction, check_id: UUID) -> SetupCheck:
    """The check of this transaction's workspace, or `NotFound`."""
    check = await queries.find_check(tx, check_id)
    if check is None:
        raise NotFound("setup_check_not_found", "This check is not kept any more. Run it again.")
    return check
