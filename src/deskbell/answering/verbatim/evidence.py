"""What speaks for and against a quote: measured here on what the search and the quoting saw, weighed in `confidence`. Pure."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import asdict, dataclass, fields
from functools import lru_cache

from deskbell.answering.verbatim.claims import Claims, claims_of
from deskbell.knowledge.finding.opening_hours import asks_for_hours, with_synonyms, without_days
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.synonyms import meant_by
from deskbell.knowledge.finding.terms import stems

IN_OTHER_WORDS = 0.5  # how much a synonym says of the word itself
LONGEST = 25  # words of a question, beyond which more of them tell nothing
USUALLY_FOUND = 8
ALONE_GAP = 0.2  # where there is nothing to be ahead of


@dataclass(frozen=True)
class Seen:
    """What the answerer looked at. `question` is spelled out; `quote` stands in `chosen`, one of `found`; `units` are the
    cosines of the question with the sentences and points of `chosen`, `best_unit` with the one that was weighed best, `heading` with its
    heading.
    """

    question: str
    found: Sequence[Found]
    chosen: Found
    quote: str
    units: Sequence[float]
    heading: float
    best_unit: float


@dataclass(frozen=True)
class Evidence:
    """Cosines with the question: of the nearest passage, the chosen one, its nearest unit, its heading. Shares of the
    question's words: said by the chosen passage (weighted), said by none. How far the nearest passage is `ahead` of
    the mean of the others, `gap` of the second; `lexical_gap` the same by words, as a share. `agree`: the chosen one is the best by words and by
    meaning. `stems`: how many words the question has that count, `words` how many at all. `quote_alike`, `passage_alike`: `covered`, with what
    says the same in other words.
    """

    nearest_passage: float
    chosen_passage: float
    nearest_unit: float
    heading: float
    covered: float
    unknown: float
    ahead: float
    gap: float
    lexical_gap: float
    agree: bool
    stems: int
    words: int
    quote_alike: float
    passage_alike: float
    best_unit: float
    claims: Claims

    def features(self) -> dict[str, float]:
        """What the weights are for, by name."""
        flat = {
            field.name: float(getattr(self, field.name)) for field in fields(self) if field.name != "claims"
        }
        scaled = {
            "nearest": max(self.nearest_unit, self.heading, self.chosen_passage),
            "stems": min(self.stems, 8) / 8,
            "words": min(self.words, LONGEST) / LONGEST,
        }
        return flat | asdict(self.claims) | scaled


def evidence_of(seen: Seen) -> Evidence:
    """All that is known about a quote before it is judged."""
    asked = weights = word_weights(seen.question, seen.found)
    dense = sorted((passage.dense for passage in seen.found), reverse=True)
    lexical = sorted((passage.lexical for passage in seen.found), reverse=True)
    said = frozenset(stem for passage in seen.found for stem in stems_of(passage))
    here = stems_of(seen.chosen)
    if asks_for_hours(seen.question):
        weights = {stem: weights[stem] for stem in without_days(weights.keys())}
        said, here = with_synonyms(said), with_synonyms(here)
    return Evidence(
        nearest_passage=dense[0],
        chosen_passage=seen.chosen.dense,
        nearest_unit=max(seen.units),
        heading=seen.heading,
        covered=covered(weights, here),
        unknown=sum(stem not in said for stem in weights) / max(len(weights), 1),
        ahead=dense[0] - sum(dense[1:]) / max(len(dense) - 1, 1),
        gap=dense[0] - dense[1] if len(dense) > 1 else ALONE_GAP,
        lexical_gap=(lexical[0] - lexical[1]) / lexical[0]
        if len(lexical) > 1 and lexical[0] > 0
        else ALONE_GAP,
        agree=seen.chosen.dense >= dense[0] and seen.chosen.lexical >= lexical[0],
        stems=len(weights),
        words=len(seen.question.split()),
        quote_alike=covered_alike(asked, stems_in(seen.quote) | stems_in(seen.chosen.path)),
        passage_alike=covered_alike(asked, stems_of(seen.chosen)),
        best_unit=seen.best_unit,
        claims=claims_of(
            seen.question, weights, path=seen.chosen.path, text=seen.chosen.text, quote=seen.quote
        ),
    )


def word_weights(question: str, found: Sequence[Found]) -> dict[str, float]:
    """Words that few of the passages say tell them apart (inverse document frequency). Where less is known than is
    usually found, the missing passages count as saying nothing.
    """
    asked = frozenset(stems(question))
    said_by = Counter(stem for passage in found for stem in asked & stems_of(passage))
    total = max(len(found), USUALLY_FOUND)
    return {stem: math.log(1 + (total - said_by[stem] + 0.5) / (said_by[stem] + 0.5)) for stem in asked}


def covered(weights: dict[str, float], said: Sequence[str] | Set[str]) -> float:
    """The weighted share of the question's words that are said: 0 … 1."""
    total = sum(weights.values())
    return sum(weights[stem] for stem in weights.keys() & set(said)) / total if total else 0.0


def covered_alike(weights: Mapping[str, float], said: Set[str]) -> float:
    """The weighted share of the question's words that are said, or said in other words: 0 … 1."""
    total = sum(weights.values())
    if not total:
        return 0.0
    same = sum(weights[stem] for stem in weights.keys() & said)
    alike = sum(weights[stem] for stem in weights.keys() - said if meant_by(stem) & said)
    return (same + IN_OTHER_WORDS * alike) / total


def stems_of(passage: Found) -> frozenset[str]:
    """The words of a passage that count, its headings' included."""
    return stems_in(passage.path) | stems_in(passage.text)


@lru_cache(maxsize=8_192)
def stems_in(text: str) -> frozenset[str]:
    """Remembered: questions meet the same passages again and again."""
    return frozenset(stems(text))
