"""Which embedder an agent's passages are on, and which one they shall be on; where text stays here, only the built-in one."""

from dataclasses import dataclass

from deskbell.embedding.embedder import Embedder


@dataclass(frozen=True)
class Embedders:
    """`chosen` is what the server is set to. The built-in model is always at hand: agents that are still on it go on."""

    chosen: Embedder
    built_in: Embedder

    def named(self, model: str) -> Embedder | None:
        """The embedder that made vectors of this name; None when the server is not set to it any more."""
        return next((known for known in (self.chosen, self.built_in) if known.name == model), None)

    def staying_here(self) -> "Embedders":
        """For a workspace whose text must not leave this server: there is no other model than the built-in one."""
        return Embedders(self.built_in, self.built_in)
