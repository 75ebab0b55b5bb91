"""The doors: to a rehearsal, and to a turn that members ask about."""

from uuid import UUID

from deskbell.answering.queries import Turn, find_turn
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.rehearsals import queries
from deskbell.rehearsals.tables import Rehearsal


async def open_rehearsal(tx: Transaction, rehearsal_id: UUID) -> Rehearsal:
    """The rehearsal of this transaction's workspace, or `NotFound`."""
    rehearsal = await queries.find_rehearsal(tx, rehearsal_id)
    if rehearsal is None:
        raise NotFound("rehearsal_not_found", "This result is not kept any more. Run it again.")
    return rehearsal


async def open_turn(tx: Transaction, turn_id: UUID) -> Turn:
    """The turn of this transaction's workspace, or `NotFound`."""
    turn = await find_turn(tx, turn_id)
    if turn is None:
        raise NotFound("turn_not_found", "This turn does not exist any more, or it is not yours.")
    return turn
