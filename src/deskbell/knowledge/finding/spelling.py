"""Questions with typos: which words are suspect, and what the agent's own vocabulary says they may have meant. Pure.

A word is mended only when nobody knows it, neither the content nor the language, and when what it becomes is near.
Numbers, codes, names and words of the language stay as they are: a wrong repair would answer another question.
"""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise

from deskbell.knowledge.finding.terms import spell_out, straight

SHORTEST, LONGEST = 2, 40
SHORTEST_MENDED = 4
TWO_EDITS_FROM = 7  # letters
MOST_MENDED = 4  # words of one question
MOST_WEIGHED = 8
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\S+")
_PLAIN = re.compile(r"[a-z]+")
# Endings of drug names (INN stems): two of them that are two letters apart are two drugs.
_DRUG = re.compile(
    r"(?:pril|sartan|statin|olol|pam|lam|oxetine|dipine|idine|cillin|cycline|floxacin|mycin|azole|triptan|setron|gliptin"
    r"|flozin|glutide|parin|mab|nib|vir|profen|codone|morphone|barbital|sone|lone|thiazide|semide|lukast|terol|caine"
    r"|dronate|fibrate|formin|glitazone|azine|ine)$"
)
_PARTICLES = frozenset({"in", "up", "out", "on", "off"})


def words_of(text: str) -> Set[str]:
    """The words of a text, in small letters: what a question may have meant. Numbers and codes are none."""
    found = _LETTERS.findall(straight(text).lower())
    return {word for word in found if SHORTEST <= len(word) <= LONGEST}


def suspects(question: str, is_english: Callable[[str], bool]) -> list[str]:
    """The words that may be typos, in order. A capital inside a sentence is a name."""
    found: list[str] = []
    for place, piece in enumerate(_WORD.findall(question)):
        word = _bare(piece)
        lowered = word if place or word.isupper() else word.lower()
        if (
            _PLAIN.fullmatch(lowered)
            and SHORTEST_MENDED <= len(lowered) <= LONGEST
            and not is_english(lowered)
            and spell_out(lowered) == lowered
        ):
            found.append(lowered)
    return list(dict.fromkeys(found))[:MOST_MENDED]


def joined_pairs(question: str) -> Mapping[str, tuple[str, str]]:
    """Two words that stand together, as one: "co pay" → "copay"."""
    words = [_bare(piece).lower() for piece in _WORD.findall(question)]
    return {
        first + second: (first, second)
        for first, second in pairwise(words)
        if _PLAIN.fullmatch(first + second) and first and second and len(first + second) <= LONGEST
    }


def halves(word: str) -> list[tuple[str, str]]:
    """How one word may be two: "checkin" → "check", "in"."""
    cuts = [(word[:place], word[place:]) for place in range(2, len(word) - 1)]
    return [(first, second) for first, second in cuts if len(word) >= 5 and max(len(first), len(second)) > 2]


def split(word: str, known: Set[str]) -> str | None:
    """The two words that one is made of, when the content knows both (or the second is "in", "up" …)."""
    for first, second in halves(word):
        if first in known and (second in known or second in _PARTICLES):
            return f"{first} {second}"
    return None


def near_words(word: str, candidates: Sequence[str]) -> list[tuple[int, str]]:
    """What may have been meant, with the number of edits; the likeliest first."""
    letters = set(word)
    if {word + "s", word.removesuffix("s")} & set(candidates) - {word}:
        return []  # one or many: as good as known
    return sorted(
        (cost, candidate)
        for candidate in candidates
        if len(letters ^ set(candidate)) <= 4 and (cost := _cost(word, candidate)) is not None
    )[:MOST_WEIGHED]


def likeliest(
    near: Sequence[tuple[int, str]], times: Callable[[str], int], english: str | None
) -> str | None:
    """Of the words at the least distance, the one that the content says most; `times` is 0 for one that is gone. A word of
    the language one slip away comes before words of the content that are two away.
    """
    there = [(cost, -times(candidate), candidate) for cost, candidate in near if times(candidate)]
    cost, _, word = min(there, default=(3, 0, ""))
    return word if cost == 1 or (word and english is None) else english


def may_be_english(word: str) -> bool:
    """Whether a word that the content does not know may be a slip in a common word: names of drugs are left alone."""
    return len(word) > SHORTEST_MENDED and not _DRUG.search(word)


def mended(question: str, replacements: Mapping[str, str]) -> str:
    """The question with words replaced; everything else as it was written."""
    if not replacements:
        return question
    any_of = "|".join(re.escape(word) for word in sorted(replacements, key=len, reverse=True))
    return re.sub(
        rf"(?<![\w-])(?:{any_of})(?![\w-])",
        lambda found: replacements[found[0].lower()],
        question,
        flags=re.IGNORECASE,
    )


def _cost(word: str, candidate: str) -> int | None:
    """Edits between what was typed and a word; None when they are too far apart to be a slip of the fingers."""
    longest = 2 if len(word) >= TWO_EDITS_FROM and not _DRUG.search(word) else 1
    if abs(len(word) - len(candidate)) > 1:
        return None
    edits = distance(word, candidate, longest)
    if edits is None or (word[0] != candidate[0] and (edits > 1 or len(word) <= 5)):
        return None
    changed = len(word) == len(candidate) and sorted(word) != sorted(candidate)
    return None if len(word) == SHORTEST_MENDED and changed else edits


def distance(one: str, other: str, most: int) -> int | None:
    """Letters added, left out, changed, or swapped with their neighbor (optimal string alignment); None above `most`."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, its in enumerate(other, 1):
            step = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                step = min(step, before[j - 2] + 1)
            row.append(step)
        if min(row) > most:
            return None
        before = above
    return row[-1] if row[-1] <= most else None


def _bare(piece: str) -> str:
    return piece.strip(".,;:!?\"'()[]\u2019\u201c\u201d")
