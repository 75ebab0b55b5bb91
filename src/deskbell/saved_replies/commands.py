"""Writing saved replies."""

from datetime import datetime

from psycopg.errors import UniqueViolation

from deskbell.events.commands import record
from deskbell.events.types import SavedRepliesChanged
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, LimitReached
from deskbell.kit.ids import new_id
from deskbell.saved_replies.access import open_saved_reply
from deskbell.saved_replies.placeholders import check_placeholders
from deskbell.saved_replies.tables import SavedReply

MOST_SAVED_REPLIES = 500


async def save_reply(tx: Transaction, *, name: str, text: str, by: str, at: datetime) -> SavedReply:
    """A new saved reply of the workspace. `Conflict` when another one has its name."""
    check_placeholders(text)
    known = await tx.value(
        "SELECT count(*) FROM saved_replies WHERE workspace_id = %(workspace)s", workspace=tx.workspace
    )
    if known >= MOST_SAVED_REPLIES:
        raise LimitReached(
            "too_many_saved_replies", f"A workspace has at most {MOST_SAVED_REPLIES} saved replies."
        )
    saved_reply_id = new_id()
    try:
        await tx.run(
            """
            INSERT INTO saved_replies (workspace_id, id, name, text, changed_by, changed_at)
            VALUES (%(workspace)s, %(id)s, %(name)s, %(text)s, %(by)s, %(at)s)
            """,
            workspace=tx.workspace,
            id=saved_reply_id,
            name=name,
            text=text,
            by=by,
            at=at,
        )
    except UniqueViolation as taken:
        raise _name_taken(name) from taken
    record(tx, SavedRepliesChanged(at=at))
    return await open_saved_reply(tx, saved_reply_id)


async def change_saved_reply(
    tx: Transaction, reply: SavedReply, *, name: str, text: str, by: str, at: datetime
) -> SavedReply:
    """Replace its words. Messages that were sent with it stay as they were sent."""
    check_placeholders(text)
    try:
        await tx.run(
            """
            UPDATE saved_replies SET name = %(name)s, text = %(text)s, changed_by = %(by)s, changed_at = %(at)s
            WHERE workspace_id = %(workspace)s AND id = %(id)s
            """,
            workspace=tx.workspace,
            id=reply.id,
            name=name,
            text=text,
            by=by,
            at=at,
        )
    except UniqueViolation as taken:
        raise _name_taken(name) from taken
    record(tx, SavedRepliesChanged(at=at))
    return await open_saved_reply(tx, reply.id)


async def remove_saved_reply(tx: Transaction, reply: SavedReply, *, at: datetime) -> None:
    """Nobody can use it any more."""
    await tx.run(
        "DELETE FROM saved_replies WHERE workspace_id = %(workspace)s AND id = %(id)s",
        workspace=tx.workspace,
        id=reply.id,
    )
    record(tx, SavedRepliesChanged(at=at))


async def count_use(tx: Transaction, reply: SavedReply, *, at: datetime) -> None:
    """Somebody has put it into a reply. Not an event: its place in the lists can wait for the next reading."""
    await tx.run(
        """
        UPDATE saved_replies SET uses = uses + 1, used_at = %(at)s
        WHERE workspace_id = %(workspace)s AND id = %(id)s
        """,
        workspace=tx.workspace,
        id=reply.id,
        at=at,
    )


def _name_taken(name: str) -> Conflict:
    return Conflict("name_taken", f"There is a saved reply named “{name}”. Choose another name.")
