"""A clinic with one agent, and a worker that trains what it is given."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskbell.embedding import ScriptedEmbedder
from deskbell.events.commands import settling
from deskbell.kit.db import Database, Transaction
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Runner
from deskbell.knowledge import commands, queries
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.jobs import HEIRS, Training
from deskbell.knowledge.tables import Source

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass
class Clinic:
    """A workspace whose agent learns. `trains` does what the worker does."""

    database: Database
    workspace_id: UUID
    agent_id: UUID
    training: Training

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self.database.transaction(self.workspace_id)

    async def trains(self) -> None:
        await Runner(self.database, self.training.works(), heirs=HEIRS).run_pending()

    async def given_text(self, title: str, text: str) -> Source:
        async with self.transaction() as tx:
            return await commands.add_text(tx, self.agent_id, title=title, text=text, at=NOON)

    async def given_file(self, file_name: str, content: bytes) -> Source:
        async with self.transaction() as tx:
            return await commands.add_file(tx, self.agent_id, file_name=file_name, content=content, at=NOON)

    async def source(self, source_id: UUID) -> Source | None:
        async with self.transaction() as tx:
            return await queries.find_source(tx, source_id)

    async def finds(self, question: str, agent_id: UUID | None = None) -> Sequence[Found]:
        vector = await self.training.embedder.embed_question(question)
        async with self.transaction() as tx:
            search = queries.Search(agent_id or self.agent_id, question, vector, self.training.embedder.name)
            return await queries.find_passages(tx, search)


async def _clinic(database: Database, reader: Reader) -> Clinic:
    workspace_id, agent_id = new_id(), new_id()
    async with database.transaction(workspace_id) as tx:
        await tx.run(
            "INSERT INTO workspaces (id, name, created_at) VALUES (%(id)s, 'Harbor', %(at)s)",
            id=workspace_id,
            at=NOON,
        )
        await tx.run(
            """INSERT INTO agents (workspace_id, id, name, greeting, created_at)
               VALUES (%(w)s, %(id)s, 'Lumi', 'Hello!', %(at)s)""",
            w=workspace_id,
            id=agent_id,
            at=NOON,
        )
    training = Training(database, ScriptedEmbedder(), reader, lambda: NOON)
    return Clinic(database, workspace_id, agent_id, training)


@pytest.fixture(scope="session")
async def reader() -> AsyncIterator[Reader]:
    started = Reader()
    yield started
    await started.close()


@pytest.fixture
async def clinic(database: Database, reader: Reader) -> Clinic:
    database.settle = settling(lambda _event, _tx: [])
    return await _clinic(database, reader)


@pytest.fixture
async def other_clinic(clinic: Clinic, reader: Reader) -> Clinic:
    """Of another workspace."""
    return await _clinic(clinic.database, reader)
