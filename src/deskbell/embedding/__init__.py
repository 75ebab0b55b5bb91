"""Text → vector. Start with `Embedder`; `BuiltIn` needs no network, `ScriptedEmbedder` needs no model."""

from deskbell.embedding.built_in import BuiltIn
from deskbell.embedding.embedder import Embedder, Vector, Vectors
from deskbell.embedding.scripted import ScriptedEmbedder

__all__ = ["BuiltIn", "Embedder", "ScriptedEmbedder", "Vector", "Vectors"]
