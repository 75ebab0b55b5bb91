"""The common words of English, as the built-in model's tokenizer knows them: what is surely no typo, or was surely meant."""

import json
import string
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from deskbell.embedding.built_in import MODEL_FOLDER


def is_english(word: str) -> bool:
    """Whether a word in small letters is a common one, or an ordinary form of one. Without the model's files nothing is."""
    words = _words(MODEL_FOLDER / "tokenizer.json")
    return word in words or any(stem in words for stem in _stems(word))


def english_near(word: str) -> str | None:
    """The word that was probably meant: a letter left out, swapped or too many, sooner than another letter; then the commonest."""
    words = _words(MODEL_FOLDER / "tokenizer.json")
    for slips in (_letters_missing(word), _letters_swapped_or_extra(word), _letters_changed(word)):
        near = [meant for meant in slips if meant in words]
        if near:
            return min(near, key=words.__getitem__)
    return None


@cache
def _words(file: Path) -> Mapping[str, int]:
    """About 22,000, with a rank: the common ones come first. Read with the first question, in some 20 ms."""
    if not file.exists():
        return {}
    vocabulary: dict[str, Any] = json.loads(file.read_text())["model"]["vocab"]
    return {piece: rank for piece, rank in vocabulary.items() if len(piece) > 1 and piece.isalpha()}


def _stems(word: str) -> Iterator[str]:
    for ending in ("s", "es", "ed", "ing", "er", "ers", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not (ending == "s" and stem.endswith("s")):
            yield stem
            if ending in ("ed", "ing", "er", "ers"):
                yield f"{stem}e"
                if stem[-1] == stem[-2]:
                    yield stem[:-1]


# The first letter stays: it is hardly ever the wrong one.
def _letters_missing(word: str) -> Iterator[str]:
    for place in range(1, len(word) + 1):
        yield from (word[:place] + letter + word[place:] for letter in string.ascii_lowercase)


def _letters_swapped_or_extra(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


def _letters_changed(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        yield from (word[:place] + letter + word[place + 1 :] for letter in string.ascii_lowercase)
