"""A linear model over the words of a sentence: which stretches of one to three words, and which pieces of words, speak of an
emergency, of a request for a person or of a clinical question. It hears wordings that no list holds, in a fraction of a millisecond
and without numpy. Fitted by evals/fit_*.py.
"""

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from zlib import crc32

from deskbell.kit.packaged import packaged_bytes, packaged_toml
from deskbell.safety.lexicon import Kind
from deskbell.safety.words import Words

BUCKETS = 1 << 16
KINDS: tuple[Kind, ...] = ("medical", "self_harm", "overdose", "violence")
LONGEST_STRETCH = 3
PIECES = (3, 4)  # letters
FEWEST_WORDS = (
    4  # fewer ("n", "and my wife") say too little for a model; the lexicon knows those that say enough
)
LONGEST_REMEMBERED = 20  # letters
LONGEST_SENTENCE = 40  # words; a longer one is scored in overlapping parts


@dataclass(frozen=True)
class ModelText:
    """Beside the weights: what a step of an int8 weight is worth, and the intercept, by name of the model."""

    steps: dict[str, float]
    intercepts: dict[str, float]


@dataclass(frozen=True)
class LinearModel:
    """`weights[bucket] * step` is what a feature adds to the log odds."""

    weights: Sequence[int]
    step: float
    intercept: float

    def score(self, features: frozenset[int]) -> float:
        """Log odds; 0 is even. Longer sentences do not weigh more: the sum is divided by the root of their features."""
        total = sum(self.weights[feature] for feature in features)
        return self.intercept + self.step * total / math.sqrt(max(len(features), 1))


def features(words: Sequence[str]) -> frozenset[int]:
    """The buckets of a sentence's stretches of words and pieces of words."""
    stretches = {_bucket(stretch) for stretch in _stretches(words)}
    return frozenset(stretches.union(*map(_buckets_before, words)))


def sentences(words: Words, fewest: int = FEWEST_WORDS) -> list[tuple[str, ...]]:
    """The sentences of a text, and the text as a whole when it is short: despair is often told in fragments."""
    return [words.all[first:last] for first, last in sentence_places(words, fewest)]


def sentence_places(words: Words, fewest: int = FEWEST_WORDS) -> list[tuple[int, int]]:
    """Where the sentences stand: words[first:last]."""
    cuts = [0, *(place for place, start in enumerate(words.starts) if start == "."), len(words.all)]
    parts = [(first, last) for first, last in pairwise(cuts) if first < last]
    whole = [(0, len(words.all))] if len(parts) > 1 and len(words.all) <= LONGEST_SENTENCE else []
    pieces = whole + [piece for part in parts for piece in _short_enough(*part)]
    return [(first, last) for first, last in pieces if last - first >= fewest]


@cache
def model(name: str) -> LinearModel:
    """`emergency`, or the name of a kind of emergency."""
    text = packaged_toml("deskbell.safety", "weights/ngrams.toml", ModelText)
    weights = array("b", packaged_bytes("deskbell.safety", f"weights/{name}.ngrams"))
    return LinearModel(weights, text.steps[name], text.intercepts[name])


@dataclass(frozen=True)
class Scale:
    """Beside the weights of a model with a file of its own: what a step of an int8 weight is worth, and the intercept."""

    step: float
    intercept: float


@cache
def model_apart(name: str) -> LinearModel:
    """`person` or `clinical`: models that are fitted on their own."""
    scale = packaged_toml("deskbell.safety", f"weights/{name}.toml", Scale)
    weights = array("b", packaged_bytes("deskbell.safety", f"weights/{name}.ngrams"))
    return LinearModel(weights, scale.step, scale.intercept)


def kinds() -> Mapping[Kind, LinearModel]:
    """One against the others, for sentences that are emergencies."""
    return {kind: model(kind) for kind in KINDS}


def _bucket(feature: str) -> int:
    return crc32(feature.encode()) & (BUCKETS - 1)


def _stretches(words: Sequence[str]) -> Iterator[str]:
    line = ("<", *words, ">")
    for size in range(2, LONGEST_STRETCH + 1):
        for first in range(len(line) - size + 1):
            yield " ".join(line[first : first + size])
    for first in range(len(line) - 2):
        yield f"{line[first]} _ {line[first + 2]}"


def _buckets_before(word: str) -> Sequence[int]:
    """A long message says most of its words more than once, and every message the same few."""
    return _buckets_remembered(word) if len(word) <= LONGEST_REMEMBERED else _buckets_of(word)


@lru_cache(maxsize=1 << 14)
def _buckets_remembered(word: str) -> Sequence[int]:
    return _buckets_of(word)


def _buckets_of(word: str) -> Sequence[int]:
    pieces = _pieces(f"^{word}$") if len(word) >= PIECES[0] else ()
    return (_bucket(word), *map(_bucket, pieces))


def _pieces(word: str) -> Iterator[str]:
    for size in PIECES:
        for first in range(len(word) - size + 1):
            yield f"#{word[first : first + size]}"


def _short_enough(first: int, last: int) -> list[tuple[int, int]]:
    step = LONGEST_SENTENCE // 2
    starts = range(first, max(last - step, first + 1), step)
    return [(start, min(start + LONGEST_SENTENCE, last)) for start in starts]
