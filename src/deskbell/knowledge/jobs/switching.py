"""Moving an agent to another embedding model: its vectors are made anew beside the old ones, which answer until all are there.

Where visitor text stays on this server, the only model is the built-in one, whatever the server is set to.
What was made is kept, so a switch that was interrupted goes on where it was. Sources that come meanwhile are picked up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import structlog

from deskbell.embedding.choosing import Embedders
from deskbell.embedding.embedder import Embedder
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import Claimed, Work, confirm
from deskbell.knowledge import queries
from deskbell.knowledge.commands import vector_sets
from deskbell.knowledge.commands.vector_sets import SWITCH
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.jobs.learning import allowed
from deskbell.knowledge.passages import Cut

AT_ONCE = 32
REFUSED = "The embeddings server is not used: visitor text stays on this server in this workspace."

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Switching:
    """The work of a switch, with the world it needs."""

    database: Database
    embedders: Embedders

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {SWITCH: self.switch}

    async def switch(self, job: Claimed) -> None:
        """Prepare → flip in one transaction → remove the old vectors."""
        agent_id = UUID(job.args["agent_id"])
        while not await self._moved(job, agent_id):
            pass
        await self._remove_old(job, agent_id)

    async def _moved(self, job: Claimed, agent_id: UUID) -> bool:
        """False when the workspace has changed its mind, or a passage has come, before the new vectors could serve."""
        async with self.database.transaction(job.workspace_id) as tx:
            embedder = await self._embedder(tx)
            prepared = await vector_sets.prepare(tx, agent_id, embedder.name)
        if prepared is None:
            return True
        if not await self._embed_missing(job, agent_id, prepared, embedder):
            return False
        async with self.database.transaction(job.workspace_id) as tx:
            await confirm(tx, job)
            if (await self._embedder(tx)).name != embedder.name:
                return False
            return await vector_sets.serve_if_complete(tx, agent_id, prepared)

    async def _embedder(self, tx: Transaction) -> Embedder:
        """The one that the agent shall be on. Another one is refused where text stays here."""
        embedder = (await allowed(tx, self.embedders)).chosen
        if embedder.name != self.embedders.chosen.name:
            log.info("switch.refused", reason=REFUSED)
        return embedder

    async def _embed_missing(self, job: Claimed, agent_id: UUID, prepared: int, embedder: Embedder) -> bool:
        """Batch by batch; before each one is sent anywhere, the workspace must still allow it."""
        while True:
            async with self.database.transaction(job.workspace_id) as tx:
                if (await allowed(tx, self.embedders)).chosen.name != embedder.name:
                    return False
                missing = await queries.unembedded(tx, agent_id, prepared, AT_ONCE)
            if not missing:
                return True
            vectors = await embed(embedder, [Cut(passage.path, passage.text) for passage in missing])
            async with self.database.transaction(job.workspace_id) as tx:
                await confirm(tx, job)
                await vector_sets.add_vectors(
                    tx, agent_id, prepared, [passage.number for passage in missing], vectors
                )

    async def _remove_old(self, job: Claimed, agent_id: UUID) -> None:
        left = True
        while left:
            async with self.database.transaction(job.workspace_id) as tx:
                left = await vector_sets.remove_some_retired(tx, agent_id)
