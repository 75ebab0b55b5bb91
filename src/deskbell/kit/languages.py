"""In which language is this written? By its script and its most frequent words: enough to choose a sentence by, no more."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeAlias, get_args

from deskbell.kit.packaged import packaged_toml

Language: TypeAlias = Literal["en", "es", "fr", "pt", "vi", "tl", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
FALLBACK: Language = "en"

READ = 1_000  # characters; more of a text says no more about its language
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_ONLY_VIETNAMESE = re.compile(r"[\u0111\u0103\u01a1\u01b0\u1ea0-\u1ef9]", re.IGNORECASE)
# Scripts in which we write nothing: Greek, Cyrillic, Armenian, Hebrew, Arabic, those of India, Thai, Georgian, Ethiopic, Khmer, Kana, Hangul.
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u058f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u10a0-\u10ff\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\uac00-\ud7af]"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESSES = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_MARKS: dict[Language, re.Pattern[str]] = {
    "es": re.compile("[ñ¿¡]", re.IGNORECASE),
    "pt": re.compile("[ãõ]", re.IGNORECASE),
    "fr": re.compile("[çêèœîûù]", re.IGNORECASE),
}
_WEIGHT_OF_A_MARK = 2
_ENOUGH = 2  # frequent words (or a mark) in a longer text; a short one must consist of them
_FEW_WORDS = 3


def language_in(text: str) -> Language | None:
    """The language of `text`, or None when it does not show: too short, mixed, or one we have no sentences in."""
    text = _ADDRESSES.sub(" ", text[:READ])
    if _KANA_OR_HANGUL.search(text):
        return None
    words = [_folded(word) for word in _LETTERS.findall(text)]
    if _HAN.search(text):
        return "zh" if len(_HAN.findall(text)) >= len(words) / 3 else None
    if len(_ONLY_VIETNAMESE.findall(text)) * 3 >= len(words) > 0:
        return "vi"
    return _by_frequent_words(text, words)


def language_shown(text: str) -> Language | Literal["other"] | None:
    """As `language_in`; "other" when the text is plainly in a language in which we have no sentences."""
    known = language_in(text)
    if known is not None:
        return known
    text = _ADDRESSES.sub(" ", text[:READ])
    words = [word.lower() for word in _LETTERS.findall(text)]
    letters = sum(map(len, words))
    if len(_OTHER_SCRIPT.findall(text)) * 2 > letters > 0:
        return "other"
    if len(words) < _FEW_WORDS:
        return None
    theirs = max(sum(word in frequent for word in words) for frequent in _frequent_elsewhere())
    ours = max(sum(_folded(word) in frequent for word in words) for frequent in _frequent().values())
    return "other" if theirs >= max(_ENOUGH, len(words) // 4) and theirs > ours else None


def spoken(setting: str, newest_first: Iterable[str]) -> Language:
    """In which language to write: that of a setting ("es-MX"); on "auto" that of the newest of somebody's texts that shows one."""
    if setting != "auto":
        return known_language(setting) or FALLBACK
    for text in newest_first:
        language = language_in(text)
        if language is not None:
            return language
    return FALLBACK


def known_language(name: str) -> Language | None:
    """The language that a setting ("es-MX") names, if there are sentences in it."""
    primary = name.lower().replace("_", "-").partition("-")[0]
    primary = {"fil": "tl"}.get(primary, primary)
    return next((language for language in LANGUAGES if language == primary), None)


def _by_frequent_words(text: str, words: list[str]) -> Language | None:
    scores: dict[Language, int] = {}
    for language, frequent in _frequent().items():
        marked = language in _MARKS and _MARKS[language].search(text) is not None
        scores[language] = sum(word in frequent for word in words) + _WEIGHT_OF_A_MARK * marked
    (best, most), (_, next_most) = sorted(scores.items(), key=lambda scored: -scored[1])[:2]
    needed = min(_ENOUGH, len(words)) if len(words) <= _FEW_WORDS else max(_ENOUGH, len(words) // 6)
    return best if most > next_most and most >= needed > 0 else None


@cache
def _frequent() -> dict[Language, frozenset[str]]:
    texts = packaged_toml("deskbell.kit", "languages.toml", dict[str, str])
    return {language: frozenset(texts[language].split()) for language in LANGUAGES if language in texts}


@cache
def _frequent_elsewhere() -> tuple[frozenset[str], ...]:
    texts = packaged_toml("deskbell.kit", "languages.toml", dict[str, str])
    return tuple(frozenset(words.split()) for name, words in texts.items() if name not in LANGUAGES)


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in apart if not unicodedata.combining(char)).replace("đ", "d")
