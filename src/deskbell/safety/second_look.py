"""A second look at a message, at the start of the turn: what the embedding of a sentence adds to its words. Fitted by
evals/fit_emergency.py on the built-in model. It can only raise an alarm or a concern, never take one back.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from deskbell.kit.packaged import packaged_bytes
from deskbell.safety.emergency import Sentence, scored_sentences
from deskbell.safety.framing import Level

MODEL = "minilm-l6-int8-2"  # vectors of other models say nothing here
# Log odds of the words and the meaning together, chosen on lines that the fit had not seen (evals/README.md).
ALARMS_FROM = 0.4
ALARMS_WHEN_CALMED_FROM = 4.0  # where a denial, a past or an idiom is known
CONCERNS_FROM = -0.3
MOST_SENTENCES = 12


@dataclass(frozen=True)
class Heard:
    """The sentence that alarms or gives concern, in plain words, its log odds, and those that it needs to take the chat over."""

    sentence: str
    score: float
    needed: float = ALARMS_FROM

    @property
    def level(self) -> Level:
        return "emergency" if self.score >= self.needed else "concern"


def to_look_at(text: str) -> list[Sentence]:
    """What has to be embedded, in plain words: the sentences of a message that its words make most likely, wherever they stand."""
    return scored_sentences(text)[:MOST_SENTENCES]


def plain(sentences: Sequence[Sentence]) -> list[str]:
    """The sentences as they are embedded."""
    return [" ".join(sentence.words) for sentence in sentences]


def heard_in(sentences: Sequence[Sentence], vectors: Sequence[Sequence[float]]) -> Heard | None:
    """The gravest of the sentences when it alarms or gives concern. `vectors[n]` is the unit vector of `sentences[n]`."""
    heard = [
        one for sentence, vector in zip(sentences, vectors, strict=True) if (one := _heard(sentence, vector))
    ]
    return max(heard, key=lambda one: (one.level == "emergency", one.score), default=None)


def _heard(sentence: Sentence, vector: Sequence[float]) -> Heard | None:
    odds = score(sentence, vector)
    if odds < CONCERNS_FROM:
        return None
    needed = ALARMS_WHEN_CALMED_FROM if sentence.is_calmed() else ALARMS_FROM
    return Heard(" ".join(sentence.words), odds, needed)


def score(sentence: Sentence, vector: Sequence[float]) -> float:
    """Log odds of an emergency by the words and by the meaning together."""
    *weights, of_words, intercept = _weights()
    meaning = sum(weight * value for weight, value in zip(weights, vector, strict=True)) + intercept
    return of_words * sentence.odds + meaning


@cache
def _weights() -> tuple[float, ...]:
    return tuple(array("f", packaged_bytes("deskbell.safety", "weights/emergency.embedding")))
