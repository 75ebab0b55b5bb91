"""Words as they are written, for questions with typos. Pure."""

import re
from collections.abc import Set

from deskbell.knowledge.finding.terms import straight

_LETTERS = re.compile(r"[^\W\d_]+")
SHORTEST, LONGEST = 2, 40


def words_of(text: str) -> Set[str]:
    """The words of a text, in small letters: what a question may have meant. Numbers and codes are none."""
    found = _LETTERS.findall(straight(text).lower())
    return {word for word in found if SHORTEST <= len(word) <= LONGEST}
