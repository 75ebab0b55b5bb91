"""The built-in answerer: it says nothing of its own, it quotes the content. No model of language, no key, no network.

`answer` needs the similarity of the question to `texts_to_weigh(found)`; whoever calls it has the embedding model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.answering.outcomes import Draft
from deskbell.answering.verbatim.choosing import chosen
from deskbell.answering.verbatim.confidence import AS_FITTED, NO_ANSWER_BELOW, Calibration, confidence
from deskbell.answering.verbatim.evidence import Evidence, Seen, evidence_of
from deskbell.answering.verbatim.premises import Verdict, premise_of
from deskbell.answering.verbatim.premises.correcting import UNSAID_AT_MOST, held_by
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
    corrects: bool = False  # the question takes for granted what the first part denies

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
    """Quotes before they are judged; the evidence is of the first. `premise`: what they make of what the question takes
    for granted, None where it takes nothing.
    """

    parts: tuple[Quoted, ...]
    evidence: Evidence
    premise: Verdict | None = None

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
    sure = sureness(looked, calibration)
    corrects = looked.premise is Verdict.OTHERWISE
    return VerbatimDraft(looked.parts, sure, corrects) if sure >= NO_ANSWER_BELOW else None


def sureness(looked: Looked, calibration: Calibration = AS_FITTED) -> float:
    """0 … 1; never high where the question takes for granted what the quote leaves open."""
    sure = confidence(looked.evidence, calibration)
    return min(sure, UNSAID_AT_MOST) if looked.premise is Verdict.UNSAID else sure


def together(drafts: Sequence[VerbatimDraft]) -> VerbatimDraft:
    """One answer to several questions: no surer than of its weakest part. What answers two of them is quoted once."""
    parts = tuple(dict.fromkeys(part for draft in drafts for part in draft.parts))
    corrects = any(draft.corrects for draft in drafts)
    return VerbatimDraft(parts, min(draft.confidence for draft in drafts), corrects)


def look(question: str, found: Sequence[Found], similarities: Sequence[float]) -> Looked | None:
    """The best quote with what speaks for and against it, not yet weighed (the evals weigh it)."""
    premise = premise_of(question)
    if premise is not None and premise.framed:
        question = f"{premise.text}?"
    weighed = weigh(question, found, similarities)
    if not weighed:
        return None
    stretches = chosen(weighed)
    held = held_by(premise, stretches, weighed) if premise else None
    if held is not None and held.verdict is Verdict.OTHERWISE:
        stretches = held.first(stretches)
    best = stretches[0].of
    parts = [Quoted(stretch.text, stretch.of.found) for stretch in stretches]
    seen = Seen(
        spell_out(question),
        found,
        best.found,
        parts[0].quote,
        best.similarities,
        best.heading_similarity,
        best.best_unit,
    )
    evidence = evidence_of(seen)
    if held is None:
        return Looked(_without_repetitions(parts), evidence)
    return Looked(_without_repetitions(parts), held.weighed(evidence), held.verdict)


def _without_repetitions(parts: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """The same words stand on many pages."""
    first = parts[0]
    return (first, *(part for part in parts[1:] if part.quote not in first.quote))


def as_draft(quoted: VerbatimDraft, *, otherwise: str = "") -> Draft:
    """The quotes as the answer, each with the passage it stands in as its source, numbered in the order they are read.
    `otherwise` is said first where they correct the question.
    """
    lead = f"{otherwise}\n\n" if quoted.corrects and otherwise else ""
    sources = tuple(_citation(number, part) for number, part in enumerate(quoted.parts, start=1))
    if len(sources) == 1:
        return Draft(text=lead + quoted.quote, sources=sources, confidence=quoted.confidence)
    text = "\n\n".join(f"{source.quote} [{source.number}]" for source in sources)
    return Draft(text=lead + text, sources=sources, confidence=quoted.confidence)


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
