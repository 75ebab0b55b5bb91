"""What every embedding model looks like to the product. Not here: how a text is cut, where a vector is stored."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float32]
Vectors: TypeAlias = NDArray[np.float32]


class Embedder(Protocol):
    """Text → unit-length float32 vectors: the cosine of two texts is the dot product of their vectors.

    `name` is stored beside every vector; vectors of different names are never compared.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    async def embed_question(self, text: str) -> Vector:
        """One vector of shape (dimensions,)."""
        ...

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row per text, in the order given: shape (len(texts), dimensions)."""
        ...
