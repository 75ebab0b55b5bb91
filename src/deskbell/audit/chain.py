"""The chain itself. Pure: each link's hash covers the link before it, so a changed, missing or moved row shows."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

ROOT = bytes(32)


@dataclass(frozen=True)
class Deed:
    """Who did what to what. Never a body, a name of a visitor, or any text of theirs."""

    workspace_id: UUID
    number: int
    at: datetime
    person_id: UUID | None
    actor: str
    deed: str
    subject: str


@dataclass(frozen=True)
class Link(Deed):
    """A deed as it is stored."""

    hash: bytes


def next_hash(before: bytes, deed: Deed) -> bytes:
    """SHA-256 over the hash before and the deed as canonical JSON (UTC, microseconds)."""
    person = str(deed.person_id) if deed.person_id else None
    at = deed.at.astimezone(UTC).isoformat(timespec="microseconds")
    entry = [str(deed.workspace_id), deed.number, at, person, deed.actor, deed.deed, deed.subject]
    return hashlib.sha256(
        before + json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    ).digest()


def first_broken(links: Sequence[Link], head: bytes) -> int | None:
    """The number of the first link that does not fit; None when all fit and the last one is `head`."""
    before = ROOT
    for number, link in enumerate(links, start=1):
        if link.number != number or link.hash != next_hash(before, link):
            return number
        before = link.hash
    return None if before == head else len(links) + 1
