"""The built-in answerer: it says nothing of its own, it quotes the content. No model of language, no key, no network.

`answer` needs the similarity of the question to `texts_to_weigh(found)`; whoever calls it has the embedding model.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.answering.outcomes import Draft
from deskbell.answering.verbatim.confidence import NO_ANSWER_BELOW, confidence
from deskbell.answering.verbatim.evidence import Evidence, Seen, covered, evidence_of, word_weights
from deskbell.answering.verbatim.quoting import Unit, quote, units_of
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.opening_hours import days_in_full
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out, stems
from deskbell.knowledge.reading.blocks import SEPARATOR

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
    return judged(looked) if looked else None


def judged(looked: Looked) -> VerbatimDraft | None:
    """The quote with how sure we are; None when that is too little to be an answer at all."""
    sure = confidence(looked.evidence)
    return VerbatimDraft(looked.quote, looked.found, sure) if sure >= NO_ANSWER_BELOW else None


def look(question: str, found: Sequence[Found], similarities: Sequence[float]) -> Looked | None:
    """The best quote with what speaks for and against it, not yet weighed (the evals weigh it)."""
    full = spell_out(question)
    candidates = _candidates(found, similarities, word_weights(full, found))
    best = max(candidates, key=_fit, default=None)
    if best is None or not best.units:
        return None
    words = quote(best.found.text, best.units, best.scores, answers_heading=_answers_heading(best))
    seen = Seen(full, found, best.found, words, best.similarities, best.heading_similarity)
    return Looked(words, best.found, evidence_of(seen))


def as_draft(quoted: VerbatimDraft) -> Draft:
    """The quote as the answer, with the passage it stands in as the one source."""
    found = quoted.found
    source = Citation(
        number=1,
        passage_id=found.passage_id,
        source_id=found.source_id,
        document_id=found.document_id,
        version=found.version,
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
            similarity + WORD_WEIGHT * covered(weights, stems(unit.text)) + PASSAGE_WEIGHT * passage.score
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


def _heading(passage: Found) -> str:
    return passage.path.rpartition(SEPARATOR)[2] or passage.title


def _unit_texts(passage: Found) -> list[str]:
    return [days_in_full(unit.text) for unit in units_of(passage.text)[:MOST_UNITS]]
