"""Chat models as the product sees them: text comes in pieces, ends with what it cost, or fails in one named way."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol


@dataclass(frozen=True)
class ChatMessage:
    """One message to the model. Only `system` holds instructions; the others are data of people."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True)
class Usage:
    """What the provider counted; zeros when it did not say."""

    input_tokens: int = 0
    output_tokens: int = 0


class FailureKind(StrEnum):
    """How a call can fail, as a person would tell it."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    RATE_LIMITED = "rate_limited"
    PROVIDER_ERROR = "provider_error"
    TIMED_OUT = "timed_out"
    BROKE_OFF = "broke_off"
    TOO_LONG = "too_long"
    EMPTY = "empty"


class ModelFailed(Exception):
    """The model gave no whole answer. The message never holds its text."""

    def __init__(self, kind: FailureKind) -> None:
        super().__init__(kind.value)
        self.kind = kind


class ChatModel(Protocol):
    """Streams a completion: pieces of text, and `Usage` as the last item of a whole answer. Raises `ModelFailed`."""

    @property
    def name(self) -> str: ...

    def stream(
        self, messages: Sequence[ChatMessage], *, max_tokens: int
    ) -> AsyncGenerator[str | Usage, None]: ...
