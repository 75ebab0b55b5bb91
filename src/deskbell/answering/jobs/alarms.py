"""The second look for an emergency: before anything else of a turn, and in a job of its own for what people hold or what a
form has collected. It hears what the words alone did not tell the visitor's request, and raises the same alarm.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias
from uuid import UUID

import structlog

from deskbell import __version__
from deskbell.agents.access import open_agent
from deskbell.answering import commands
from deskbell.answering.queries import unanswered
from deskbell.answering.tracing import decisions
from deskbell.answering.tracing.trace import Trace, Understood, Versions
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands.alarming import Alert, approved_card, give_concern, raise_alarm
from deskbell.embedding.embedder import Embedder
from deskbell.events.wire import Author, Message, MessageKind, Priority
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import Claimed, Job
from deskbell.kit.languages import FALLBACK, language_in
from deskbell.safety import second_look
from deskbell.safety.cards import quiet_line
from deskbell.safety.emergency import kind_of

LOOK = "answering.second_look"
LOOK_AT_DETAILS = "answering.second_look_at_details"
LINES_READ_TOGETHER = 3

log = structlog.get_logger(__name__)


def look_job(workspace_id: UUID, conversation_id: UUID) -> Job:
    """For what a visitor writes while the agent does not hold the conversation: then no turn looks."""
    args = {"conversation_id": str(conversation_id)}
    return Job(LOOK, workspace_id, args, dedupe_key=f"look:{conversation_id}")


def look_at_details_job(workspace_id: UUID, conversation_id: UUID) -> Job:
    """For what stands in the card of details, which is no message of the thread."""
    args = {"conversation_id": str(conversation_id)}
    return Job(LOOK_AT_DETAILS, workspace_id, args, dedupe_key=f"look_at_details:{conversation_id}")


@dataclass(frozen=True)
class Seen:
    """What is looked at, and what it is: "message:7", "details:1". A sentence of it is raised once."""

    text: str
    of: str

    def key(self, sentence: str) -> str:
        """Of the alarm. No word of the visitor is in it."""
        return f"second_look:{self.of}:{sha256(sentence.encode()).hexdigest()[:16]}"


Reads: TypeAlias = Callable[[Transaction, Conversation], Awaitable[Seen | None]]


@dataclass(frozen=True)
class SecondLook:
    """It was fitted on one model's vectors: with any other embedder it hears nothing."""

    database: Database
    clock: Clock
    embedder: Embedder

    async def before_the_turn(self, workspace_id: UUID, conversation_id: UUID) -> second_look.Heard | None:
        """What is heard in what waits for the agent's answer. An emergency has been raised then, once per message; for a concern the
        numbers are shown and the turn goes on.
        """
        return await self._look(workspace_id, conversation_id, _waiting_for_the_agent)

    async def look(self, job: Claimed) -> None:
        """At the visitor's last lines in a conversation that people have, or wait for."""
        await self._look(job.workspace_id, UUID(job.args["conversation_id"]), _written_to_people)

    async def look_at_details(self, job: Claimed) -> None:
        """At the details of this segment, as they were typed."""
        await self._look(job.workspace_id, UUID(job.args["conversation_id"]), _typed_as_details)

    async def _look(
        self, workspace_id: UUID, conversation_id: UUID, reads: Reads
    ) -> second_look.Heard | None:
        async with self.database.transaction(workspace_id) as tx:
            row = await conversations.conversation(tx, conversation_id)
            seen = await reads(tx, row) if row is not None else None
        heard = await self.hears(seen.text) if seen is not None else None
        if row is None or seen is None or heard is None:
            return None
        async with self.database.transaction(workspace_id) as tx:
            if heard.level == "emergency":
                await self._raise(tx, row, seen, heard)
            else:
                await self._show_the_numbers(tx, row, seen, heard)
        return heard

    async def hears(self, text: str) -> second_look.Heard | None:
        """The sentence that alarms or gives concern. Nothing is raised."""
        sentences = second_look.to_look_at(text) if self.embedder.name == second_look.MODEL else []
        if not sentences:
            return None
        try:
            vectors = await self.embedder.embed_passages(second_look.plain(sentences))
        except Exception as failure:  # noqa: BLE001 - the first look has been taken; the turn goes on
            log.warning("second_look.failed", error=type(failure).__name__)
            return None
        return second_look.heard_in(sentences, vectors.tolist())

    async def _raise(
        self, tx: Transaction, before: Conversation, seen: Seen, heard: second_look.Heard
    ) -> None:
        """Also when a member has taken over meanwhile: who holds it keeps it, and sees that it is an emergency."""
        row, key = await conversations.locked(tx, before.id), seen.key(heard.sentence)
        if row is None or await conversations.message_by_key(tx, row.id, f"emergency:{key}"):
            return
        if row.priority == Priority.EMERGENCY and before.state != "agent":
            return  # whoever has it knows already
        agent = await open_agent(tx, row.agent_id)
        card = approved_card(agent.emergency_region, language_in(seen.text) or FALLBACK)
        trace = Trace(understood=Understood(written=seen.text), versions=Versions(product=__version__))
        trace.decided(decisions.second_look(heard))
        turn_id = await commands.keep_alarm(tx, before, trace, self.clock())
        alert = Alert(kind_of(heard.sentence.split()), card, turn_id)
        await raise_alarm(tx, row, alert, self.clock(), key=key)

    async def _show_the_numbers(
        self, tx: Transaction, before: Conversation, seen: Seen, heard: second_look.Heard
    ) -> None:
        row = await conversations.locked(tx, before.id)
        if row is None or row.state == "resolved":
            return
        agent, language = await open_agent(tx, row.agent_id), language_in(seen.text) or FALLBACK
        line = quiet_line(agent.emergency_region, language)
        alert = Alert(kind_of(heard.sentence.split()), None, quiet_line=line)
        await give_concern(tx, row, alert, self.clock())


async def _waiting_for_the_agent(tx: Transaction, row: Conversation) -> Seen | None:
    if row.state != "agent":
        return None
    text, _ = unanswered(await _thread(tx, row))
    return Seen(text, f"message:{row.last_visitor_seq}")


async def _written_to_people(tx: Transaction, row: Conversation) -> Seen | None:
    """The last lines since anybody but the visitor wrote: one sentence may be split over several."""
    if row.state not in {"waiting", "member"} or row.priority == Priority.EMERGENCY:
        return None
    lines: list[str] = []
    for message in reversed(await _thread(tx, row)):
        if _ends_the_lines(message) or len(lines) == LINES_READ_TOGETHER:
            break
        if message.author is Author.VISITOR:
            lines.insert(0, message.text)
    return Seen("\n".join(lines), f"message:{row.last_visitor_seq}")


def _ends_the_lines(message: Message) -> bool:
    spoken = message.author in {Author.AGENT, Author.MEMBER}
    return spoken or message.kind in {MessageKind.EMERGENCY, MessageKind.RESOLVED, MessageKind.HANDED_BACK}


async def _typed_as_details(tx: Transaction, row: Conversation) -> Seen | None:
    if row.state == "resolved" or row.priority == Priority.EMERGENCY:
        return None
    fields = await conversations.fields(tx, row.id, row.segment)
    typed = "\n".join(field.original or field.value for field in fields if not field.missing)
    return Seen(typed, f"details:{row.segment}")


async def _thread(tx: Transaction, row: Conversation) -> Sequence[Message]:
    return [projection.message(message) for message in await conversations.messages(tx, row.id)]
