"""The rows of what an agent's passages were embedded with."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID


@dataclass(frozen=True)
class VectorSet:
    """All vectors of one agent that one model made. `model` is the name of the built-in model or the id of an embedder.
    `failure` says why preparing it does not go on.
    """

    agent_id: UUID
    number: int
    model: str
    embedder_id: UUID | None
    status: Literal["preparing", "serving", "retired"]
    failure: str | None
    started_at: datetime


@dataclass(frozen=True)
class StoredEmbedder:
    """An embeddings server of the workspace's own. Its key is sealed and not in here."""

    id: UUID
    url: str
    model: str
    dimensions: int
    has_key: bool
    created_at: datetime
