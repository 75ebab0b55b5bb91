"""The visitor's door: a token names its workspace, and its secret proves which visitor holds it."""

import base64
import binascii
from uuid import UUID

from deskbell.kit.db import Transaction
from deskbell.kit.errors import SignInNeeded
from deskbell.kit.ids import digest
from deskbell.visitors import queries
from deskbell.visitors.tables import Visitor

__all__ = ["Visitor", "token_of", "visitor_of_token"]


def token_of(workspace_id: UUID, secret: str) -> str:
    """What the browser keeps: base64url(workspace id) "." 256-bit secret. Never in a URL, never in a log."""
    return f"{base64.urlsafe_b64encode(workspace_id.bytes).decode().rstrip('=')}.{secret}"


def _parts(token: str) -> tuple[UUID, str] | None:
    name, _, secret = token.partition(".")
    try:
        return UUID(bytes=base64.b64decode(name + "==", altchars=b"-_", validate=True)), secret
    except (binascii.Error, ValueError):
        return None


async def visitor_of_token(tx: Transaction, token: str, *, lock: bool = False) -> Visitor:
    """The visitor who holds the token, in this transaction's workspace. `lock` queues their first messages."""
    parts = _parts(token)
    if parts is not None and parts[0] == tx.workspace and parts[1]:
        visitor = await queries.visitor_by_digest(tx, digest(parts[1]), lock=lock)
        if visitor is not None:
            return visitor
    raise SignInNeeded("visitor_unknown", "This chat has ended on our side. Start a new one.")
