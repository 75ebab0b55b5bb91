"""What a search brings back, and how what speaks for a passage is weighed."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from uuid import UUID

from deskbell.knowledge.finding.terms import spell_out, stems
from deskbell.knowledge.passages import sentences

K1 = 1.2
B = 0.75
# Fitted on half of SQuAD's articles and half of COVID-QA's questions (listwise softmax, evals/fit_ranking.py), scaled to a sum
# of 1. Weights that follow the question (its length, how much of it is said) did no better on the other halves.
MEANING_WEIGHT = 0.736
WORDS_WEIGHT = 0.112
SENTENCE_WEIGHT = 0.077
PAIRS_WEIGHT = 0.075
LOOKED_AT_CLOSELY = 12  # passages whose sentences are compared with the question
FIRST_MEANING_WEIGHT = 0.6  # for choosing these
FEWEST = 8  # where less is known, the missing passages count as saying nothing


@dataclass(frozen=True)
class Found:
    """A passage that may answer. `lexical` is BM25 (0 = no word in common), `dense` the cosine (-1 … 1) of question
    and passage, `score` what both and the closest sentence come to (about 0 … 1). `url` leads to the document, whose `version`
    was read at `read_at`.
    """

    passage_id: UUID
    source_id: UUID
    document_id: UUID
    title: str
    path: str
    text: str
    url: str | None
    read_at: datetime
    lexical: float
    dense: float
    score: float = 0.0
    version: int = 1


def rank(question: str, candidates: Sequence[Found]) -> list[Found]:
    """The best of the candidates, best first, at most `LOOKED_AT_CLOSELY`; copies appear once. Some are chosen by the two
    rankers; their order is settled by what their sentences say.
    """
    asked = stems(spell_out(question))
    rarity = _rarity(frozenset(asked), candidates)
    pairs = frozenset(pairwise(asked))
    most_said = max((found.lexical for found in candidates), default=0.0) or 1.0
    scored = [
        replace(
            found,
            score=MEANING_WEIGHT * found.dense
            + WORDS_WEIGHT * found.lexical / most_said
            + SENTENCE_WEIGHT * _said_in_a_sentence(rarity, found.text)
            + PAIRS_WEIGHT * _pairs_in_a_sentence(pairs, found.text),
        )
        for found in list(_without_copies(_by_both_rankers(candidates)))[:LOOKED_AT_CLOSELY]
    ]
    return sorted(scored, key=lambda found: (-found.score, found.passage_id))


def _by_both_rankers(candidates: Sequence[Found]) -> list[Found]:
    """Each ranker's scores stretched to 0 … 1 over the candidates, then weighed."""
    said = _stretched([found.lexical for found in candidates])
    near = _stretched([found.dense for found in candidates])
    scores = {
        found.passage_id: FIRST_MEANING_WEIGHT * meaning + (1 - FIRST_MEANING_WEIGHT) * words
        for found, words, meaning in zip(candidates, said, near, strict=True)
    }
    return sorted(candidates, key=lambda found: (-scores[found.passage_id], found.passage_id))


def _stretched(values: Sequence[float]) -> list[float]:
    """Minimum to 0, maximum to 1. All alike: none stands out."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    return [(value - low) / (high - low) if high > low else 0.0 for value in values]


def _without_copies(ranked: Iterable[Found]) -> Iterable[Found]:
    """The same text stands on many pages (notices, contact boxes): its best place is enough."""
    seen: set[str] = set()
    for found in ranked:
        if found.text not in seen:
            seen.add(found.text)
            yield found


def _rarity(asked: frozenset[str], candidates: Sequence[Found]) -> Mapping[str, float]:
    """Inverse document frequency of the question's stems among the candidates. That a text says a stem is read off its
    letters: near enough, and a hundred texts need not be stemmed.
    """
    texts = [f"{found.path}\n{found.text}".lower() for found in candidates]
    total = max(len(texts), FEWEST)
    rarity: dict[str, float] = {}
    for stem in asked:
        letters = stem[:-1] if stem.endswith("i") else stem  # "copi" is said by "copies" and by "copy"
        said_by = sum(letters in text for text in texts)
        rarity[stem] = math.log(1 + (total - said_by + 0.5) / (said_by + 0.5))
    return rarity


def _said_in_a_sentence(rarity: Mapping[str, float], text: str) -> float:
    """The weighted share of the question's words that one sentence says."""
    total = sum(rarity.values())
    said = max(
        (sum(rarity[s] for s in rarity.keys() & sentence) for sentence in _sayings(text).sentences),
        default=0.0,
    )
    return said / total if total else 0.0


def _pairs_in_a_sentence(pairs: frozenset[tuple[str, str]], text: str) -> float:
    """The share of the question's words that one sentence says in the same order, side by side."""
    return max((len(pairs & said) for said in _sayings(text).pairs), default=0) / max(len(pairs), 1)


@dataclass(frozen=True)
class _Sayings:
    """The stems of each sentence of a text, and which of them stand side by side."""

    sentences: tuple[frozenset[str], ...]
    pairs: tuple[frozenset[tuple[str, str]], ...]


@lru_cache(maxsize=8_192)
def _sayings(text: str) -> _Sayings:
    """Remembered: questions meet the same passages again and again."""
    said = [stems(sentence) for line in text.splitlines() for sentence in sentences(line)]
    return _Sayings(
        tuple(frozenset(sentence) for sentence in said),
        tuple(frozenset(pairwise(sentence)) for sentence in said),
    )
