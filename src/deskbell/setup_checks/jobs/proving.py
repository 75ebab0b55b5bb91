"""The worker's part: it shows that it takes up work, that its model answers, and that what was due before has been done."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from deskbell.embedding.embedder import Embedder
from deskbell.kit.db import Database
from deskbell.kit.jobs import Claimed, Work
from deskbell.setup_checks import commands

QUESTION = "When are you open?"


@dataclass(frozen=True)
class Proving:
    """In the lane of visitors' answers: a check must wait where a visitor would wait."""

    database: Database
    embedder: Embedder

    def works(self) -> Mapping[str, Work]:
        """Job kind → what to do."""
        return {commands.PROVE: self.prove}

    async def prove(self, job: Claimed) -> None:
        """Embed a question as a turn does, and say how long it took."""
        began = time.perf_counter()
        vector = await self.embedder.embed_question(QUESTION)
        answer = {
            "model": self.embedder.name,
            "dimensions": len(vector),
            "milliseconds": round((time.perf_counter() - began) * 1000),
        }
        async with self.database.transaction(job.workspace_id) as tx:
            await commands.keep_proof(tx, UUID(job.args["check_id"]), job.args["number"], answer)
