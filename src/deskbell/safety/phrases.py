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
LONGEST_GAP = 3


@dataclass(frozen=True)
class Phrase:
    """`anchors`: the text can only match when it holds one of these words (empty: always try), with at most `before` words
    of the phrase before it and `after` from it on.
    """

    label: str
    written: str
    groups: Mapping[str, Sequence[str]]
    anchors: frozenset[str]
    before: int = 0
    after: int = 0

    @property
    def ends_the_text(self) -> bool:
        return "$" in self.written.split()

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
        near: dict[int, tuple[Phrase, list[int]]] = {}
        for at, word in enumerate(words.all):
            for phrase in self.by_anchor.get(word, ()):
                near.setdefault(id(phrase), (phrase, []))[1].append(at)
        if not near and not self.always:
            return []
        line = words.line + " "
        places = (*_places(words), len(line))
        found = [place for phrase in self.always for place in _matches(phrase, line, places)]
        for phrase, anchored in near.values():
            for first, end in _windows(phrase, anchored, len(words.all)):
                if end == len(words.all) or not phrase.ends_the_text:
                    found += _matches(phrase, line, places, first, end)
        return sorted(found, key=lambda f: (f.first, f.end, f.label))


def words_in(phrases: Iterable[str], groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every literal word the phrases and the groups contain."""
    lines = [*phrases, *(line for group in groups.values() for line in group)]
    return frozenset(re.findall(r"[^\W_]+", " ".join(line for line in lines if line)))


def _windows(phrase: Phrase, anchored: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """Where in a text of `size` words the phrase can stand, given where its anchors stand: looking nowhere else keeps a
    text of 20,000 characters as cheap as its few telling words. Windows that meet are one.
    """
    first, end = 0, 0
    for at in anchored:
        if end and at - phrase.before <= end:
            end = at + phrase.after
            continue
        if end:
            yield first, min(end, size)
        first, end = max(at - phrase.before, 0), at + phrase.after
    yield first, min(end, size)


def _matches(
    phrase: Phrase, line: str, places: Sequence[int], first: int = 0, end: int = -1
) -> Iterator[Found]:
    for match in phrase.regex.finditer(line, places[first], places[end]):
        begins = bisect_right(places, match.start()) - 1
        ends = bisect_right(places, match.end() - 1)
        yield Found(phrase.label, max(begins, 0), max(ends, begins + 1))


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
    parts = written.split()
    anchored = [(at, anchors) for at, part in enumerate(parts) if (anchors := _anchors(part, groups))]
    if not anchored:
        return Phrase(label, written, groups, frozenset())
    at, anchors = min(anchored, key=lambda those: _how_common(those[1]))
    lengths = [_most_words(part, groups) for part in parts]
    return Phrase(label, written, groups, anchors, sum(lengths[:at]), sum(lengths[at:]))


def _how_common(words: frozenset[str]) -> int:
    return sum(20 if word in _COMMON else 1 for word in words)


def _regex(part: str, groups: Mapping[str, Sequence[str]]) -> str:
    if part in "^$":
        return part if part == "^" else r"(?:\. )*$"
    gap = _GAP.fullmatch(part)
    if gap:
        return rf"(?:{_OTHER_WORD}){{0,{gap[1] or LONGEST_GAP}}}"
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


def _most_words(part: str, groups: Mapping[str, Sequence[str]]) -> int:
    gap = _GAP.fullmatch(part)
    if gap:
        return int(gap[1] or LONGEST_GAP)
    if part in "^$":
        return 0
    return max(len(line.replace("_", " ").split()) for line in _lines(part.rstrip("?"), groups))


def _anchors(part: str, groups: Mapping[str, Sequence[str]]) -> frozenset[str]:
    if part in "^$" or part.startswith("~") or part.endswith("?"):
        return frozenset()
    lines = _lines(part, groups)
    if any(line in _SPECIAL or "*" in line for line in lines):
        return frozenset()
    return frozenset(line.replace("_", " ").split()[0] for line in lines)
