"""A second look at a message, at the start of the turn: what the embedding of a sentence adds to its words. Fitted by
evals/fit_emergency.py on the built-in model. It can only raise an alarm, never take one back.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from deskbell.kit.packaged import packaged_bytes
from deskbell.safety.lexicon import lexicon_of
from deskbell.safety.ngrams import features, model, sentences
from deskbell.safety.words import words_of

MODEL = "minilm-l6-int8-2"  # vectors of other models say nothing here
ALARMS_FROM = 0.4  # log odds of both looks together
MOST_SENTENCES = 12


def to_look_at(text: str) -> list[str]:
    """What has to be embedded: the sentences of a message, in plain words. Of a long message those that its words make
    most likely, wherever they stand.
    """
    read = sentences(words_of(text, lexicon_of("en").spelling))
    if len(read) > MOST_SENTENCES:
        read = sorted(read, key=lambda sentence: -model("emergency").score(features(sentence)))
    return [" ".join(sentence) for sentence in read[:MOST_SENTENCES]]


@dataclass(frozen=True)
class Heard:
    """The sentence that alarms, in plain words, and its log odds."""

    sentence: str
    score: float


def alarming(sentences: Sequence[str], vectors: Sequence[Sequence[float]]) -> Heard | None:
    """The most alarming of the sentences when it alarms. `vectors[n]` is the unit vector of `sentences[n]`."""
    heard = [
        Heard(sentence, score(sentence, vector)) for sentence, vector in zip(sentences, vectors, strict=True)
    ]
    worst = max(heard, key=lambda one: one.score, default=None)
    return worst if worst is not None and worst.score >= ALARMS_FROM else None


def score(sentence: str, vector: Sequence[float]) -> float:
    """Log odds of an emergency by the words and by the meaning together."""
    *weights, intercept = _weights()
    meaning = sum(weight * value for weight, value in zip(weights, vector, strict=True)) + intercept
    return model("emergency").score(features(sentence.split())) + meaning


@cache
def _weights() -> tuple[float, ...]:
    return tuple(array("f", packaged_bytes("deskbell.safety", "weights/emergency.embedding")))
