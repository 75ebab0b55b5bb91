"""Looking over everything an agent knows for contradictions and for what is out of date. Runs after each training."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Work, confirm
from deskbell.knowledge.commands.flags import LOOK, write_flags
from deskbell.knowledge.freshness.conflicts import conflicts
from deskbell.knowledge.freshness.staleness import stale
from deskbell.knowledge.queries.flags import stated_passages

MOST_PASSAGES = 5000


@dataclass(frozen=True)
class Looking:
    """The work, with the world it needs."""

    database: Database
    clock: Clock

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {LOOK: self.look}

    async def look(self, job: Claimed) -> None:
        """What is found replaces what was found before."""
        agent_id = UUID(job.args["agent_id"])
        async with self.database.transaction(job.workspace_id) as tx:
            passages = await stated_passages(tx, agent_id, limit=MOST_PASSAGES)
        today = self.clock().date()
        findings = [*await asyncio.to_thread(conflicts, passages), *stale(passages, today)]
        async with self.database.transaction(job.workspace_id) as tx:
            await confirm(tx, job)
            await write_flags(tx, agent_id, findings, at=self.clock())
