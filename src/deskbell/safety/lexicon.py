"""The emergency lexicons, read once per process. One file per language in `lexicons/`; adding a language is adding a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from deskbell.kit.packaged import packaged_toml
from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling

Kind: TypeAlias = Literal["medical", "self_harm", "overdose", "child", "violence"]
Listed: TypeAlias = Literal["emergency", "concern", "topic"]

LANGUAGES = ("en", "es", "pt", "fr", "vi", "tl", "zh")


@dataclass(frozen=True)
class LexiconText:
    """A lexicon as it stands in its file: phrases by kind, frames that change what a phrase means, and plain word lists."""

    short_forms: dict[str, str]
    misspelled: list[str]
    groups: dict[str, list[str]]
    emergency: dict[Kind, list[str]]
    concern: dict[Kind, list[str]]
    topic: dict[Kind, list[str]]
    frames: dict[str, list[str]]
    words: dict[str, list[str]]


@dataclass(frozen=True)
class Lexicon:
    language: str
    spelling: Spelling
    phrases: PhraseBook
    frames: PhraseBook
    words: Mapping[str, frozenset[str]]


@cache
def lexicon_of(language: str) -> Lexicon:
    text = packaged_toml("deskbell.safety", f"lexicons/emergency.{language}.toml", LexiconText)
    listed: Mapping[Listed, dict[Kind, list[str]]] = {
        "emergency": text.emergency,
        "concern": text.concern,
        "topic": text.topic,
    }
    labelled = {
        f"{listing}.{kind}": lines for listing, kinds in listed.items() for kind, lines in kinds.items()
    }
    everything = [
        line for lines in (*labelled.values(), *text.frames.values(), *text.words.values()) for line in lines
    ]
    return Lexicon(
        language=language,
        spelling=Spelling.of(text.short_forms, text.misspelled, words_in(everything, text.groups)),
        phrases=PhraseBook.of(labelled, text.groups),
        frames=PhraseBook.of(text.frames, text.groups),
        words={name: frozenset(lines) for name, lines in text.words.items()},
    )
