"""Does the visitor ask something only a clinician may answer? First version: words and grammar, plus the approved wording (in seven languages)."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from deskbell.kit.packaged import packaged_toml
from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling, words_of

ClinicalKind: TypeAlias = Literal["diagnosis", "dosing", "results", "treatment"]

MOST_SPECIFIC = ("results", "dosing", "treatment", "diagnosis")


@dataclass(frozen=True)
class ClinicalQuestion:
    kind: ClinicalKind
    matched: str


@dataclass(frozen=True)
class ClinicalText:
    """The lexicon as it stands in its file."""

    approved: dict[str, str]
    misspelled: list[str]
    short_forms: dict[str, str]
    groups: dict[str, list[str]]
    asks: dict[ClinicalKind, list[str]]
    asks_elsewhere: dict[ClinicalKind, list[str]]
    frames: dict[str, list[str]]


def is_clinical(text: str) -> ClinicalQuestion | None:
    """The clinical question in the text, or None. Seeing, sending and paying for results, refills and visits is not clinical."""
    spelling, asks, elsewhere = clinical_lexicon()
    words = words_of(text, spelling)
    logistics = elsewhere.find(words)
    clinical = [
        ask for ask in asks.find(words) if not any(f.first < ask.end and ask.first < f.end for f in logistics)
    ]
    if not clinical:
        return None
    ask = min(clinical, key=lambda ask: (MOST_SPECIFIC.index(ask.label), ask.first))
    return ClinicalQuestion(cast("ClinicalKind", ask.label), " ".join(words.all[ask.first : ask.end]))


def approved_wording(language: str = "en", *, emergency: str = "911") -> str:
    """What the visitor is told instead of an answer."""
    approved = _text().approved
    return approved.get(language, approved["en"]).format(emergency=emergency)


def _text() -> ClinicalText:
    return packaged_toml("deskbell.safety", "lexicons/clinical.toml", ClinicalText)


@cache
def clinical_lexicon() -> tuple[Spelling, PhraseBook, PhraseBook]:
    text = _text()
    asks = {str(kind): [*lines, *text.asks_elsewhere.get(kind, [])] for kind, lines in text.asks.items()}
    known = words_in(
        [line for lines in (*asks.values(), *text.frames.values()) for line in lines], text.groups
    )
    return (
        Spelling.of(text.short_forms, text.misspelled, known),
        PhraseBook.of(asks, text.groups),
        PhraseBook.of(text.frames, text.groups),
    )
