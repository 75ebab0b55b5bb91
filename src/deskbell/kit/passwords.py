"""Password hashes: argon2id at the OWASP floor (19 MiB, 2 passes), off the event loop, a few at a time.

Hashing is meant to be slow; the limit keeps a flood of sign-ins from taking every core and much memory.
"""

import asyncio
from functools import cache
from weakref import WeakKeyDictionary

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

AT_ONCE = 2

hashes = PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


async def hash_password(password: str) -> str:
    """The PHC string to store."""
    async with _turn():
        return await asyncio.to_thread(hashes.hash, password)


async def password_matches(password: str, stored: str | None) -> bool:
    """Whether `password` made `stored`. With nothing stored it takes as long, and is False."""
    async with _turn():
        matches = await asyncio.to_thread(
            hashes.verify, password, stored or await asyncio.to_thread(_nobodys)
        )
    return matches and stored is not None


@cache
def _nobodys() -> str:
    return hashes.hash("nobody has this password")


def _turn() -> asyncio.Semaphore:
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
