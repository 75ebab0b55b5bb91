"""Any server that speaks the OpenAI chat protocol (OpenAI, Azure, Ollama, vLLM, llama.cpp …), by the official client.

Every byte goes through the guarded transport of `kit.http`. Nothing is retried here: a visitor is waiting.
"""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from openai import APIError, AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk

from deskbell.llm.chat import LONGEST_PAUSE_SECONDS, ChatMessage, FailureKind, ModelFailed, Usage, estimated
from deskbell.llm.limits import bounded

OF_OPENAI = "api.openai.com"


@dataclass(frozen=True)
class OpenAICompatible:
    """`base_url` ends before `/chat/completions`. `api_key` may be empty for servers that want none."""

    base_url: str
    name: str
    api_key: str
    http_client: httpx.AsyncClient

    def stream(
        self, messages: Sequence[ChatMessage], *, max_tokens: int, seconds: float
    ) -> AsyncGenerator[str | Usage, None]:
        """Pieces of text, then `Usage`, estimated when the server does not count. Without its end mark an answer has broken off."""
        return bounded(self._pieces(messages, max_tokens), seconds=seconds, errors=APIError)

    async def _pieces(
        self, messages: Sequence[ChatMessage], max_tokens: int
    ) -> AsyncGenerator[str | Usage, None]:
        client = AsyncOpenAI(
            base_url=self.base_url,
            api_key=self.api_key or "none",
            http_client=self.http_client,
            max_retries=0,
            timeout=LONGEST_PAUSE_SECONDS,
        )
        ended, usage, written = "", Usage(), 0
        async with await self._opened(client, messages, max_tokens) as stream:
            async for chunk in stream:
                if chunk.usage is not None:
                    usage = Usage(chunk.usage.prompt_tokens or 0, chunk.usage.completion_tokens or 0)
                for choice in chunk.choices or []:
                    ended = choice.finish_reason or ended
                    if choice.delta and choice.delta.content:
                        written += len(choice.delta.content)
                        yield choice.delta.content
        _refuse_unless_whole(ended, wrote=written > 0)
        # Some servers (llama.cpp's among them) never count: a budget must hold there too.
        yield usage if usage.tokens else estimated(messages, written)

    async def _opened(
        self, client: AsyncOpenAI, messages: Sequence[ChatMessage], max_tokens: int
    ) -> AsyncStream[ChatCompletionChunk]:
        said: Any = [{"role": message.role, "content": message.text} for message in messages]
        if urlsplit(self.base_url).hostname == OF_OPENAI:
            # Its newer models refuse the old name of the limit, and any temperature but their own.
            return await client.chat.completions.create(
                model=self.name,
                messages=said,
                max_completion_tokens=max_tokens,
                stream=True,
                stream_options={"include_usage": True},
            )
        return await client.chat.completions.create(
            model=self.name,
            messages=said,
            max_tokens=max_tokens,
            temperature=0,
            stream=True,
            stream_options={"include_usage": True},
        )


def _refuse_unless_whole(ended: str, *, wrote: bool) -> None:
    if not wrote:
        raise ModelFailed(FailureKind.EMPTY)
    if ended == "length":
        raise ModelFailed(FailureKind.TOO_LONG)
    if ended == "content_filter":
        raise ModelFailed(FailureKind.REFUSED)
    if ended != "stop":
        raise ModelFailed(FailureKind.BROKE_OFF)
