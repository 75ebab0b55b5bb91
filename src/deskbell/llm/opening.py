"""From the settings of a model to something that can be asked. The clients are loaded with the first model that needs them."""

import asyncio
from collections.abc import Iterable
from importlib import import_module

import httpx

from deskbell.llm.chat import ChatModel, Provider


async def load(providers: Iterable[Provider]) -> None:
    """Load what these need, on a thread: it takes a second on a busy machine, and other visitors' turns go on meanwhile."""
    for provider in sorted(set(providers)):
        await asyncio.to_thread(_load, provider)


def _load(provider: Provider) -> None:
    import_module("openai.resources.chat" if provider == "openai" else "anthropic.resources.messages")


def open_model(
    provider: Provider, base_url: str, name: str, api_key: str, http_client: httpx.AsyncClient
) -> ChatModel:
    """Half a second and 40 MB at the first call: servers without a language model never pay for it."""
    match provider:
        case "openai":
            from deskbell.llm.openai_compatible import OpenAICompatible

            return OpenAICompatible(base_url, name, api_key, http_client)
        case "anthropic":
            from deskbell.llm.anthropic_messages import AnthropicMessages

            return AnthropicMessages(base_url, name, api_key, http_client)
