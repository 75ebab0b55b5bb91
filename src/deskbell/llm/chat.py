"""Chat models as the product sees them: text comes in pieces, ends with what it cost, or fails in one named way."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias

Provider: TypeAlias = Literal["openai", "anthropic"]

LONGEST_ANSWER_CHARACTERS = 20_000
LONGEST_PAUSE_SECONDS = 12.0
CHARACTERS_PER_TOKEN = 4  # of English; only for calls that ended before the provider counted


@dataclass(frozen=True)
class ChatMessage:
    """One message to the model. Only `system` holds instructions; the others are data of people."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True)
class Usage:
    """What the provider counted. `estimated`: it did not get to say, so it is counted by the length of the texts."""

    input_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens


class FailureKind(StrEnum):
    """How a call can fail, as a person would tell it."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    RATE_LIMITED = "rate_limited"
    OVERLOADED = "overloaded"
    PROVIDER_ERROR = "provider_error"
    TIMED_OUT = "timed_out"
    BROKE_OFF = "broke_off"
    TOO_LONG = "too_long"
    EMPTY = "empty"


class ModelFailed(Exception):
    """The model gave no whole answer. The message never holds its text.

    `status`: the HTTP status, if there was one. `retry_after_seconds`: what the provider asked for.
    """

    def __init__(
        self, kind: FailureKind, *, status: int | None = None, retry_after_seconds: float | None = None
    ) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.status = status
        self.retry_after_seconds = retry_after_seconds


class ChatModel(Protocol):
    """Streams a completion: pieces of text, and `Usage` as the last item of a whole answer. Raises `ModelFailed`.

    `seconds` is all the time there is for the whole call. Closing the stream closes the connection to the provider.
    """

    @property
    def name(self) -> str: ...

    def stream(
        self, messages: Sequence[ChatMessage], *, max_tokens: int, seconds: float
    ) -> AsyncGenerator[str | Usage, None]: ...


def estimated(messages: Sequence[ChatMessage], written: int) -> Usage:
    """For a call that ended before the provider counted: `written` characters of answer to these messages."""
    asked = sum(len(message.text) for message in messages)
    return Usage(asked // CHARACTERS_PER_TOKEN, -(-written // CHARACTERS_PER_TOKEN), estimated=True)
