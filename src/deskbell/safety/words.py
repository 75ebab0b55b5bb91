"""Turns what a visitor typed into plain words: case, accents, apostrophes, disguises and near misspellings. No meaning here."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SHORTEST_CORRECTED = 6
SHORTEST_TWO_ERRORS = 9
LONGEST_CORRECTED = 20
DISGUISES = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "+": "t"}
)

_APOSTROPHES = re.compile("['’‘`´ʼ′＇]")  # noqa: RUF001  these are what keyboards send
_PIECES = re.compile(r"[^\W_]+(?:[*@$!+_][^\W_]+)*|[.!?;:\n¿¡。！？；]+|[,()–—-]", re.UNICODE)  # noqa: RUF001  full-width marks end sentences too
_SENTENCE_ENDS = ".!?;:\n¿¡。！？；"  # noqa: RUF001  full-width marks end sentences too
_THREE_OR_MORE = re.compile(r"(.)\1{2,}")
_TWICE = re.compile(r"([a-z])\1")
_NUMBER_THEN_WORD = re.compile(r"(\d+)([a-z]{2,})")
_TWO_FOR_TO = re.compile(
    r"\b(want|wanna|need|going|trying|like|talk|speak|ready|about|have|got) 2 (?=[a-z]{3})"
)
_IDEOGRAM = re.compile(r"[\u3400-\u9fff]")
_SPELLED_OUT = re.compile(r"(?<![^\s])(?:[a-z][ .\-_*]){3,}[a-z](?![^\s.!?,])")


@dataclass(frozen=True)
class Words:
    """The words of one text. `starts[i]` is what stands before word i: "" nothing, "," a pause, "." the end of a sentence."""

    all: tuple[str, ...]
    starts: tuple[str, ...]

    @property
    def line(self) -> str:
        """Words with single spaces and " . " between sentences: what phrases are matched against."""
        return " ".join(
            f". {word}" if start == "." else word for word, start in zip(self.all, self.starts, strict=True)
        )


@dataclass(frozen=True)
class Spelling:
    """Knows a few words well: expands short forms, corrects near misses of the key words, and leaves every other word alone."""

    short_forms: Mapping[str, str]
    keys: frozenset[str]
    known: frozenset[str]
    _near: Mapping[str, str] = field(repr=False, default_factory=dict[str, str])

    @classmethod
    def of(cls, short_forms: Mapping[str, str], keys: Iterable[str], known: Iterable[str]) -> "Spelling":
        keys = frozenset(keys)
        near = {piece: key for key in sorted(keys) for piece in _with_letters_left_out(key)}
        return cls(short_forms, keys, frozenset(known) | keys, near)

    def correct(self, word: str) -> str:
        """The key word this is a misspelling of, or the word itself."""
        if word in self.known or word in self.short_forms:
            return word
        if not self.keys:
            return word
        calm = _THREE_OR_MORE.sub(r"\1\1", word)
        for candidate in (calm, _TWICE.sub(r"\1", calm), _plain(calm), _plain(calm.replace("1", "l"))):
            if candidate in self.known or candidate in self.short_forms:
                return candidate
        return self._nearest(calm)

    def _nearest(self, word: str) -> str:
        if not SHORTEST_CORRECTED - 1 <= len(word) <= LONGEST_CORRECTED or word.isdigit():
            return word
        for piece in _with_letters_left_out(word):
            key = self._near.get(piece)
            if key and key[0] == word[0] and _close(word, key):
                return key
        return word


def words_of(text: str, spelling: Spelling) -> Words:
    """Every word of the text, in order. Any string is fine; what is not a letter or a digit is a pause or nothing."""
    found: list[str] = []
    starts: list[str] = []
    pause = ""
    for piece in _PIECES.findall(_joined(folded(text))):
        if not piece[0].isalnum():
            pause = "." if piece[0] in _SENTENCE_ENDS or pause == "." else ","
            continue
        for word in _read(piece, spelling):
            found.append(word)
            starts.append(pause if found[:-1] else "")
            pause = ""
    return Words(tuple(found), tuple(starts))


def folded(text: str) -> str:
    """Lower case, without accents, apostrophes and invisible characters."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    return "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Cf"}).casefold()


def _joined(text: str) -> str:
    """Letters spelled out one by one ("k i l l") become one word; "want 2 talk" is "want to talk"."""
    text = _TWO_FOR_TO.sub(r"\1 to ", text)
    if not text.isascii():
        text = _IDEOGRAM.sub(r" \g<0> ", text)  # each is a word
    return _SPELLED_OUT.sub(lambda match: re.sub(r"[^a-z]", "", match[0]), text)


def _read(piece: str, spelling: Spelling) -> list[str]:
    number = _NUMBER_THEN_WORD.fullmatch(piece)
    if number:
        return [number[1], *_read(number[2], spelling)]
    if "*" in piece:
        return [_uncovered(piece, spelling)]
    if not piece.isalnum():
        plain = _plain(piece)
        return [plain] if plain in spelling.known else re.split(r"[@$!+_]", piece)
    word = spelling.correct(piece)
    return spelling.short_forms.get(word, word).split()


def _plain(word: str) -> str:
    return word.translate(DISGUISES) if not word.isdigit() else word


def _uncovered(piece: str, spelling: Spelling) -> str:
    """A starred word ("su*cide") is the known word of the same shape, when there is one."""
    shape = re.compile(re.escape(piece).replace(r"\*", "[a-z]?"))
    return next((key for key in sorted(spelling.keys) if shape.fullmatch(key)), piece.replace("*", ""))


def _with_letters_left_out(word: str) -> set[str]:
    once = {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
    if len(word) < SHORTEST_TWO_ERRORS:
        return once
    return once | {piece[:i] + piece[i + 1 :] for piece in once for i in range(len(piece))}


def _close(word: str, key: str) -> bool:
    allowed = 2 if len(key) >= SHORTEST_TWO_ERRORS else 1
    return abs(len(word) - len(key)) <= allowed and _distance(word, key, allowed) <= allowed


def _distance(left: str, right: str, enough: int) -> int:
    """Edits between two words; swapping neighbors counts once (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > enough:
            return enough + 1
        before, above = above, row
    return above[-1]
