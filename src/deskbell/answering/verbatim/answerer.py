"""The built-in answerer: it says nothing of its own, it quotes the content. No model of language, no key, no network.

`answer` needs the similarity of the question to `texts_to_weigh(found)`; whoever calls it has the embedding model.
"""

import math
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from deskbell.answering.outcomes import Draft
from deskbell.answering.verbatim.confidence import NO_ANSWER_BELOW, Evidence, confidence
from deskbell.answering.verbatim.quoting import Unit, quote, units_of
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.opening_hours import asks_for_hours, days_in_full, with_synonyms, without_days
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out, stems
from deskbell.knowledge.reading.blocks import SEPARATOR

USUALLY_FOUND = 8
LOOKED_AT = 3  # passages whose sentences are weighed
MOST_UNITS = 12  # of each
WORD_WEIGHT = 0.8
PASSAGE_WEIGHT = 1.0
HEADING_WEIGHT = 0.5
CLEARLY_NEARER = 0.1
SAME_QUESTION = 0.65


@dataclass(frozen=True)
class VerbatimDraft:
    """`quote` stands in `found.text` letter by letter; `confidence` is 0 … 1."""

    quote: str
    found: Found
    confidence: float


@dataclass(frozen=True)
class Looked:
    """A quote before it is judged."""

    quote: str
    found: Found
    evidence: Evidence


@dataclass(frozen=True)
class _Candidate:
    """A passage with its units and how well each fits the question."""

    found: Found
    units: Sequence[Unit]
    similarities: Sequence[float]
    heading_similarity: float
    scores: Sequence[float]


def texts_to_weigh(found: Sequence[Found]) -> list[str]:
    """What the question is compared with: for each of the best passages its heading, then its sentences and points."""
    return [text for passage in found[:LOOKED_AT] for text in (_heading(passage), *_unit_texts(passage))]


def answer(question: str, found: Sequence[Found], similarities: Sequence[float]) -> VerbatimDraft | None:
    """The best quote and how sure we are that it answers; None when nothing in the content does.

    `similarities[n]` is the cosine of the question with `texts_to_weigh(found)[n]`.
    """
    looked = look(question, found, similarities)
    sure = confidence(looked.evidence) if looked else 0.0
    return VerbatimDraft(looked.quote, looked.found, sure) if looked and sure >= NO_ANSWER_BELOW else None


def look(question: str, found: Sequence[Found], similarities: Sequence[float]) -> Looked | None:
    """The best quote with what speaks for and against it, not yet weighed (the evals weigh it)."""
    full = spell_out(question)
    weights = _weights(frozenset(stems(full)), found)
    candidates = _candidates(found, similarities, weights)
    best = max(candidates, key=_fit, default=None)
    if best is None or not best.units:
        return None
    words = quote(best.found.text, best.units, best.scores, answers_heading=_answers_heading(best))
    return Looked(words, best.found, _evidence(found, best, weights, about_hours=asks_for_hours(full)))


def as_draft(quoted: VerbatimDraft) -> Draft:
    """The quote as the answer, with the passage it stands in as the one source."""
    found = quoted.found
    source = Citation(
        number=1,
        passage_id=found.passage_id,
        source_id=found.source_id,
        title=found.title,
        path=found.path,
        quote=quoted.quote,
        passage=found.text,
        url=found.url,
        read_at=found.read_at,
    )
    return Draft(text=quoted.quote, sources=(source,), confidence=quoted.confidence)


def _candidates(
    found: Sequence[Found], similarities: Sequence[float], weights: dict[str, float]
) -> list[_Candidate]:
    candidates: list[_Candidate] = []
    place = 0
    for passage in found[:LOOKED_AT]:
        units = units_of(passage.text)[:MOST_UNITS]
        near = similarities[place + 1 : place + 1 + len(units)]
        scores = [
            similarity + WORD_WEIGHT * _covered(weights, stems(unit.text)) + PASSAGE_WEIGHT * passage.score
            for unit, similarity in zip(units, near, strict=True)
        ]
        candidates.append(_Candidate(passage, units, near, similarities[place], scores))
        place += 1 + len(units)
    return candidates


def _fit(candidate: _Candidate) -> float:
    """Of a whole passage: its best unit, and how near its heading is to the question."""
    return max(candidate.scores, default=-math.inf) + HEADING_WEIGHT * candidate.heading_similarity


def _answers_heading(candidate: _Candidate) -> bool:
    """Whether the passage as a whole is the answer, from its beginning on: the visitor asks what the heading asks."""
    heading = candidate.heading_similarity
    if _heading(candidate.found).endswith("?") and heading > SAME_QUESTION:
        return True
    return heading > max(candidate.similarities) + CLEARLY_NEARER


def _evidence(
    found: Sequence[Found], best: _Candidate, weights: dict[str, float], *, about_hours: bool
) -> Evidence:
    """What speaks for and against: measured here, weighed in `confidence`."""
    dense = sorted((passage.dense for passage in found), reverse=True)
    said = frozenset(stem for passage in found for stem in _stems_of(passage))
    here = _stems_of(best.found)
    if about_hours:
        weights = {stem: weights[stem] for stem in without_days(weights.keys())}
        said, here = with_synonyms(said), with_synonyms(here)
    return Evidence(
        nearest_passage=dense[0],
        chosen_passage=best.found.dense,
        nearest_unit=max(best.similarities),
        heading=best.heading_similarity,
        covered=_covered(weights, here),
        unknown=sum(stem not in said for stem in weights) / max(len(weights), 1),
        ahead=dense[0] - sum(dense[1:]) / max(len(dense) - 1, 1),
        stems=len(weights),
    )


def _weights(asked: Set[str], found: Sequence[Found]) -> dict[str, float]:
    """Words that few of the passages say tell them apart (inverse document frequency). Where less is known than is
    usually found, the missing passages count as saying nothing.
    """
    said_by = Counter(stem for passage in found for stem in asked & _stems_of(passage))
    total = max(len(found), USUALLY_FOUND)
    return {stem: math.log(1 + (total - said_by[stem] + 0.5) / (said_by[stem] + 0.5)) for stem in asked}


def _covered(weights: dict[str, float], said: Sequence[str] | Set[str]) -> float:
    """The weighted share of the question's words that are said: 0 … 1."""
    total = sum(weights.values())
    return sum(weights[stem] for stem in weights.keys() & set(said)) / total if total else 0.0


def _stems_of(passage: Found) -> frozenset[str]:
    return frozenset(stems(passage.path)) | frozenset(stems(passage.text))


def _heading(passage: Found) -> str:
    return passage.path.rpartition(SEPARATOR)[2] or passage.title


def _unit_texts(passage: Found) -> list[str]:
    return [days_in_full(unit.text) for unit in units_of(passage.text)[:MOST_UNITS]]
