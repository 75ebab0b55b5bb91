"""Moving an agent to another embedding model: its vectors are made anew beside the old ones, which answer until all are there.

What was made is kept, so a switch that was interrupted goes on where it was. Sources that come meanwhile are picked up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell.embedding.choosing import Embedders
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Work, confirm
from deskbell.knowledge import queries
from deskbell.knowledge.commands import vector_sets
from deskbell.knowledge.commands.vector_sets import SWITCH
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.passages import Cut

AT_ONCE = 32


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
        async with self.database.transaction(job.workspace_id) as tx:
            prepared = await vector_sets.prepare(tx, agent_id, self.embedders.chosen.name)
        while prepared is not None:
            await self._embed_missing(job, agent_id, prepared)
            async with self.database.transaction(job.workspace_id) as tx:
                await confirm(tx, job)
                if await vector_sets.serve_if_complete(tx, agent_id, prepared):
                    break
        await self._remove_old(job, agent_id)

    async def _embed_missing(self, job: Claimed, agent_id: UUID, prepared: int) -> None:
        while True:
            async with self.database.transaction(job.workspace_id) as tx:
                missing = await queries.unembedded(tx, agent_id, prepared, AT_ONCE)
            if not missing:
                return
            vectors = await embed(
                self.embedders.chosen, [Cut(passage.path, passage.text) for passage in missing]
            )
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
