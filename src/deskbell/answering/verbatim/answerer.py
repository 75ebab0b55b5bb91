"""The built-in answerer: it says nothing of its own, it quotes the content. No model of language, no key, no network.

`answer` needs the similarity of the question to `texts_to_weigh(found)`; whoever calls it has the embedding model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.answering.outcomes import Draft
from deskbell.answering.verbatim.choosing import chosen
from deskbell.answering.verbatim.confidence import AS_FITTED, NO_ANSWER_BELOW, Calibration, confidence
from deskbell.answering.verbatim.evidence import Evidence, Seen, evidence_of
from deskbell.answering.verbatim.weighing import weigh
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out


@dataclass(frozen=True)
class Quoted:
    """`quote` stands in `found.text` letter by letter."""

    quote: str
    found: Found


@dataclass(frozen=True)
class VerbatimDraft:
    """The parts of an answer in the order they are read; `confidence` is 0 … 1."""

    parts: tuple[Quoted, ...]
    confidence: float

    @property
    def quote(self) -> str:
        """All that is shown."""
        return "\n\n".join(part.quote for part in self.parts)

    @property
    def found(self) -> Found:
        """The passage that is quoted first."""
        return self.parts[0].found


@dataclass(frozen=True)
class Looked:
    """Quotes before they are judged; the evidence is of the first."""

    parts: tuple[Quoted, ...]
    evidence: Evidence

    @property
    def quote(self) -> str:
        """All that would be shown."""
        return "\n\n".join(part.quote for part in self.parts)

    @property
    def found(self) -> Found:
        """The passage that is quoted first."""
        return self.parts[0].found


def answer(question: str, found: Sequence[Found], similarities: Sequence[float]) -> VerbatimDraft | None:
    """The best quote and how sure we are that it answers; None when nothing in the content does.

    `similarities[n]` is the cosine of the question with `texts_to_weigh(found)[n]`.
    """
    looked = look(question, found, similarities)
    return judged(looked) if looked else None


def judged(looked: Looked, calibration: Calibration = AS_FITTED) -> VerbatimDraft | None:
    """The quote with how sure we are; None when that is too little to be an answer at all."""
    sure = confidence(looked.evidence, calibration)
    return VerbatimDraft(looked.parts, sure) if sure >= NO_ANSWER_BELOW else None


def together(drafts: Sequence[VerbatimDraft]) -> VerbatimDraft:
    """One answer to several questions: no surer than of its weakest part. What answers two of them is quoted once."""
    parts = tuple(dict.fromkeys(part for draft in drafts for part in draft.parts))
    return VerbatimDraft(parts, min(draft.confidence for draft in drafts))


def look(question: str, found: Sequence[Found], similarities: Sequence[float]) -> Looked | None:
    """The best quote with what speaks for and against it, not yet weighed (the evals weigh it)."""
    weighed = weigh(question, found, similarities)
    if not weighed:
        return None
    stretches = chosen(weighed)
    best = stretches[0].of
    parts = [Quoted(stretch.text, stretch.of.found) for stretch in stretches]
    seen = Seen(
        spell_out(question), found, best.found, parts[0].quote, best.similarities, best.heading_similarity
    )
    return Looked(_without_repetitions(parts), evidence_of(seen))


def _without_repetitions(parts: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """The same words stand on many pages."""
    first = parts[0]
    return (first, *(part for part in parts[1:] if part.quote not in first.quote))


def as_draft(quoted: VerbatimDraft) -> Draft:
    """The quotes as the answer, each with the passage it stands in as its source, numbered in the order they are read."""
    sources = tuple(_citation(number, part) for number, part in enumerate(quoted.parts, start=1))
    if len(sources) == 1:
        return Draft(text=quoted.quote, sources=sources, confidence=quoted.confidence)
    text = "\n\n".join(f"{source.quote} [{source.number}]" for source in sources)
    return Draft(text=text, sources=sources, confidence=quoted.confidence)


def _citation(number: int, part: Quoted) -> Citation:
    found = part.found
    return Citation(
        number=number,
        passage_id=found.passage_id,
        source_id=found.source_id,
        document_id=found.document_id,
        version=found.version,
        title=found.title,
        path=found.path,
        quote=part.quote,
        passage=found.text,
        url=found.url,
        read_at=found.read_at,
    )
