"""The visitor of the check. It goes through the commands of the widget's routes, and reads what a visitor's page reads."""

from dataclasses import dataclass
from uuid import UUID

from deskbell.channels.widget import commands as widget
from deskbell.channels.widget.bodies import FormBody, MessageBody
from deskbell.conversations import projection
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.events import wire
from deskbell.kit.db import Transaction
from deskbell.kit.errors import NotFound
from deskbell.kit.ids import new_id
from deskbell.setup_checks.jobs.world import Bench
from deskbell.visitors import commands as visitors
from deskbell.visitors.access import Visitor, visitor_of_token


@dataclass(frozen=True)
class Posted:
    """Where the visitor's message stands."""

    conversation_id: UUID
    seq: int


@dataclass(frozen=True)
class Thread:
    """A conversation with its messages, at one instant."""

    row: Conversation
    messages: tuple[wire.Message, ...]

    def after(self, seq: int) -> list[wire.Message]:
        return [message for message in self.messages if message.seq > seq]

    def agent_after(self, seq: int) -> list[wire.Message]:
        """What the agent has said since."""
        return [message for message in self.after(seq) if message.author is wire.Author.AGENT]


@dataclass(frozen=True)
class SimulatedVisitor:
    """One arrival at the widget."""

    bench: Bench
    id: UUID
    token: str

    @classmethod
    async def arrives(cls, bench: Bench) -> "SimulatedVisitor":
        """Marked: in no view, and nobody is rung for."""
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            visitor, token = await visitors.welcome(tx, bench.world.clock(), is_test=True, is_check=True)
        bench.visitors.append(visitor.id)
        return cls(bench, visitor.id, token)

    async def says(self, text: str) -> Posted:
        """Write a message."""
        bench = self.bench
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            body = MessageBody(key=f"check-{new_id().hex}", text=text)
            posted = await widget.receive(tx, await self._me(tx), bench.agent, body, bench.world.clock())
        return Posted(posted.conversation.id, posted.message.seq)

    async def presses_for_person(self) -> UUID:
        """The button that is always there; returns the conversation."""
        bench = self.bench
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            key = f"check-{new_id().hex}"
            row = await widget.press_for_person(
                tx, await self._me(tx), bench.agent, bench.world.clock(), key=key
            )
        return row.id

    async def fills(self, conversation_id: UUID, values: dict[str, str], *, leave_it: bool = False) -> None:
        """Send the card of details; `leave_it`: "Just connect me"."""
        bench = self.bench
        body = FormBody(key=f"check-{new_id().hex}", values=values, just_connect_me=leave_it)
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            visitor = await self._me(tx)
            row = await conversations.locked(tx, conversation_id)
            if row is not None:
                await widget.fill_form(tx, visitor, bench.agent, row, body, bench.world.clock())

    async def thread(self, conversation_id: UUID) -> Thread:
        """The conversation as it is now."""
        async with self.bench.world.database.snapshot(self.bench.check.workspace_id) as tx:
            row = await conversations.conversation(tx, conversation_id)
            if row is None:
                raise NotFound(
                    "conversation_not_found", "The test conversation was removed during the check."
                )
            rows = await conversations.messages(tx, row.id)
        return Thread(row, tuple(projection.message(message) for message in rows))

    async def _me(self, tx: Transaction) -> Visitor:
        return await visitor_of_token(tx, self.token, lock=True)
