"""The rows of this slice. A model's key is not among them: it stays sealed in its column."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.llm.chat import Provider

Answerer: TypeAlias = Literal["verbatim", "generative"]
Tone: TypeAlias = Literal["warm", "plain", "formal"]
Length: TypeAlias = Literal["short", "medium", "long"]


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What models may use in a UTC day and month: tokens, and millionths of a dollar. None is no limit."""

    tokens_a_day: int | None = None
    tokens_a_month: int | None = None
    micros_a_day: int | None = None
    micros_a_month: int | None = None


@dataclass(frozen=True, kw_only=True)
class AgentSettings(Budget):
    """What an admin may change. `allowed_sites` empty means every site; `language` "auto" means the visitor's.

    `quotes_when_down`: when no model can be asked, the agent quotes its content instead of handing off.
    """

    name: str
    instructions: str
    tone: Tone
    answer_length: Length
    greeting: str
    suggested_questions: Sequence[str]
    answerer: Answerer
    quotes_when_down: bool
    brand_color: str
    allowed_sites: Sequence[str]
    language: str
    emergency_region: str


@dataclass(frozen=True, kw_only=True)
class Agent(AgentSettings):
    """A row of `agents`."""

    workspace_id: UUID
    id: UUID
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class ModelSettings:
    """A language model as an admin enters it. Prices are millionths of a dollar for a million tokens."""

    provider: Provider
    url: str
    name: str
    input_price_micros: int = 0
    output_price_micros: int = 0

    @property
    def priced(self) -> bool:
        """Whether somebody has entered what it costs."""
        return self.input_price_micros > 0 or self.output_price_micros > 0


@dataclass(frozen=True, kw_only=True)
class AgentModel(ModelSettings):
    """A row of `agent_models`, without its key. The first `place` is asked first."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    place: int
    has_key: bool


@dataclass(frozen=True, kw_only=True)
class ModelPolicy(Budget):
    """What models may do in a workspace at all. `text_stays_here`: no text of a visitor leaves this server."""

    text_stays_here: bool = False


@dataclass(frozen=True)
class ModelTrouble:
    """A row of `model_troubles`: the model has failed that often in a row. `kind` is a `FailureKind`."""

    workspace_id: UUID
    model_id: UUID
    kind: str
    status: int | None
    failures: int
    since: datetime
    last_at: datetime


@dataclass(frozen=True)
class Used:
    """What one model of an agent has used on one day."""

    agent_id: UUID
    day: date
    model: str
    calls: int
    failures: int
    input_tokens: int
    output_tokens: int
    cost_micros: int

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens
