"""The little language in which the lexicons are written, and how its phrases are found in a line of words.

A phrase is words with single spaces. In it: `a|b` is either word · `a_b` is two words inside such a choice · `@group` is any line of a
named group · `word?` may be left out ·
`word*` is any ending · `~` is up to three other words, `~6` up to six, never across a sentence or a denial · `#` is a number of
six or more · `<year>` is 1900 to 2099 · `^` and `$` are the start and the end of the text.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from deskbell.safety.words import Words

_SPECIAL = {"#": r"(?:[6-9]|\d\d+)", "<year>": r"(?:19|20)\d\d", "<number>": r"\d+"}
_OTHER_WORD = r"(?!(?:not|no|never|without|nunca|sin) )[^ .]+ "
# Words that stand in most messages: an anchor among them would try its phrase nearly always.
_COMMON = frozenset(
    """
    i a an the my me you your it is are am be been was to of in on for with at and or not no can do have has had will would
    want get got this that what how if so up out his her he she we they from as by de la el que en mi se con un una
    """.split()  # noqa: SIM905  readable as lines of words
)
_GAP = re.compile(r"~(\d*)")


@dataclass(frozen=True)
class Phrase:
    """`anchors`: the text can only match when it holds one of these words (empty: always try)."""

    label: str
    written: str
    groups: Mapping[str, Sequence[str]]
    anchors: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first tried: most phrases never are, and a thousand of them take a second."""
        return re.compile(
            r"(?:^|(?<= ))" + "".join(_regex(part, self.groups) for part in self.written.split())
        )


@dataclass(frozen=True)
class Found:
    """A phrase in a text: words[first:end], and the label under which the phrase was listed."""

    label: str
    first: int
    end: int


@dataclass(frozen=True)
class PhraseBook:
    """Many phrases, tried only when one of their anchor words is there: microseconds for ordinary chat."""

    by_anchor: Mapping[str, tuple[Phrase, ...]]
    always: tuple[Phrase, ...]

    @classmethod
    def of(cls, labelled: Mapping[str, Sequence[str]], groups: Mapping[str, Sequence[str]]) -> "PhraseBook":
        phrases = [_phrase(label, written, groups) for label, lines in labelled.items() for written in lines]
        by_anchor: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            for anchor in phrase.anchors:
                by_anchor[anchor].append(phrase)
        return cls(
            {word: tuple(those) for word, those in by_anchor.items()},
            tuple(p for p in phrases if not p.anchors),
        )

    def find(self, words: Words) -> list[Found]:
        """Every place where a phrase matches, in the order of the text."""
        candidates = {id(p): p for word in set(words.all) for p in self.by_anchor.get(word, ())}
        if not candidates and not self.always:
            return []
        line = words.line + " "
        places = _places(words)
        found = [place for p in (*candidates.values(), *self.always) for place in _matches(p, line, places)]
        return sorted(found, key=lambda f: (f.first, f.end, f.label))


def words_in(phrases: Iterable[str], groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every literal word the phrases and the groups contain."""
    lines = [*phrases, *(line for group in groups.values() for line in group)]
    return frozenset(re.findall(r"[^\W_]+", " ".join(line for line in lines if line)))


def _matches(phrase: Phrase, line: str, places: Sequence[int]) -> Iterator[Found]:
    for match in phrase.regex.finditer(line):
        first = bisect_right(places, match.start()) - 1
        end = bisect_right(places, match.end() - 1)
        yield Found(phrase.label, max(first, 0), max(end, first + 1))


def _places(words: Words) -> list[int]:
    """Where each word stands in `words.line`."""
    places: list[int] = []
    at = 0
    for word, start in zip(words.all, words.starts, strict=True):
        at += 2 if start == "." else 0
        places.append(at)
        at += len(word) + 1
    return places


def _phrase(label: str, written: str, groups: Mapping[str, Sequence[str]]) -> Phrase:
    usable = [anchors for part in written.split() if (anchors := _anchors(part, groups))]
    return Phrase(label, written, groups, min(usable, key=_how_common, default=frozenset[str]()))


def _how_common(words: frozenset[str]) -> int:
    return sum(20 if word in _COMMON else 1 for word in words)


def _regex(part: str, groups: Mapping[str, Sequence[str]]) -> str:
    if part in "^$":
        return part if part == "^" else r"(?:\. )*$"
    gap = _GAP.fullmatch(part)
    if gap:
        return rf"(?:{_OTHER_WORD}){{0,{gap[1] or 3}}}"
    optional = part.endswith("?")
    choices = [_choice(line) for line in _lines(part.rstrip("?"), groups)]
    return f"(?:(?:{'|'.join(choices)}) )" + ("?" if optional else "")


def _choice(line: str) -> str:
    if line in _SPECIAL:
        return _SPECIAL[line]
    return re.escape(line.replace("_", " ")).replace(r"\ ", " ").replace(r"\*", "[^ .]*")


def _lines(part: str, groups: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        line
        for choice in part.split("|")
        for line in (groups[choice[1:]] if choice.startswith("@") else [choice])
    ]


def _anchors(part: str, groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    if part in "^$" or part.startswith("~") or part.endswith("?"):
        return frozenset()
    lines = _lines(part, groups)
    if any(line in _SPECIAL or "*" in line for line in lines):
        return frozenset()
    return frozenset(line.replace("_", " ").split()[0] for line in lines)
