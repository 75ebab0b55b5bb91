"""On which side of a number does a sentence speak? "Before 3 p.m." is not "after 3 p.m.", "under 27" not "over 27"."""

import re

from deskbell.answering.generative.verify.facts import facts_of, in_digits
from deskbell.answering.generative.verify.stretches import units_of

_NUMBER = r"(?P<number>[$€£]?\d[\d.,:]*(?:\s?(?:[ap]\.?m\b\.?|%))?(?:\s(?:minutes?|hours?|days?|weeks?|months?|years?|[a-z]+))?)"
_BELOW = (
    r"(?:before|until|till|by|up to|at most|under|below|less than|fewer than|younger than|within|maximum(?: of)?|"
    r"(?:no|not) (?:more|later|older|longer|larger|bigger) than)"
)
_ABOVE = (
    r"(?:after|since|over|above|(?<!no )(?<!not )(?:more|older|larger|bigger|longer|later) than|at least|exceeding|"
    r"minimum(?: of)?|(?:no|not) (?:less|younger|earlier) than)"
)
_OTHERWISE = re.compile(
    r"\b(?:otherwise|else|not|never|cannot|no(?! (?:more|later|older|longer|larger|bigger|less|younger|earlier) than))\b|n['’]t\b",
    re.IGNORECASE,
)
_BETWEEN = r"\s+(?:the |a |an |about |age |the age of )?"
_AHEAD = (
    r"(?:before|ahead|in advance|earlier)\b"  # "no later than two weeks before" is at least two weeks before
)
_SIDES = (
    ("below", re.compile(rf"\b{_BELOW}{_BETWEEN}{_NUMBER}(?!\s*{_AHEAD})", re.IGNORECASE)),
    ("above", re.compile(rf"\b{_ABOVE}{_BETWEEN}{_NUMBER}(?!\s*{_AHEAD})", re.IGNORECASE)),
    (
        "below",
        re.compile(rf"(?<![\w.,]){_NUMBER} (?:and|or) (?:under|younger|less|earlier|fewer)\b", re.IGNORECASE),
    ),
    (
        "above",
        re.compile(
            rf"(?<![\w.,]){_NUMBER} (?:and|or) (?:over|older|more|above|later|up)\b(?! {_AHEAD})",
            re.IGNORECASE,
        ),
    ),
)


def on_the_other_side(part: str, source: str) -> bool:
    """Whether a number of it stands below in the source what it stands above here, or the other way round."""
    here = _sides_in(part)
    there = {side for line in units_of(source) for side in _sides_in(line)}
    return any(
        (value, side) not in there and any(value == other for other, _ in there) for value, side in here
    )


def _sides_in(text: str) -> set[tuple[str, str]]:
    """Each bounded number with its side. What is denied, or told of the other case, is left alone."""
    if _OTHERWISE.search(text):
        return set()
    plain = in_digits(text)
    return {
        (fact.value, side)
        for side, pattern in _SIDES
        for found in pattern.finditer(plain)
        for fact in facts_of(found["number"])[:1]
    }
