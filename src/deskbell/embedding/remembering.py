"""Vectors of texts that are asked for again and again: the sentences of the passages that many visitors need."""

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from deskbell.embedding.embedder import Embedder, Vector, Vectors

MOST = 4096  # of 1.5 kB each


class Remembering:
    """An embedder in front of another one. What was not asked for longest is forgotten first."""

    def __init__(self, embedder: Embedder, most: int = MOST) -> None:
        self._embedder = embedder
        self._most = most
        self._known: OrderedDict[str, Vector] = OrderedDict()

    @property
    def name(self) -> str:
        return self._embedder.name

    @property
    def dimensions(self) -> int:
        return self._embedder.dimensions

    async def embed_question(self, text: str) -> Vector:
        return (await self.embed_passages([text]))[0]

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        found = {text: self._known[text] for text in texts if text in self._known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            vectors = await self._embedder.embed_passages(missing)
            found |= {text: vector.copy() for text, vector in zip(missing, vectors, strict=True)}
        self._keep(found)
        rows = [found[text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), dtype=np.float32)

    def _keep(self, used: dict[str, Vector]) -> None:
        for text, vector in used.items():
            self._known[text] = vector
            self._known.move_to_end(text)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
