"""The built-in answerer: it quotes the content, letter by letter. Pure."""

from deskbell.answering.verbatim.answerer import VerbatimDraft, answer, as_draft, judged, look, together
from deskbell.answering.verbatim.explained import answerability
from deskbell.answering.verbatim.weighing import texts_to_weigh

__all__ = [
    "VerbatimDraft",
    "answer",
    "answerability",
    "as_draft",
    "judged",
    "look",
    "texts_to_weigh",
    "together",
]
