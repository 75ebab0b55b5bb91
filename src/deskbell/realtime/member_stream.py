"""A member's stream: replay after a position, then live. The long poll reads the same log the same way."""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from uuid import UUID

from deskbell.events.queries import Entry, read_log
from deskbell.kit.db import Database
from deskbell.realtime.frames import PING, RESUME, frame
from deskbell.realtime.hub import Hub, MemberLetter, leaving
from deskbell.realtime.mailbox import Closed, Mailbox

PING_SECONDS = 15.0
RIGHTS_SECONDS = 4.0  # a session that has ended loses its stream within this, however busy the log is
LIFE_SECONDS = 15 * 60.0
PAGE = 500


async def member_frames(
    hub: Hub, database: Database, workspace_id: UUID, after: int, still_member: Callable[[], Awaitable[bool]]
) -> AsyncGenerator[bytes, None]:
    """Every event after `after`, each once, in order. Ends with "resume" after a set life, a slow reader, or a lost right."""
    mailbox = await hub.watch_as_member(workspace_id)
    with leaving(hub, workspace_id, mailbox):
        yield PING
        position = after
        async for entry in _replay(database, workspace_id, after):
            yield _event(entry)
            position = entry.position
        async for chunk in _live(mailbox, position, still_member):
            yield chunk


async def member_page(
    hub: Hub, database: Database, workspace_id: UUID, after: int, wait_seconds: float
) -> list[Entry]:
    """The next events after `after`; waits up to `wait_seconds` for the first. For networks that break streams."""
    mailbox = await hub.watch_as_member(workspace_id)
    with leaving(hub, workspace_id, mailbox):
        until = time.monotonic() + wait_seconds
        while True:
            entries = list(await read_log(database, workspace_id, after, limit=PAGE))
            left = until - time.monotonic()
            if entries or left <= 0 or isinstance(await mailbox.get(left), Closed):
                return entries


async def _replay(database: Database, workspace_id: UUID, after: int) -> AsyncGenerator[Entry, None]:
    while True:
        entries = await read_log(database, workspace_id, after, limit=PAGE)
        for entry in entries:
            yield entry
        if len(entries) < PAGE:
            return
        after = entries[-1].position


async def _live(
    mailbox: Mailbox[MemberLetter], position: int, still_member: Callable[[], Awaitable[bool]]
) -> AsyncGenerator[bytes, None]:
    began = looked = time.monotonic()
    sent = began
    while (at := time.monotonic()) < began + LIFE_SECONDS:
        letter = await mailbox.get(max(looked + RIGHTS_SECONDS - at, 0.0))
        if isinstance(letter, Closed):
            break
        if letter is None or at >= looked + RIGHTS_SECONDS or _changes_rights(letter):
            if not await still_member():
                break
            looked = time.monotonic()
        chunk = _chunk(letter, position, quiet=looked - sent)
        if isinstance(letter, Entry):
            position = max(position, letter.position)
        if chunk is not None:
            sent = time.monotonic()
            yield chunk
    yield RESUME


def _chunk(letter: MemberLetter | None, position: int, *, quiet: float) -> bytes | None:
    if letter is None:
        return PING if quiet >= PING_SECONDS else None
    if not isinstance(letter, Entry):
        return frame("ephemeral", letter.model_dump_json())
    return _event(letter) if letter.position > position else None


def _event(entry: Entry) -> bytes:
    return frame("event", f'{{"position":{entry.position},"event":{entry.body}}}', id_=entry.position)


def _changes_rights(letter: MemberLetter) -> bool:
    return isinstance(letter, Entry) and '"member.' in letter.body
