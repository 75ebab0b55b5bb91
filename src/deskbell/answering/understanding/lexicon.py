"""The lexicons of small talk, read once per process: one file per language in `lexicons/`; adding a language is adding a file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from deskbell.kit.languages import Language
from deskbell.kit.packaged import packaged_toml
from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling


class Talk(StrEnum):
    """What a message is that asks nothing of the content. The order is the order of importance when one message is several."""

    ABUSE = "abuse"
    FRUSTRATION = "frustration"
    CONFUSED = "confused"
    LANGUAGE = "language"
    WHAT_CAN_YOU_DO = "what_can_you_do"
    WHO_MADE_YOU = "who_made_you"
    NAME = "name"
    CHIT_CHAT = "chit_chat"
    OPENING = "opening"  # "I have a question", "can you help me?"
    PRESENCE = "presence"  # "are you there?"
    HOW_ARE_YOU = "how_are_you"
    GOODBYE = "goodbye"
    ENOUGH = "enough"  # "no thanks, that is all"
    THANKS = "thanks"
    PRAISE = "praise"
    APOLOGY = "apology"
    NO = "no"
    YES = "yes"
    OK = "ok"
    GREETING = "greeting"
    # Told from the characters, not from a lexicon: see unreadable.py.
    IMAGE = "image"
    LINK = "link"
    NUMBER = "number"
    UNCLEAR = "unclear"
    LONG = "long"  # a story without a question, too long to be looked up


@dataclass(frozen=True)
class LexiconText:
    """A lexicon as it stands in its file."""

    misspelled: list[str]
    fillers: str
    short_forms: dict[str, str]
    groups: dict[str, list[str]]
    phrases: dict[Talk, list[str]]
    profanity: dict[str, list[str]]


@dataclass(frozen=True)
class Lexicon:
    spelling: Spelling
    phrases: PhraseBook
    fillers: frozenset[str]
    profanity: frozenset[tuple[str, ...]]


@cache
def lexicon_of(language: Language) -> Lexicon:
    text = packaged_toml(
        "deskbell.answering.understanding", f"lexicons/small_talk.{language}.toml", LexiconText
    )
    groups = {
        name: sorted(
            (_characters_apart(line, "_") for line in lines), key=len, reverse=True
        )  # the longest is tried first
        for name, lines in text.groups.items()
    }
    phrases: Mapping[str, Sequence[str]] = {
        talk.value: [_characters_apart(line, " ") for line in lines] for talk, lines in text.phrases.items()
    }
    known = words_in([line for lines in phrases.values() for line in lines], groups)
    return Lexicon(
        spelling=Spelling.of(text.short_forms, text.misspelled, known | set(text.fillers.split())),
        phrases=PhraseBook.of(phrases, groups),
        fillers=frozenset(text.fillers.split()),
        profanity=frozenset(tuple(_characters_apart(word, " ").split()) for word in text.profanity["words"]),
    )


_HAN = re.compile(r"[\u3400-\u9fff](?=[^\s|_?])|[^\s|_?@](?=[\u3400-\u9fff])")


def _characters_apart(line: str, joint: str) -> str:
    """Chinese is written without spaces; each character is a word to the phrase language. Inside a choice words join by "_"."""
    parts = (_HAN.sub(rf"\g<0>{'_' if '|' in part else joint}", part) for part in line.split())
    return " ".join(parts)
