"""The second look for an emergency, before anything else of a turn: it hears what the words alone did not tell the
visitor's request, and raises the same alarm.
"""

from dataclasses import dataclass
from uuid import UUID

import structlog

from deskbell.agents.access import open_agent
from deskbell.answering.queries import unanswered
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands.alarming import Alert, approved_card, raise_alarm
from deskbell.embedding.embedder import Embedder
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database, Transaction
from deskbell.safety import second_look
from deskbell.safety.emergency import kind_of

LANGUAGE = "en"  # of the sentences it was fitted on, so of the card

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class SecondLook:
    """It was fitted on one model's vectors: with any other embedder it hears nothing."""

    database: Database
    clock: Clock
    embedder: Embedder

    async def alarms(self, workspace_id: UUID, conversation_id: UUID) -> bool:
        """Whether what waits for the agent's answer is an emergency. Then it has been raised, once per message."""
        if self.embedder.name != second_look.MODEL:
            return False
        async with self.database.transaction(workspace_id) as tx:
            row = await conversations.conversation(tx, conversation_id)
            text = await _waiting(tx, row) if row is not None and row.state == "agent" else ""
        sentence = await self._alarming(text)
        if row is None or sentence is None:
            return False
        async with self.database.transaction(workspace_id) as tx:
            await self._raise(tx, row, sentence)
        return True

    async def _alarming(self, text: str) -> str | None:
        sentences = second_look.to_look_at(text)
        if not sentences:
            return None
        try:
            vectors = await self.embedder.embed_passages(sentences)
        except Exception as failure:  # noqa: BLE001 - the first look has been taken; the turn goes on
            log.warning("second_look.failed", error=type(failure).__name__)
            return None
        return second_look.alarming(sentences, vectors.tolist())

    async def _raise(self, tx: Transaction, seen: Conversation, sentence: str) -> None:
        """Also when a member has taken over meanwhile: who holds it keeps it, and sees that it is an emergency."""
        row = await conversations.locked(tx, seen.id)
        key = f"second_look:{seen.last_visitor_seq}"
        if row is None or await _raised_before(tx, row, key):
            return
        agent = await open_agent(tx, row.agent_id)
        card = approved_card(agent.emergency_region, LANGUAGE)
        await raise_alarm(tx, row, Alert(kind_of(sentence.split()), card), self.clock(), key=key)


async def _waiting(tx: Transaction, row: Conversation) -> str:
    thread = [projection.message(message) for message in await conversations.messages(tx, row.id)]
    text, _ = unanswered(thread)
    return text


async def _raised_before(tx: Transaction, row: Conversation, key: str) -> bool:
    return any(message.key == f"emergency:{key}" for message in await conversations.messages(tx, row.id))
