"""An embedder without a model, for tests: texts that share words are near each other, nothing else is."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from deskbell.embedding.embedder import Vector, Vectors

_WORD = re.compile(r"\w+")


class ScriptedEmbedder:
    """A hashed bag of words. The same text gives the same vector on every machine."""

    name = "scripted-1"
    dimensions = 384

    async def embed_question(self, text: str) -> Vector:
        return self._vector(text)

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vector:
        counts = np.zeros(self.dimensions, dtype=np.float32)
        for word in _WORD.findall(text.lower()):
            counts[_slot(word, self.dimensions)] += 1
        length = float(np.linalg.norm(counts))
        return counts / length if length else counts


def _slot(word: str, slots: int) -> int:
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % slots
