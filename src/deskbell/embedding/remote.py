"""Embeddings of any server that speaks the OpenAI protocol (`POST …/embeddings`): OpenAI, Ollama, vLLM, text-embeddings-inference.

Every byte goes through the guarded transport of `kit.http`. A visitor's question waits a short time and is not retried;
passages are sent in batches and tried again. What fails ends as `EmbedderFailed`, which never holds a text.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import httpx
import numpy as np

from deskbell.embedding.embedder import Vector, Vectors
from deskbell.kit.errors import Refused

BATCH = 32
LONGEST_TEXT = 8_000  # letters; longer ones are cut, as the built-in model does
QUESTION_SECONDS = 3.0
BATCH_SECONDS = 60.0
PAUSES_SECONDS = (1.0, 4.0, 15.0)

Pause = Callable[[float], Awaitable[None]]


class EmbedderFailed(Exception):
    """The embeddings server gave no usable vectors; the sentence says why. `lasting`: asking again would not help."""

    def __init__(self, sentence: str, *, lasting: bool) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.lasting = lasting


class RemoteEmbedder:
    """`base_url` ends before `/embeddings`. The dimension is the server's own: it is learned from the first answer, and every
    later one has to have it.
    """

    def __init__(
        self,
        base_url: str,
        model: str,
        api_key: str,
        http_client: httpx.AsyncClient,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self.name = f"{model} at {base_url.rstrip('/')}"[:300]
        self._url = f"{base_url.rstrip('/')}/embeddings"
        self._model = model
        self._headers = {"authorization": f"Bearer {api_key}"} if api_key else {}
        self._http = http_client
        self._pause = pause
        self._dimensions = 0

    @property
    def dimensions(self) -> int:
        """0 until the first answer."""
        return self._dimensions

    async def embed_question(self, text: str) -> Vector:
        return (await self._ask([text], QUESTION_SECONDS))[0]

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        if not batches:
            return np.zeros((0, self._dimensions), dtype=np.float32)
        return np.concatenate([await self._patiently(batch) for batch in batches])

    async def _patiently(self, texts: Sequence[str]) -> Vectors:
        for seconds in PAUSES_SECONDS:
            try:
                return await self._ask(texts, BATCH_SECONDS)
            except EmbedderFailed as failure:
                if failure.lasting:
                    raise
            await self._pause(seconds)
        return await self._ask(texts, BATCH_SECONDS)

    async def _ask(self, texts: Sequence[str], seconds: float) -> Vectors:
        body = {"model": self._model, "input": [text[:LONGEST_TEXT] or " " for text in texts]}
        try:
            async with asyncio.timeout(seconds):
                answer = await self._http.post(self._url, json=body, headers=self._headers)
            _refuse(answer.status_code)
            return self._checked(answer.json(), len(texts))
        except TimeoutError as late:
            raise EmbedderFailed("The embeddings server took too long.", lasting=False) from late
        except Refused as refused:
            raise EmbedderFailed(refused.sentence, lasting=True) from refused
        except httpx.HTTPError as broken:
            raise EmbedderFailed("The embeddings server is out of reach.", lasting=False) from broken
        except (ValueError, KeyError, TypeError, IndexError) as odd:
            raise EmbedderFailed("The embeddings server answered something else.", lasting=True) from odd

    def _checked(self, answer: Any, count: int) -> Vectors:
        """Unit length, in the order that was asked for, all of one dimension."""
        rows = sorted(answer["data"], key=lambda row: row["index"])
        vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
        if vectors.ndim != 2 or len(vectors) != count or not np.isfinite(vectors).all() or not lengths.all():
            raise EmbedderFailed("The embeddings server answered something else.", lasting=True)
        if self._dimensions not in (0, vectors.shape[1]):
            sentence = (
                f"The embeddings server changed from {self._dimensions} to {vectors.shape[1]} dimensions."
            )
            raise EmbedderFailed(sentence, lasting=True)
        self._dimensions = int(vectors.shape[1])
        return vectors / lengths


def _refuse(status: int) -> None:
    match status:
        case 200:
            return
        case 401 | 403:
            raise EmbedderFailed("The embeddings server does not accept the key.", lasting=True)
        case 404:
            raise EmbedderFailed("The embeddings server does not know this address or model.", lasting=True)
        case 408 | 429:
            raise EmbedderFailed("The embeddings server asks to wait.", lasting=False)
        case _:
            raise EmbedderFailed(f"The embeddings server answered {status}.", lasting=status < 500)
