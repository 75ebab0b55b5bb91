"""Messages that say nothing in words: pictures, links, signs, keyboard mash. Pure."""

import re
from functools import cache

from deskbell.answering.understanding.lexicon import Talk
from deskbell.kit.packaged import packaged_toml

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w-])(?<!\w\.)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|io|co|info|health)(?:/\S*)?",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"data:image/\S+|!?\[(?:image|photo|picture|img|file|attachment|screenshot)[^\]]{0,200}\](?:\([^)]{0,200}\))?|<(?:image|img|attachment|media|photo|file)[^>]{0,200}>"
    r"|(?<!\S)\S*\.(?:jpe?g|png|gif|heic|webp|bmp|tiff?|mp4|mov|mp3|m4a|wav|pdf|docx?)\b(?:\?\S*)?|\bimage\s+omitted\b|📷|🖼️?|📎|📸",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_WAVES = "👋🙋🤚✋"
_PLEASED = "👍🙏❤♥😊🙂😀😃😄😁🎉👌💯🥰😍🤗👏💕💖✨😘🫶✅🤝😇💙💚💜🌹💐😉☺"
_ANGRY = "😡🤬👎😠😤🖕💩🤦🙄😒"
_ONLY_SIGNS_OF_A_NUMBER = re.compile(r"[\d\s.,#+()/-]+")
_FEWEST_DIGITS = 4  # fewer may be a choice, an age, an hour: they say nothing alone


def told_by_characters(text: str) -> Talk | None:
    """What the message is, when its characters alone tell; None when it has words."""
    if not text.strip():
        return Talk.UNCLEAR
    rest = _PICTURE.sub(" ", text)
    if rest != text and _says_nothing(_LINK.sub(" ", rest)):
        return Talk.IMAGE
    rest = _LINK.sub(" ", text)
    if rest != text and _says_nothing(rest):
        return Talk.LINK
    return None if _LETTERS.search(text) else _of_signs(text)


def _says_nothing(rest: str) -> bool:
    return not any(char.isalnum() for char in rest)


def _of_signs(text: str) -> Talk:
    if sum(char.isdigit() for char in text) >= _FEWEST_DIGITS and _ONLY_SIGNS_OF_A_NUMBER.fullmatch(
        text.strip()
    ):
        return Talk.NUMBER
    if any(char in text for char in _WAVES):
        return Talk.GREETING
    if any(char in text for char in _ANGRY):
        return Talk.FRUSTRATION
    return Talk.PRAISE if any(char in text for char in _PLEASED) else Talk.UNCLEAR


def is_mashed(text: str) -> bool:
    """ "asdfgh", "kjhgkjh fdgdf", "x": letters that are no words in any language that is written with them."""
    words = _LETTERS.findall(text)
    if not words or len(words) > _MOST_MASHED or any(char.isdigit() for char in text):
        return False
    if len(words) == 1 and len(words[0]) == 1:
        return words[0].isascii() and words[0].lower() not in _LETTERS_THAT_ANSWER
    if not all(word.isascii() for word in words):
        return False
    longer = [word for word in words if len(word) > _SHORT]
    mashed = all(looks_mashed(word) for word in longer)
    return (
        mashed
        and all(_could_be_mashed(word.lower()) for word in words if len(word) <= _SHORT)
        and bool(longer)
    )


_LETTERS_THAT_ANSWER = frozenset("ynks")  # yes, no, ok, sí
_MOST_MASHED = 30
_SHORT = 3
_ACRONYM = 5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYS_IN_A_ROW = frozenset(
    part
    for row in _ROWS
    for way in (row, row[::-1])
    for size in (3, 4)
    for at in range(len(way) - size + 1)
    for part in (way[at : at + size],)
)
_REPEATED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiouy")
_NO_WORD_WITHOUT_VOWEL = 6
_STRANGE_PAIRS = 2


def looks_mashed(word: str) -> bool:
    """Whether a word of four letters or more was typed by a fist. Acronyms are spared."""
    if word.isupper() and len(word) <= _ACRONYM:
        return False
    word = word.lower()
    if len(set(word)) == 1:
        return True
    word = _REPEATED.sub(r"\1", word)
    if len(word) >= _NO_WORD_WITHOUT_VOWEL and not _VOWELS & set(word):
        return True
    if 2 * _in_a_row(word) > len(word):
        return True
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    strange = sum(pair[1] not in _followers().get(pair[0], "") for pair in pairs)
    return strange >= _STRANGE_PAIRS and 4 * strange >= len(pairs)


def _could_be_mashed(word: str) -> bool:
    return word in _KEYS_IN_A_ROW or not _VOWELS & set(word)


def _in_a_row(word: str) -> int:
    """How many of its letters lie in runs of four neighboring keys."""
    covered: set[int] = set()
    for at in range(len(word) - 3):
        if word[at : at + 4] in _KEYS_IN_A_ROW:
            covered |= set(range(at, at + 4))
    return len(covered)


@cache
def _followers() -> dict[str, str]:
    return packaged_toml("deskbell.answering.understanding", "lexicons/letter_pairs.toml", dict[str, str])
