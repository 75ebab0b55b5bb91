"""Turns what a visitor typed into plain words: case, accents, apostrophes, disguises and near misspellings. No meaning here."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
_TWICE_AT_THE_END = re.compile(r"([a-z])\1$")
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


@dataclass(frozen=True, eq=False)  # by identity: what a spelling has read is remembered
class Spelling:
    """Knows a few words well: expands short forms, corrects near misses of the key words, and leaves every other word alone."""

    short_forms: Mapping[str, str]
    keys: frozenset[str]
    known: frozenset[str]
    _by_initial: Mapping[str, Sequence[tuple[str, int]]]

    @classmethod
    def of(cls, short_forms: Mapping[str, str], keys: Iterable[str], known: Iterable[str]) -> "Spelling":
        keys = frozenset(keys)
        by_initial: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for key in sorted(keys):
            by_initial[key[0]].append((key, _letters_in(key)))
        return cls(short_forms, keys, frozenset(known) | keys, by_initial)

    def correct(self, word: str) -> str:
        """The key word this is a misspelling of, or the word itself."""
        if not self.keys or self._knows(word):
            return word
        calm = _THREE_OR_MORE.sub(r"\1\1", word)
        return next((spelled for spelled in _respelled(calm) if self._knows(spelled)), self._nearest(calm))

    def _knows(self, word: str) -> bool:
        return word in self.known or word in self.short_forms

    def _nearest(self, word: str) -> str:
        if not SHORTEST_CORRECTED - 1 <= len(word) <= LONGEST_CORRECTED or word.isdigit():
            return word
        letters = _letters_in(word)
        for key, others in self._by_initial.get(word[0], ()):
            # One edit changes two letters at most: nearly every key is ruled out before the edits are counted.
            if (letters ^ others).bit_count() <= 2 * _allowed(key) and _close(word, key):
                return key
        return word


def _respelled(calm: str) -> tuple[str, ...]:
    """A word without its doubled letters and disguises, in the order in which they are believed."""
    lengths = (calm, _TWICE_AT_THE_END.sub(r"\1", calm), _TWICE.sub(r"\1", calm))
    if calm.isalpha():
        return lengths
    return (*lengths, *map(_plain, lengths), *(_plain(word.replace("1", "l")) for word in lengths))


def words_of(text: str, spelling: Spelling) -> Words:
    """Every word of the text, in order. Any string is fine; what is not a letter or a digit is a pause or nothing."""
    found: list[str] = []
    starts: list[str] = []
    pause = ""
    for piece in _pieces_of(text):
        if not piece[0].isalnum():
            pause = "." if piece[0] in _SENTENCE_ENDS or pause == "." else ","
            continue
        for word in (
            _read_before(piece, spelling) if len(piece) <= LONGEST_CORRECTED else _read(piece, spelling)
        ):
            found.append(word)
            starts.append(pause if len(found) > 1 else "")
            pause = ""
    return Words(tuple(found), tuple(starts))


def folded(text: str) -> str:
    """Lower case, without accents, apostrophes and invisible characters."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    return apart.translate(_visible).casefold()


class _Visible(dict[int, int | None]):
    """What `str.translate` asks for each character, decided when it is first met: accents and invisible ones go."""

    def __missing__(self, char: int) -> int | None:
        self[char] = None if unicodedata.category(chr(char)) in {"Mn", "Cf"} else char
        return self[char]


_visible = _Visible()


@lru_cache(maxsize=8)  # a message is read in every language, one after the other
def _pieces_of(text: str) -> Sequence[str]:
    return _PIECES.findall(_joined(folded(text)))


def _joined(text: str) -> str:
    """Letters spelled out one by one ("k i l l") become one word; "want 2 talk" is "want to talk"."""
    text = _TWO_FOR_TO.sub(r"\1 to ", text)
    if not text.isascii():
        text = _IDEOGRAM.sub(r" \g<0> ", text)  # each is a word
    return _SPELLED_OUT.sub(lambda match: re.sub(r"[^a-z]", "", match[0]), text)


@lru_cache(maxsize=1 << 15)
def _read_before(piece: str, spelling: Spelling) -> Sequence[str]:
    return _read(piece, spelling)


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
    if len(piece) > LONGEST_CORRECTED:
        return piece.replace("*", "")
    shape = re.compile(re.escape(piece).replace(r"\*", "[a-z]?"))
    return next((key for key in sorted(spelling.keys) if shape.fullmatch(key)), piece.replace("*", ""))


def _letters_in(word: str) -> int:
    """The letters of a word as bits of a number; letters beyond a to z share bits, which only lets more words through."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _allowed(key: str) -> int:
    return 2 if len(key) >= SHORTEST_TWO_ERRORS else 1


def _close(word: str, key: str) -> bool:
    allowed = _allowed(key)
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
