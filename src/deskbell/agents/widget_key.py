"""The public key in the script line of a site: it names the workspace and the agent, and proves nothing."""

import base64
import binascii
from dataclasses import dataclass
from uuid import UUID

from deskbell.kit.errors import NotFound

PREFIX = "wk_"


@dataclass(frozen=True)
class WidgetKey:
    workspace_id: UUID
    agent_id: UUID


def encode(workspace_id: UUID, agent_id: UUID) -> str:
    """`wk_` and the 32 bytes of both ids, base64url without padding: 46 characters."""
    return PREFIX + base64.urlsafe_b64encode(workspace_id.bytes + agent_id.bytes).decode().rstrip("=")


def decode(widget_key: str) -> WidgetKey:
    """The ids in the key; `NotFound` for anything that `encode` does not make."""
    encoded = widget_key.removeprefix(PREFIX)
    try:
        ids = base64.b64decode(encoded + "=", altchars=b"-_", validate=True)
        key = WidgetKey(UUID(bytes=ids[:16]), UUID(bytes=ids[16:]))
    except (binascii.Error, ValueError):
        raise unknown_key() from None
    if encode(key.workspace_id, key.agent_id) != widget_key:
        raise unknown_key()
    return key


def unknown_key() -> NotFound:
    """What a site with a wrong script line is told."""
    return NotFound(
        "widget_key_unknown", "This widget key belongs to no agent. Copy the script line again from Deskbell."
    )
