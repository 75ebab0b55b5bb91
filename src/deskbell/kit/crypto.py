"""Sealing secrets that must be read again (a model's key): AES-256-GCM (NIST SP 800-38D) under a key derived from the
server key (HKDF-SHA256, RFC 5869). Passwords and tokens are never sealed: they are hashed.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from deskbell.kit.errors import Refused

FORMAT = b"\x01"
NONCE_BYTES = 12


def seal(server_key: bytes, secret: str, *, bound_to: str) -> bytes:
    """Encrypt `secret`. It opens only with the same `bound_to` (name the row), so it cannot be moved to another row."""
    nonce = os.urandom(NONCE_BYTES)
    return FORMAT + nonce + _cipher(server_key).encrypt(nonce, secret.encode(), FORMAT + bound_to.encode())


def unseal(server_key: bytes, sealed: bytes, *, bound_to: str) -> str:
    """The secret again; `Refused` when the server key has changed or the bytes were touched or moved."""
    version, nonce, ciphertext = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return _cipher(server_key).decrypt(nonce, ciphertext, version + bound_to.encode()).decode()
    except (InvalidTag, ValueError) as problem:
        raise Refused(
            "secret_unreadable", "A stored key cannot be read: the server key has changed. Enter it again."
        ) from problem


def _cipher(server_key: bytes) -> AESGCM:
    derived = HKDF(hashes.SHA256(), length=32, salt=None, info=b"deskbell sealing").derive(server_key)
    return AESGCM(derived)
