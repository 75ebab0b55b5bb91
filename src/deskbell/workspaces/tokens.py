"""The secret in an invitation's link. Pure: it is made again from the server's key whenever the link is shown or sent.

Form: base64url(workspace id) "." base64url(HMAC-SHA256). The first part names the workspace, the second proves it.
"""

import base64
import binascii
import hashlib
import hmac
from uuid import UUID


def invitation_token(key: bytes, workspace_id: UUID, invitation_id: UUID, generation: int) -> str:
    """The token of one generation of an invitation's link; 256 bit, never stored."""
    message = b"invitation" + workspace_id.bytes + invitation_id.bytes + generation.to_bytes(4, "big")
    return f"{_encode(workspace_id.bytes)}.{_encode(hmac.digest(key, message, hashlib.sha256))}"


def invitation_link(public_url: str, token: str) -> str:
    """Where the invited person goes. The token is in the fragment: browsers send it to no server and no log."""
    return f"{public_url.rstrip('/')}/invitation#{token}"


def workspace_of(token: str) -> UUID | None:
    """The workspace that a token names, or None when it is not a token. Proves nothing."""
    name, dot, proof = token.strip().partition(".")
    if not dot or not proof:
        return None
    try:
        return UUID(bytes=base64.b64decode(name + "==", altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        return None


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
