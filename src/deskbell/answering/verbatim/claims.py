"""What a question names or presupposes that a passage may not say: names, numbers, "not", opposites, the kind of answer
it waits for. A right page without the fact asked for looks like an answer to everything but this. Pure.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from deskbell.answering.understanding.clauses import clauses
from deskbell.answering.verbatim.premises.opposites import contradicts
from deskbell.knowledge.finding.terms import is_stop_word, stems
from deskbell.knowledge.reading.blocks import SEPARATOR

NEAR = 5  # words apart
RAREST = 3.0  # the weight of a word that no passage says
_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
_NUMBER = re.compile(r"\d[\d.,:/-]*")
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_NOT = re.compile(
    r"""\b(?:not|never|no|without|except|excluding|neither|nor|none|other\ than|besides|unlike|least|unable|cannot
    |fail(?:s|ed)?|lack(?:s|ed)?|refus\w+|\w+n['\u2019]t)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_UTMOST = re.compile(
    r"\b(?:first|last|only|most|least|best|worst|\w{3,}est|main|major|original|final|all|every|always|never)\b",
    re.I,
)
_TURNED = ("un", "in", "non", "dis", "im", "ir")  # "paid" and "unpaid"
# Words that ask for a kind of thing rather than name one.
_GENERAL = """type kind name group term year number amount percent percentage person thing way place time date many city
    country word happen call called use used using example main primary various certain different reason cause purpose
    include consider make take"""
_MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec"
_COUNTED = """one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|half|third
    |quarter|once|twice|free|daily|weekly|many|several|few|most"""
# What is asked for, and how its answer looks.
_KINDS = tuple(
    (re.compile(asks, re.IGNORECASE | re.VERBOSE), re.compile(looks, flags | re.VERBOSE))
    for asks, looks, flags in (
        (
            r"\b(?:when|(?:what|which)\ (?:year|date|day|time|century|decade)|how\ long\ ago)\b",
            rf"""\d|\b(?:{_MONTH})[a-z]*\b|century|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day
                |\b(?:before|after|during|until|year|day|hour|week|month)s?\b""",
            re.IGNORECASE,
        ),
        (
            r"""\bhow\ (?:many|much|long|old|far|often|high|large|big|tall|fast|late|early)\b
                |\bwhat\ (?:percent\w*|number|amount|fraction|price|cost)\b""",
            rf"\d|\b(?:{_COUNTED})\b",
            re.IGNORECASE,
        ),
        (
            r"^(?:who|whom|whose)\b|\bby\ whom\b",
            r"""(?<=[a-z,;]\ )[A-Z][a-z]+
                |\b(?:staff|nurse|doctor|team|clinician|people|person|you|we|king|emperor|president|they|he|she)\b""",
            re.NOFLAG,
        ),
        (
            r"\bwhere\b|\b(?:what|which)\ (?:city|country|place|state|region|location|address)\b",
            r"""\b(?:in|at|on|near|from|to|of|inside|outside)\b\s+(?:the\s+)?[A-Z]
                |\b(?:street|avenue|floor|room|entrance|online|page|office|desk)\b""",
            re.NOFLAG,
        ),
        (
            r"^why\b|\bwhat\ (?:is|was)\ the\ reason\b|\bhow\ come\b",
            r"\b(?:because|since|due|so\ that|in\ order|reason|to\s+\w+|as|caus\w+|result\w*|led|for)\b",
            re.IGNORECASE,
        ),
    )
)


@dataclass(frozen=True)
class Claims:
    """Shares and counts are 0 … 1, of the question's words that count; yes is 1. `missing_…`: in the question, not in the
    quote. `sentence_covers`: the best single sentence, by weight. `adjacent`, `near`: pairs of the question's words
    that stand together in the passage. `heading_extra`: the share of the heading that was not asked for.
    """

    quote_covers: float
    sentence_covers: float
    heading_covers: float
    heading_extra: float
    missing_rarest: float
    missing_words: float
    missing_from_passage: float
    missing_name: float
    missing_number: float
    missing_not: float
    missing_utmost: float
    opposite: float
    turned: float
    kind_known: float
    kind_missing: float
    adjacent: float
    near: float


def claims_of(question: str, weights: Mapping[str, float], *, path: str, text: str, quote: str) -> Claims:
    """The question held against a passage and what is quoted of it. `weights`: of the question's stems."""
    heading = frozenset(stems(path.rpartition(SEPARATOR)[2]))
    passage, quoted = frozenset(stems(f"{text} {path}")), frozenset(stems(f"{quote} {path}"))
    order = stems(question)
    special = {stem: weight for stem, weight in weights.items() if stem not in _general_stems()}
    unsaid = [weight for stem, weight in special.items() if stem not in quoted]
    numbers = [number.strip(".,:/-") for number in _NUMBER.findall(question)]
    kinds = [looks for asks, looks in _KINDS if asks.search(question)]
    return Claims(
        quote_covers=_share(weights, quoted),
        sentence_covers=max(_share(weights, frozenset(stems(part))) for part in _SENTENCES.split(text)),
        heading_covers=_share(weights, heading),
        heading_extra=len(heading - weights.keys()) / max(len(heading), 1),
        missing_rarest=max(unsaid, default=0.0) / RAREST,
        missing_words=min(len(unsaid), 4) / 4,
        missing_from_passage=min(len(special.keys() - passage), 4) / 4,
        missing_name=float(any(not passage.issuperset(stems(name)) for name in _names(question))),
        missing_number=float(any(number not in f"{quote} {path}" for number in numbers)),
        missing_not=float(bool(_NOT.search(_asked_in(question))) and not _NOT.search(quote)),
        missing_utmost=float(any(word.lower() not in _words(quote) for word in _UTMOST.findall(question))),
        opposite=float(contradicts(weights.keys(), quoted)),
        turned=float(_turned(_words(question), _words(quote))),
        kind_known=float(bool(kinds)),
        kind_missing=float(any(not looks.search(_without(quote, numbers)) for looks in kinds)),
        adjacent=_together(order, stems(text), 1),
        near=_together(order, stems(text), NEAR),
    )


def _asked_in(question: str) -> str:
    """ "I don't speak English, can I have an interpreter?" asks nothing with "not"."""
    return " ".join(clause.text for clause in clauses(question) if clause.asks) or question


def _share(weights: Mapping[str, float], said: Set[str]) -> float:
    total = sum(weights.values())
    return sum(weight for stem, weight in weights.items() if stem in said) / total if total else 0.0


def _names(question: str) -> list[str]:
    """Words with a capital inside the sentence."""
    return [word for word in _WORD.findall(question)[1:] if word[0].isupper() and not is_stop_word(word)]


def _turned(asked: Set[str], said: Set[str]) -> bool:
    """One side says "paid", the other "unpaid"."""
    return any(
        (prefix + word in said and word not in said)
        or (
            word.startswith(prefix)
            and len(word) > len(prefix) + 3
            and word[len(prefix) :] in said - {word}
            and word not in said
        )
        for word in asked
        for prefix in _TURNED
    )


def _together(order: Sequence[str], said: Sequence[str], apart: int) -> float:
    """The share of neighbors in the question that stand at most so many words apart."""
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(said):
        places.setdefault(stem, []).append(place)
    pairs = list(pairwise(order))
    close = sum(
        any(0 < abs(one - other) <= apart for one in places.get(a, ()) for other in places.get(b, ()))
        for a, b in pairs
    )
    return close / max(len(pairs), 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _without(text: str, numbers: Sequence[str]) -> str:
    for number in numbers:
        text = text.replace(number, "")
    return text


@cache
def _general_stems() -> frozenset[str]:
    return frozenset(stems(_GENERAL))
