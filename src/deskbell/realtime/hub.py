"""One reader of the log per workspace that somebody watches here. Wake-ups make it fast; a look every few seconds makes it sure."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

import psycopg
import structlog
from psycopg_pool import PoolTimeout
from pydantic import ValidationError

from deskbell.bus import Bus
from deskbell.channels.widget.wire import ConversationForVisitor, MessageForVisitor
from deskbell.events.ephemeral import EPHEMERAL, Ephemeral
from deskbell.events.queries import Entry, head, read_log
from deskbell.events.types import Event
from deskbell.kit.db import Database
from deskbell.realtime.drafts import DraftGate
from deskbell.realtime.for_visitor import for_visitor, visitor_of
from deskbell.realtime.mailbox import Mailbox

LOOK_AGAIN_SECONDS = 3.0
PAGE = 500

log = structlog.get_logger(__name__)


MemberLetter: TypeAlias = Entry | Ephemeral
VisitorLetter: TypeAlias = MessageForVisitor | ConversationForVisitor | Ephemeral


@dataclass
class _Watched:
    """A workspace with streams in this process, and how far its log has been read here."""

    position: int
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    members: set[Mailbox[MemberLetter]] = field(default_factory=set[Mailbox[MemberLetter]])
    visitors: defaultdict[UUID, set[Mailbox[VisitorLetter]]] = field(
        default_factory=lambda: defaultdict[UUID, set[Mailbox[VisitorLetter]]](set)
    )
    reader: asyncio.Task[None] | None = None

    def visitors_of(self, visitor_id: UUID | None) -> "set[Mailbox[VisitorLetter]]":
        """The streams of one visitor (a visitor may have several tabs)."""
        return set() if visitor_id is None else self.visitors.get(visitor_id, set())

    @property
    def deserted(self) -> bool:
        return not self.members and not self.visitors


class Hub:
    """Mailboxes of members and visitors, filled from the log of their workspace."""

    def __init__(self, database: Database, bus: Bus) -> None:
        self._database = database
        self._watched: dict[UUID, _Watched] = {}
        self._gate = DraftGate()
        self._unsubscribe = [
            bus.subscribe("log:", self._log_grew),
            bus.subscribe("ephemeral:", self._ephemeral_came),
        ]

    async def watch_as_member(self, workspace_id: UUID) -> Mailbox[MemberLetter]:
        """Everything of the workspace from now on. `leave` when the stream ends."""
        watched = await self._watch(workspace_id)
        mailbox: Mailbox[MemberLetter] = Mailbox()
        watched.members.add(mailbox)
        return mailbox

    async def watch_as_visitor(self, workspace_id: UUID, visitor_id: UUID) -> Mailbox[VisitorLetter]:
        """What is for this visitor, from now on."""
        watched = await self._watch(workspace_id)
        mailbox: Mailbox[VisitorLetter] = Mailbox()
        watched.visitors[visitor_id].add(mailbox)
        return mailbox

    def leave(self, workspace_id: UUID, mailbox: Mailbox[Any], visitor_id: UUID | None = None) -> None:
        """The stream has ended; the last one out stops the reader."""
        watched = self._watched.get(workspace_id)
        if watched is None:
            return
        watched.members.discard(mailbox)
        if visitor_id is not None and visitor_id in watched.visitors:
            watched.visitors[visitor_id].discard(mailbox)
            if not watched.visitors[visitor_id]:
                del watched.visitors[visitor_id]
        if watched.deserted:
            del self._watched[workspace_id]
            if watched.reader:
                watched.reader.cancel()

    def close(self) -> None:
        """The process is going: every stream ends with "resume"."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        for watched in self._watched.values():
            for mailbox in _boxes(watched):
                mailbox.close()

    async def _watch(self, workspace_id: UUID) -> _Watched:
        watched = self._watched.get(workspace_id)
        if watched is None:
            async with self._database.transaction(workspace_id) as tx:
                position = await head(tx)
            watched = self._watched.setdefault(workspace_id, _Watched(position))
        if watched.reader is None or watched.reader.done():
            watched.reader = asyncio.create_task(self._read(workspace_id, watched), name="log reader")
        return watched

    async def _read(self, workspace_id: UUID, watched: _Watched) -> None:
        while True:
            try:
                await self._deliver_new(workspace_id, watched)
            except (psycopg.Error, PoolTimeout):
                log.warning("realtime.log_unreadable")
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN_SECONDS):  # not wait_for: it can swallow our end
                    await watched.stirred.wait()

    async def _deliver_new(self, workspace_id: UUID, watched: _Watched) -> None:
        while True:
            watched.stirred.clear()
            entries = await read_log(self._database, workspace_id, watched.position, limit=PAGE)
            for entry in entries:
                watched.position = entry.position
                self._deliver(watched, entry)
            if len(entries) < PAGE:
                return

    def _deliver(self, watched: _Watched, entry: Entry) -> None:
        for mailbox in watched.members:
            mailbox.put(entry)
        if entry.conversation_id is not None and (event := _understood(entry)) is not None:
            self._deliver_of_conversation(watched, event)

    def _deliver_of_conversation(self, watched: _Watched, event: Event) -> None:
        withdrawn = self._gate.withdrawn_by(event)
        if withdrawn is not None:
            self._spread(watched, withdrawn)
        boxes = watched.visitors_of(visitor_of(event))
        letter = for_visitor(event) if boxes else None
        if letter is not None:
            for mailbox in boxes:
                mailbox.put(letter)

    def _log_grew(self, topic: str, _: bytes) -> None:
        watched = self._watched.get(UUID(topic.partition(":")[2]))
        if watched is not None:
            watched.stirred.set()

    def _ephemeral_came(self, topic: str, payload: bytes) -> None:
        watched = self._watched.get(UUID(topic.partition(":")[2]))
        if watched is None:
            return
        try:
            sign = EPHEMERAL.validate_json(payload)
        except ValidationError:  # of a process with another version: not shown on the way
            return
        if self._gate.lets_through(sign):
            self._spread(watched, sign)

    def _spread(self, watched: _Watched, sign: Ephemeral) -> None:
        for mailbox in watched.members:
            mailbox.put(sign)
        for mailbox in watched.visitors_of(sign.visitor_id):
            mailbox.put(sign)


def _understood(entry: Entry) -> Event | None:
    """None for what another version wrote (an upgrade under way): one such event must not silence all that follow."""
    try:
        return entry.event
    except ValidationError:
        log.warning("realtime.event_not_understood", position=entry.position)
        return None


def _boxes(watched: _Watched) -> Iterator[Mailbox[Any]]:
    yield from watched.members
    for boxes in watched.visitors.values():
        yield from boxes


@contextmanager
def leaving(
    hub: Hub, workspace_id: UUID, mailbox: Mailbox[Any], visitor_id: UUID | None = None
) -> Iterator[None]:
    """Whatever ends the stream, the mailbox goes."""
    try:
        yield
    finally:
        hub.leave(workspace_id, mailbox, visitor_id)
