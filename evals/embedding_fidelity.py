"""How near the int8 model of the package is to its float weights, and what it costs. `python -m evals.embedding_fidelity`.

The reference is BERT written out in float64 numpy over the same weights (fetched and checked as in the build).
"""

import asyncio
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from build_steps.weights import Tensors, fetch
from deskbell.embedding import BuiltIn
from evals.figures import Row, decimals

SENTENCES = Path(__file__).parent / "sets" / "fidelity.toml"
LAYERS, HEADS, WIDTH = 6, 12, 384
Floats = NDArray[np.float64]


def reference(tensors: Tensors, ids: list[int]) -> Floats:
    """The unit vector of one text, without batching, padding or quantization."""
    x = tensors["embeddings.word_embeddings.weight"][ids].astype(np.float64)
    x += tensors["embeddings.position_embeddings.weight"][: len(ids)]
    x += tensors["embeddings.token_type_embeddings.weight"][0]
    x = _normal(x, tensors, "embeddings.LayerNorm")
    for number in range(LAYERS):
        layer = f"encoder.layer.{number}"
        attended = _linear(_attention(x, tensors, layer), tensors, f"{layer}.attention.output.dense")
        x = _normal(x + attended, tensors, f"{layer}.attention.output.LayerNorm")
        wide = _gelu(_linear(x, tensors, f"{layer}.intermediate.dense"))
        x = _normal(x + _linear(wide, tensors, f"{layer}.output.dense"), tensors, f"{layer}.output.LayerNorm")
    mean = x.mean(axis=0)
    return mean / np.linalg.norm(mean)


def _attention(x: Floats, tensors: Tensors, layer: str) -> Floats:
    names = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
    query, key, value = (
        _linear(x, tensors, name).reshape(len(x), HEADS, -1).transpose(1, 0, 2) for name in names
    )
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(WIDTH / HEADS)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ value).transpose(1, 0, 2).reshape(len(x), WIDTH)


def _linear(x: Floats, tensors: Tensors, name: str) -> Floats:
    return x @ tensors[f"{name}.weight"].T.astype(np.float64) + tensors[f"{name}.bias"]


def _normal(x: Floats, tensors: Tensors, name: str) -> Floats:
    x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-12)
    return x * tensors[f"{name}.weight"] + tensors[f"{name}.bias"]


def _gelu(x: Floats) -> Floats:
    """x · Φ(x), with Φ from a table of 20,001 exact points (error below 1e-8)."""
    from math import erf

    grid = np.linspace(-10, 10, 20001)
    table = np.array([0.5 * (1 + erf(point / np.sqrt(2))) for point in grid])
    return x * np.interp(x, grid, table)


async def milliseconds_cpu(model: BuiltIn, texts: list[str], times: int) -> float:
    started = time.process_time()
    for _ in range(times):
        await model.embed_passages(texts)
    return (time.process_time() - started) / times * 1000


@dataclass(frozen=True)
class Fidelity:
    """Cosines to the float64 reference, one text each; milliseconds of processor time."""

    alone: Floats
    together: Floats
    same_neighbor: float
    question_ms: float
    paragraph_ms: float
    paragraph_tokens: int


def measure() -> Fidelity:
    tensors, tokenizer_file = fetch()
    tokenizer = Tokenizer.from_str(tokenizer_file.decode())
    tokenizer.no_padding()
    texts = tomllib.loads(SENTENCES.read_text())["sentences"]
    wanted = np.stack([reference(tensors, tokenizer.encode(text).ids) for text in texts])
    model = BuiltIn()
    alone = np.stack([asyncio.run(model.embed_question(text)) for text in texts])
    together = asyncio.run(model.embed_passages(texts))
    order = np.mean(np.argsort(-(alone @ alone.T))[:, 1] == np.argsort(-(wanted @ wanted.T))[:, 1])
    paragraph = " ".join(" ".join(texts).split()[:118])
    return Fidelity(
        (alone * wanted).sum(axis=1),
        (together * wanted).sum(axis=1),
        float(order),
        asyncio.run(milliseconds_cpu(model, texts[2:3], 100)),
        asyncio.run(milliseconds_cpu(model, [paragraph], 30)),
        len(tokenizer.encode(paragraph).ids),
    )


def rows() -> list[Row]:
    found = measure()
    on = f"{len(found.alone)} own texts, against float64"
    return [
        Row("cosine to the float model, mean", decimals(float(found.together.mean()), 4), ".993", on),
        Row("cosine to the float model, lowest", decimals(float(found.together.min()), 4), ".973", on),
        Row("same nearest neighbor", f"{found.same_neighbor:.0%}", "", on),
        Row(
            "processor time of a question", f"{found.question_ms:.1f} ms", "3 ms", "this machine, busy or not"
        ),
        Row(
            f"processor time of {found.paragraph_tokens} tokens",
            f"{found.paragraph_ms:.1f} ms",
            "25 ms for 150",
            "the same",
        ),
    ]


def main() -> None:
    found = measure()
    for name, cosines in (("alone", found.alone), ("in batches", found.together)):
        print(
            f"{name}: cosine to float64 mean {cosines.mean():.4f}, min {cosines.min():.4f} ({len(cosines)} texts)"
        )
    print(f"same nearest neighbor: {found.same_neighbor:.0%}")
    print(f"a question: {found.question_ms:.1f} ms CPU")
    print(f"a paragraph of {found.paragraph_tokens} tokens: {found.paragraph_ms:.1f} ms CPU")


if __name__ == "__main__":
    main()
