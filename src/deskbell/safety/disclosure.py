"""Are you a bot? Recognizes the question and gives the honest answer, in seven languages. Nobody can configure another one."""

from dataclasses import dataclass
from functools import cache

from deskbell.kit.languages import FALLBACK, LANGUAGES, Language
from deskbell.kit.packaged import packaged_toml
from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling, words_of


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
    asked = {found.label for found in questions.find(words_of(text, spelling))}
    return next((language for language in LANGUAGES if language in asked), None)


def honest_answer(company: str, language: Language = FALLBACK) -> str:
    """That it is an AI, where its answers come from, and that a person can be had."""
    return _text().answers[language].format(company=company)


def _text() -> DisclosureText:
    return packaged_toml("deskbell.safety", "lexicons/disclosure.toml", DisclosureText)


@cache
def _questions() -> tuple[Spelling, PhraseBook]:
    text = _text()
    known = words_in([line for lines in text.questions.values() for line in lines], text.groups)
    book = PhraseBook.of({str(language): lines for language, lines in text.questions.items()}, text.groups)
    return Spelling.of(text.short_forms, (), known), book
