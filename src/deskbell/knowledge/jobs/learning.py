"""From a reading to what is written: cut, compare with what is known, embed only what is new."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from deskbell.agents.queries import model_policy
from deskbell.embedding.choosing import Embedders
from deskbell.embedding.embedder import Embedder
from deskbell.kit.db import Transaction
from deskbell.knowledge.commands.corpus import Vectorized
from deskbell.knowledge.commands.documents import Learned
from deskbell.knowledge.commands.vector_sets import ask_to_switch
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.freshness.changes import Comparison, compare
from deskbell.knowledge.passages import Cut, cut
from deskbell.knowledge.queries.vector_sets import serving_set
from deskbell.knowledge.reading import Reading
from deskbell.knowledge.tables import Passage


@dataclass(frozen=True)
class Lesson:
    """What is to be written of a reading, and how it differs from what was known."""

    learned: Learned
    cuts: Sequence[Cut]
    comparison: Comparison


async def allowed(tx: Transaction, embedders: Embedders) -> Embedders:
    """What the workspace lets see its text: only the built-in model where visitor text stays on this server."""
    policy = await model_policy(tx)
    return embedders.staying_here() if policy.text_stays_here else embedders


async def current_embedder(tx: Transaction, agent_id: UUID, embedders: Embedders) -> Embedder:
    """The embedder of the vectors that serve the agent. When the server is set to another one, the switch is asked for.
    Where text stays here and only a remote model's vectors serve, it is the built-in one: words alone find until they are moved.
    """
    embedders = await allowed(tx, embedders)
    serving = await serving_set(tx, agent_id)
    if serving is None or serving.model == embedders.chosen.name:
        return embedders.chosen
    await ask_to_switch(tx, agent_id)
    return embedders.named(serving.model) or embedders.chosen


async def learn(embedder: Embedder, reading: Reading, known: Sequence[Passage]) -> Lesson:
    """`known`: the passages of the document so far that have a vector of this model."""
    cuts = cut(reading)
    comparison = compare(known, cuts)
    new = [cuts[place] for place in comparison.new]
    vectors = await embed(embedder, new)
    passages = Vectorized(new, vectors, embedder.name, comparison.new)
    return Lesson(Learned(reading, passages, comparison.kept), cuts, comparison)
