"""What calibrations are held against: the pseudo-questions of a FAQ of the fitted half, measured as the product measures
those of an agent. Needs the weights of topic and fact.
"""

import asyncio
from pathlib import Path
from uuid import UUID

from deskbell.answering import verbatim
from deskbell.answering.verbatim.calibrating import headings
from deskbell.answering.verbatim.calibrating.measured import Scores, middle_of
from deskbell.answering.verbatim.confidence import raw_score
from deskbell.embedding.embedder import Vector
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out
from evals.answerability.asking import Texts, faq
from evals.memory_index import MemoryIndex


def reference(folder: Path, texts: Texts) -> dict[str, float]:
    """The middle of the scores."""
    return {"middle": middle_of(_scores(folder, texts))}


def _scores(folder: Path, texts: Texts) -> Scores:
    cuts = faq(folder)[::2]
    index = MemoryIndex(cuts, asyncio.run(embed(texts.model, cuts)))
    own: list[float] = []
    hidden: list[float] = []
    for heading in headings.as_questions((UUID(int=n), cut.path, cut.text) for n, cut in enumerate(cuts)):
        vector = texts.vectors([spell_out(heading.question)])[0]
        found = index.find(heading.question, vector, limit=headings.SEARCHED)
        dense = float(texts.vectors([heading.text])[0] @ vector)
        own += _score(
            heading.question, vector, headings.with_own_headless(found, heading, dense=dense), texts
        )
        hidden += _score(heading.question, vector, headings.with_own_hidden(found, heading), texts)
    return Scores(own, hidden, ())


def _score(question: str, vector: Vector, found: list[Found], texts: Texts) -> list[float]:
    if not found:
        return []
    similarities = (texts.vectors(verbatim.texts_to_weigh(found)) @ vector).tolist()
    looked = verbatim.look(question, found, similarities)
    return [raw_score(looked.evidence)] if looked else []
