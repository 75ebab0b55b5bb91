"""The world of a turn: searching the content with the embedding model, and the answerer that the agent is set to."""

from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.turn import Answerer, Show
from deskbell.embedding.embedder import Embedder
from deskbell.kit.db import Database
from deskbell.knowledge.ranking import Found
from deskbell.knowledge.queries import find_passages

PASSAGES = 8


@dataclass(frozen=True)
class ContentLibrary:
    """The agent's own passages, found by words and by meaning. The model runs while no transaction is open."""

    database: Database
    embedder: Embedder

    async def find(self, turn: TurnInput, question: str) -> Sequence[Found]:
        """The best passages for `question`, best first."""
        vector = await self.embedder.embed_question(question)
        async with self.database.transaction(turn.workspace_id) as tx:
            return await find_passages(
                tx, turn.agent.id, question, vector, model=self.embedder.name, limit=PASSAGES
            )


@dataclass(frozen=True)
class ChosenAnswerer:
    """Verbatim or generative, as the agent is set."""

    verbatim: Answerer
    generative: Answerer

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show
    ) -> Draft | None:
        """A draft from the passages, or None when they do not answer."""
        chosen = self.generative if turn.agent.answerer == "generative" else self.verbatim
        return await chosen.compose(question, turn, passages, show)
