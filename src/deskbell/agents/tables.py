"""The rows of this slice. A model's key is not among them: it stays sealed in its column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

Answerer: TypeAlias = Literal["verbatim", "generative"]
Tone: TypeAlias = Literal["warm", "plain", "formal"]


@dataclass(frozen=True, kw_only=True)
class AgentSettings:
    """What an admin may change. `allowed_sites` empty means every site; `language` "auto" means the visitor's."""

    name: str
    instructions: str
    tone: Tone
    greeting: str
    suggested_questions: Sequence[str]
    answerer: Answerer
    model_url: str
    model_name: str
    brand_color: str
    allowed_sites: Sequence[str]
    language: str
    emergency_region: str


@dataclass(frozen=True, kw_only=True)
class Agent(AgentSettings):
    """A row of `agents`."""

    workspace_id: UUID
    id: UUID
    has_model_key: bool
    created_at: datetime
