"""Signatures of webhooks, as Standard Webhooks describes them (standardwebhooks.com, 1.0.0). Pure."""

import base64
import hashlib
import hmac

PREFIX = "whsec_"


def written_secret(key: bytes) -> str:
    """The secret as it is given to whoever checks signatures."""
    return PREFIX + base64.b64encode(key).decode()


def signature(secret: str, message_id: str, timestamp: int, body: str) -> str:
    """The value of `webhook-signature`: HMAC-SHA256 over id, seconds and body."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signed = f"{message_id}.{timestamp}.{body}".encode()
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
