"""Any server that speaks the OpenAI chat protocol (OpenAI, Azure, Ollama, vLLM, llama.cpp …), by the official client.

Every byte goes through the guarded transport of `kit.http`. Nothing is retried here: a visitor is waiting.
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import httpx
from openai import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AsyncOpenAI,
    RateLimitError,
)

from deskbell.kit.errors import Refused
from deskbell.llm.chat import ChatMessage, FailureKind, ModelFailed, Usage

LONGEST_ANSWER_CHARACTERS = 20_000
LONGEST_PAUSE_SECONDS = 12.0


@dataclass(frozen=True)
class OpenAICompatible:
    """`base_url` ends before `/chat/completions`. `api_key` may be empty for servers that want none."""

    base_url: str
    name: str
    api_key: str
    http_client: httpx.AsyncClient

    async def stream(
        self, messages: Sequence[ChatMessage], *, max_tokens: int
    ) -> AsyncGenerator[str | Usage, None]:
        """Pieces of text, then `Usage`. An answer that ends without its end mark has broken off."""
        client = AsyncOpenAI(
            base_url=self.base_url,
            api_key=self.api_key or "none",
            http_client=self.http_client,
            max_retries=0,
            timeout=LONGEST_PAUSE_SECONDS,
        )
        try:
            async with aclosing(self._pieces(client, messages, max_tokens)) as pieces:
                async for piece in pieces:
                    yield piece
        except (APIError, httpx.HTTPError, Refused, ValueError) as failure:
            raise ModelFailed(_kind_of(failure)) from failure

    async def _pieces(
        self, client: AsyncOpenAI, messages: Sequence[ChatMessage], max_tokens: int
    ) -> AsyncGenerator[str | Usage, None]:
        said: list[dict[str, str]] = [{"role": message.role, "content": message.text} for message in messages]
        request: dict[str, Any] = {"model": self.name, "messages": said, "max_tokens": max_tokens}
        written, finished, usage = 0, False, Usage()
        stream = await client.chat.completions.create(
            **request, temperature=0, stream=True, stream_options={"include_usage": True}
        )
        async with stream:
            async for chunk in stream:
                if chunk.usage is not None:
                    usage = Usage(chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
                for choice in chunk.choices or []:
                    finished = finished or choice.finish_reason == "stop"
                    text = choice.delta.content if choice.delta else None
                    if text:
                        written += len(text)
                        _refuse_endless(written)
                        yield text
        if not written:
            raise ModelFailed(FailureKind.EMPTY)
        if not finished:
            raise ModelFailed(FailureKind.BROKE_OFF)
        yield usage


def _refuse_endless(written: int) -> None:
    if written > LONGEST_ANSWER_CHARACTERS:
        raise ModelFailed(FailureKind.TOO_LONG)


def _kind_of(failure: Exception) -> FailureKind:
    match failure:
        case APITimeoutError() | httpx.TimeoutException():
            return FailureKind.TIMED_OUT
        case APIConnectionError() if isinstance(failure.__cause__, Refused):
            return FailureKind.REFUSED
        case APIConnectionError():
            return FailureKind.UNREACHABLE
        case RateLimitError():
            return FailureKind.RATE_LIMITED
        case APIStatusError():
            return FailureKind.REFUSED if failure.status_code < 500 else FailureKind.PROVIDER_ERROR
        case httpx.HTTPError():
            return FailureKind.BROKE_OFF
        case Refused():
            return FailureKind.REFUSED
        case _:
            return FailureKind.PROVIDER_ERROR
