"""Does the visitor ask something only a clinician may answer? A lexicon with a little grammar, a linear model over words fitted by
evals/fit_clinical.py, and the approved wording; all in seven languages.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from deskbell.kit.packaged import packaged_toml
from deskbell.safety.ngrams import features, model_apart, sentences
from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling, Words, words_of

ClinicalKind: TypeAlias = Literal["diagnosis", "dosing", "results", "treatment"]

# Log odds of the linear model, chosen on lines of its grammar that a first fit had not seen (evals/fit_clinical.py).
HEARD_FROM = 0.3
OVERRULED_BELOW = -1.5
FEWEST_WORDS = 2

MOST_SPECIFIC = ("results", "dosing", "treatment", "diagnosis")


@dataclass(frozen=True)
class ClinicalQuestion:
    """`kind` is None when no listed wording says it: then `matched` is the sentence that the linear model heard."""

    kind: ClinicalKind | None
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
    """The clinical question in the text, or None. Seeing, sending and paying for results, refills and visits is not clinical.

    The linear model hears what no list holds, and overrules the lexicon where every sentence is plainly about something else.
    """
    words = words_of(text, clinical_lexicon()[0])
    listed, model = _listed(words), model_apart("clinical")
    scored = [(model.score(features(part)), part) for part in sentences(words, fewest=FEWEST_WORDS)]
    if not scored:
        return listed
    odds, sentence = max(scored)
    if listed is not None:
        return listed if odds >= OVERRULED_BELOW else None
    return ClinicalQuestion(None, " ".join(sentence)) if odds >= HEARD_FROM else None


def _listed(words: Words) -> ClinicalQuestion | None:
    _, asks, elsewhere = clinical_lexicon()
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
