"""Are you a bot? Recognizes the question, by a lexicon and a linear model (evals/fit_disclosure.py), and gives the honest answer, in
seven languages. Nobody can configure another one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from deskbell.kit.languages import FALLBACK, LANGUAGES, Language, language_in
from deskbell.kit.packaged import packaged_toml
from deskbell.safety.ngrams import features, model_apart, sentences
from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling, words_of

# Log odds of the linear model, chosen on lines of its grammar that a first fit had not seen.
HEARD_FROM = 0.8
OVERRULED_BELOW = -4.0
FEWEST_WORDS = 2


@dataclass(frozen=True)
class DisclosureText:
    """The lexicon as it stands in its file."""

    answers: dict[Language, str]
    short_forms: dict[str, str]
    groups: dict[str, list[str]]
    questions: dict[Language, list[str]]


def asks_what_it_is(text: str) -> Language | None:
    """The language in which the visitor asks whether a human or a machine answers, or None."""
    spelling, questions = _questions()
    words = words_of(text, spelling)
    asked = {found.label for found in questions.find(words)}
    listed = _named(asked)
    model = model_apart("disclosure")
    odds = [model.score(features(part)) for part in sentences(words, fewest=FEWEST_WORDS)]
    if listed is not None:
        return listed if not odds or max(odds) >= OVERRULED_BELOW else None
    if not odds or max(odds) < HEARD_FROM:
        return None
    return language_in(text) or FALLBACK


def _named(labels: Collection[str]) -> Language | None:
    return next((language for language in LANGUAGES if language in labels), None)


def honest_answer(company: str, language: Language = FALLBACK) -> str:
    """That it is an AI, where its answers come from, and that a person can be had."""
    return _text().answers[language].format(company=company)


def disclosure_spelling() -> Spelling:
    return _questions()[0]


def _text() -> DisclosureText:
    return packaged_toml("deskbell.safety", "lexicons/disclosure.toml", DisclosureText)


@cache
def _questions() -> tuple[Spelling, PhraseBook]:
    text = _text()
    known = words_in([line for lines in text.questions.values() for line in lines], text.groups)
    book = PhraseBook.of({str(language): lines for language, lines in text.questions.items()}, text.groups)
    return Spelling.of(text.short_forms, (), known), book
