"""Proper names: a name that a sentence gives must stand in its source."""

import re
from collections.abc import Iterator

# Written large without being a name.
_NOT_NAMES = frozenset(
    """
    i i'm i've i'd i'll ai faq pdf ok english spanish us u.s usa uk covid id ids url am pm a.m p.m the a an we you our your
    it if when please yes no for in on to at and or but they he she this that these those there here monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec dr mr mrs ms
    """.split()  # noqa: SIM905 - a list of eighty strings would be a page long
)
_WORD = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'’-]*(?:&\w+)?", re.UNICODE)
_BEGINS = re.compile(r"(?:^|[.!?:]\s+|^\s*[-*•]\s*|[\"“(]\s*)$")
_TITLE = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Dra|Sr|Sra|Prof)\.?\s+$")


def names_in(sentence: str) -> Iterator[str]:
    """Words written large inside a sentence, and after a title. The first word of a sentence is large anyway."""
    for word in _WORD.finditer(sentence):
        before = sentence[: word.start()]
        bare = re.sub(r"['’]s$", "", word[0])
        if bare.lower() in _NOT_NAMES:
            continue
        titled = bool(_TITLE.search(before))
        if titled or not _BEGINS.search(before.rstrip() if before.endswith(("(", '"')) else before):
            yield bare


def unknown_names(sentence: str, known: str) -> list[str]:
    """The names that do not stand in `known`."""
    said = frozenset(re.findall(r"[\w'’&-]+", known.lower())) | frozenset(re.findall(r"\w+", known.lower()))
    return [name for name in names_in(sentence) if not _parts(name) <= said]


def _parts(name: str) -> frozenset[str]:
    return frozenset(part.lower() for part in re.split(r"[-'’&]", name) if part)
