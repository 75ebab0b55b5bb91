"""A visitor's stream: what they missed of their own thread by `seq`, then live."""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from deskbell.channels.widget import queries as widget
from deskbell.channels.widget.bodies import Snapshot
from deskbell.channels.widget.wire import (
    ConversationForVisitor,
    DraftForVisitor,
    DraftWithdrawn,
    MessageForVisitor,
    TypingForVisitor,
    VisitorEvent,
)
from deskbell.events import ephemeral
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.realtime.frames import PING, RESUME, frame
from deskbell.realtime.hub import Hub, VisitorLetter, leaving
from deskbell.realtime.mailbox import Closed, Mailbox

PING_SECONDS = 15.0
LIFE_SECONDS = 15 * 60.0


@dataclass(frozen=True)
class Place:
    """Whose thread, and up to which `seq` the browser has it."""

    workspace_id: UUID
    visitor_id: UUID
    after: int


async def visitor_frames(
    hub: Hub, database: Database, clock: Clock, place: Place
) -> AsyncGenerator[bytes, None]:
    """Every message after `place.after`, each once, in order, and every change of who is there."""
    mailbox = await hub.watch_as_visitor(place.workspace_id, place.visitor_id)
    with leaving(hub, place.workspace_id, mailbox, place.visitor_id):
        missed = await read_after(database, clock, place)
        if missed.conversation is not None:
            for message in missed.messages:
                event = MessageForVisitor(message=message, conversation=missed.conversation)
                yield _frame(event, message.seq)
            yield _frame(ConversationForVisitor(conversation=missed.conversation))
        else:
            yield PING
        async for chunk in _live(mailbox, missed, lambda: read_after(database, clock, place)):
            yield chunk


async def visitor_page(
    hub: Hub, database: Database, clock: Clock, place: Place, wait_seconds: float
) -> Snapshot:
    """The messages after `place.after`; waits up to `wait_seconds` for something to change."""
    mailbox = await hub.watch_as_visitor(place.workspace_id, place.visitor_id)
    with leaving(hub, place.workspace_id, mailbox, place.visitor_id):
        until = time.monotonic() + wait_seconds
        while True:
            snapshot = await read_after(database, clock, place)
            left = until - time.monotonic()
            if snapshot.messages or left <= 0 or await mailbox.get(left) is not None:
                return snapshot if snapshot.messages else await read_after(database, clock, place)


async def read_after(database: Database, clock: Clock, place: Place) -> Snapshot:
    """The thread with only the messages after `place.after`."""
    async with database.snapshot(place.workspace_id) as tx:
        snapshot = await widget.snapshot(tx, place.visitor_id, clock())
    after = place.after if place.after <= snapshot.last_seq else 0  # another thread has begun meanwhile
    fresh = [message for message in snapshot.messages if message.seq > after]
    return snapshot.model_copy(update={"messages": fresh})


async def _live(
    mailbox: Mailbox[VisitorLetter], missed: Snapshot, look: Callable[[], Awaitable[Snapshot]]
) -> AsyncGenerator[bytes, None]:
    known = _Known(missed.conversation.id if missed.conversation else None, missed.last_seq)
    ends = time.monotonic() + LIFE_SECONDS
    while time.monotonic() < ends:
        letter = await mailbox.get(PING_SECONDS)
        if isinstance(letter, Closed):
            break
        if letter is None:
            yield PING
            continue
        if known.covers(letter):
            continue
        if isinstance(letter, MessageForVisitor):
            known = _Known(letter.conversation.id, letter.message.seq)
            yield _frame(letter, known.seq)
            if letter.message.author == "desk" and letter.conversation.state == "waiting":
                yield _frame(_who_is_there(letter, await look()))
        else:
            event = _shown(letter)
            if event is not None:
                yield _frame(event)
    yield RESUME


def _who_is_there(letter: MessageForVisitor, now: Snapshot) -> ConversationForVisitor:
    """With a line about waiting comes the truth about people at this moment, and the place in line."""
    is_same = now.conversation is not None and now.conversation.last_seq == letter.conversation.last_seq
    conversation = now.conversation if now.conversation and is_same else letter.conversation
    return ConversationForVisitor(conversation=conversation, availability=now.availability)


@dataclass(frozen=True)
class _Known:
    """What the browser has. The log's reader may lag behind the snapshot that a stream begins with."""

    conversation_id: UUID | None
    seq: int

    def covers(self, letter: VisitorLetter) -> bool:
        """True for what is older than what was sent already: it would take the browser back in time."""
        if self.conversation_id is None or not isinstance(letter, MessageForVisitor | ConversationForVisitor):
            return False
        if letter.conversation.id != self.conversation_id:
            return letter.conversation.id < self.conversation_id  # ids are in the order of their creation
        if isinstance(letter, MessageForVisitor):
            return letter.message.seq <= self.seq
        return letter.conversation.last_seq < self.seq


def _shown(letter: ConversationForVisitor | ephemeral.Ephemeral) -> VisitorEvent | None:
    match letter:
        case ConversationForVisitor():
            return letter
        case ephemeral.Draft():
            return DraftForVisitor(turn_id=letter.turn_id, text=letter.text)
        case ephemeral.DraftWithdrawn():
            return DraftWithdrawn(turn_id=letter.turn_id)
        case ephemeral.Typing():
            return None if letter.member_id is None else TypingForVisitor(who=letter.who)


def _frame(event: VisitorEvent, seq: int | None = None) -> bytes:
    return frame(event.type, event.model_dump_json(), id_=seq)
