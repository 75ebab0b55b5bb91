"""Passwords: argon2id at least at OWASP's floor, and never more at once than we allow."""

import asyncio
import threading

import pytest
from argon2 import Type, extract_parameters
from pwdlib import PasswordHash

from deskbell.kit import passwords

REAL = passwords.hashes  # before the fixture that makes all other tests quick


@pytest.fixture
def real_hashes(monkeypatch: pytest.MonkeyPatch) -> PasswordHash:
    monkeypatch.setattr(passwords, "hashes", REAL)
    return REAL


async def test_a_hash_is_argon2id_at_the_floor_or_above(real_hashes: None) -> None:
    stored = await passwords.hash_password("correct horse battery")

    cost = extract_parameters(stored)
    assert (cost.type, cost.memory_cost >= 19 * 1024, cost.time_cost >= 2) == (Type.ID, True, True)
    assert await passwords.password_matches("correct horse battery", stored)
    assert not await passwords.password_matches("correct horse batterx", stored)


async def test_nobody_has_a_password(real_hashes: None) -> None:
    assert not await passwords.password_matches("nobody has this password", None)


async def test_hashing_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, both, most, running = threading.Event(), threading.Event(), 0, 0

    def slow(_: str) -> str:
        nonlocal most, running
        running += 1
        most = max(most, running)
        if running == passwords.AT_ONCE:
            both.set()
        gate.wait(5)
        running -= 1
        return ""

    monkeypatch.setattr(passwords.hashes, "hash", slow)
    asked = [asyncio.create_task(passwords.hash_password("x")) for _ in range(20)]
    await asyncio.to_thread(both.wait, 5)
    gate.set()
    await asyncio.gather(*asked)

    assert most == passwords.AT_ONCE
