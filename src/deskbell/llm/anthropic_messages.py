"""Anthropic's Messages API, by the official client. Same guarded transport, same rules: nothing is retried here."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass

import httpx
from anthropic import APIError, AsyncAnthropic
from anthropic.types import (
    MessageParam,
    RawContentBlockDeltaEvent,
    RawMessageDeltaEvent,
    RawMessageStartEvent,
    RawMessageStopEvent,
    RawMessageStreamEvent,
    TextDelta,
)

from deskbell.llm.chat import LONGEST_PAUSE_SECONDS, ChatMessage, FailureKind, ModelFailed, Usage
from deskbell.llm.limits import bounded

OPENING = "(The conversation begins.)"  # the protocol wants the first word from the user


@dataclass(frozen=True)
class AnthropicMessages:
    """`base_url` ends before `/v1/messages`."""

    base_url: str
    name: str
    api_key: str
    http_client: httpx.AsyncClient

    def stream(
        self, messages: Sequence[ChatMessage], *, max_tokens: int, seconds: float
    ) -> AsyncGenerator[str | Usage, None]:
        """Pieces of text, then `Usage`. An answer that ends without `message_stop` has broken off."""
        return bounded(self._pieces(messages, max_tokens), seconds=seconds, errors=APIError)

    async def _pieces(
        self, messages: Sequence[ChatMessage], max_tokens: int
    ) -> AsyncGenerator[str | Usage, None]:
        client = AsyncAnthropic(
            base_url=self.base_url.removesuffix("/v1"),
            api_key=self.api_key or "none",
            http_client=self.http_client,
            max_retries=0,
            timeout=LONGEST_PAUSE_SECONDS,
        )
        stream = await client.messages.create(
            model=self.name,
            system="\n\n".join(message.text for message in messages if message.role == "system"),
            messages=spoken(messages),
            max_tokens=max_tokens,
            stream=True,
        )
        seen = _Seen()
        async with stream:
            async for event in stream:
                text = seen.text_of(event)
                if text:
                    yield text
        seen.refuse_unless_whole()
        yield Usage(seen.input_tokens, seen.output_tokens)


@dataclass
class _Seen:
    """What the events of one answer have said so far."""

    input_tokens: int = 0
    output_tokens: int = 0
    wrote: bool = False
    stopped: bool = False
    reason: str = ""

    def text_of(self, event: RawMessageStreamEvent) -> str | None:
        match event:
            case RawMessageStartEvent(message=message):
                self.input_tokens = message.usage.input_tokens
            case RawContentBlockDeltaEvent(delta=TextDelta(text=text)) if not self.stopped:
                self.wrote = self.wrote or bool(text)
                return text
            case RawMessageDeltaEvent(delta=delta, usage=usage):
                self.reason = delta.stop_reason or self.reason
                self.output_tokens = usage.output_tokens
            case RawMessageStopEvent():
                self.stopped = True
            case _:
                pass
        return None

    def refuse_unless_whole(self) -> None:
        if self.reason == "refusal":
            raise ModelFailed(FailureKind.REFUSED)
        if self.reason == "max_tokens":
            raise ModelFailed(FailureKind.TOO_LONG)
        if not self.wrote:
            raise ModelFailed(FailureKind.EMPTY)
        if not self.stopped or self.reason not in ("end_turn", "stop_sequence"):
            raise ModelFailed(FailureKind.BROKE_OFF)


def spoken(messages: Iterable[ChatMessage]) -> list[MessageParam]:
    """What people and the agent said; two in a row of one role become one message."""
    turns: list[tuple[str, str]] = []
    for message in messages:
        if message.role == "system":
            continue
        if turns and turns[-1][0] == message.role:
            turns[-1] = (message.role, f"{turns[-1][1]}\n\n{message.text}")
        else:
            turns.append((message.role, message.text))
    if turns and turns[0][0] == "assistant":
        turns.insert(0, ("user", OPENING))
    return [{"role": "assistant" if role == "assistant" else "user", "content": text} for role, text in turns]
