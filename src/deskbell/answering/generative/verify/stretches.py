"""The stretches of a source that a sentence is held against: its lines, rows and clauses, and what stands together in them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from deskbell.answering.generative.verify.facts import (
    Fact,
    Kind,
    facts_of,
    known_in,
    stands,
    weekdays_in,
)
from deskbell.knowledge.finding.terms import stems

FACT_SHARED = 0.25
OTHER_SHARED = 0.3
_POINT = re.compile(r"\s*(?:[-*•|]|\d+\.)\s*")
_DAYED = re.compile(r"[,;]\s+(?:and\s+)?(?=(?:on|at|from)\b)|\s+and\s+(?=(?:on|at|from)\b)")


@lru_cache(maxsize=512)
def lines_of(source: str) -> tuple[tuple[str, str, bool], ...]:
    """Each sentence, point and row; the line that announces it ("We are closed on these days:"); whether it is a row."""
    found: list[tuple[str, str, bool]] = []
    announced = ""
    for line in filter(str.strip, source.split("\n")):
        is_row = bool(_POINT.match(line))
        if is_row:
            found.append((line.strip(" -*•\t|"), announced, True))
            continue
        parts = [part.strip() for part in re.split(r"(?<=[.!?])\s+(?=[A-Z\d¿¡])", line)]
        announced = parts[-1] if parts[-1].endswith(":") else ""
        found += [(part, "", False) for part in parts]
    return tuple(found)


def units_of(source: str) -> list[str]:
    """The sentences, points and rows of a source."""
    return [line for line, _, _ in lines_of(source) if line]


def share(text: str, other: str) -> float:
    """The share of the words that count in `text` that `other` says too."""
    words = set(stems(text))
    return len(words & set(stems(other))) / len(words) if words else 1.0


def stands_nearby(fact: Fact, text: str, source: str) -> bool:
    """A price of something else is wrong too: a line with the fact must share words with the sentence, and a time must
    stand with its day.
    """
    lines = [f"{announced} {line}" for line, announced, _ in lines_of(source)]
    holding = [at for at, line in enumerate(lines) if holds(line, fact)]
    if not holding:
        return True  # it stands across lines
    if _is_of_a_day(fact) and not any(_on_the_same_day(fact, text, lines[at]) for at in holding):
        return False
    if len(stems(text)) < 3:
        return True
    if _belongs_elsewhere(fact, text, lines, holding):
        return False
    return any(share(text, " ".join(lines[max(0, at - 1) : at + 2])) >= FACT_SHARED for at in holding)


def in_one_row(facts: Sequence[Fact], text: str, source: str) -> bool:
    """What is read from a list or a table is read from one row: its numbers stand together, in the row that the sentence
    is about. A sentence with several prices tells of several rows.
    """
    rows = [line for line, _, is_row in lines_of(source) if is_row]
    prose = known_in(
        "\n".join(f"{announced} {line}" for line, announced, is_row in lines_of(source) if not is_row)
    )
    prose |= known_in("\n".join({announced for _, announced, _ in lines_of(source)}))
    told = [
        fact
        for fact in facts
        if fact.kind in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.TIME, Kind.DATE, Kind.PHONE)
        and (not stands(fact, prose, sold_here=False) or any(holds(row, fact) for row in rows))
    ]
    if not rows or not told or sum(fact.kind is Kind.MONEY for fact in told) > 1:
        return True
    whole = [row for row in rows if all(holds(row, fact) for fact in told)]
    if not whole:
        return False
    words = _without_numbers(text)
    best = max(share(words, _without_numbers(row)) for row in rows)
    return any(share(words, _without_numbers(row)) >= best - 0.01 for row in whole)


def _belongs_elsewhere(fact: Fact, text: str, lines: Sequence[str], holding: Sequence[int]) -> bool:
    """Another line, with another number of the same measure, is far more about the sentence: "waits 10 minutes longer"."""
    if fact.kind not in (Kind.NUMBER, Kind.PERCENT) or " " not in fact.value:
        return False
    unit = fact.value.partition(" ")[2]
    words = _without_numbers(text)
    mine = max(share(words, _without_numbers(lines[at])) for at in holding)
    others = [
        share(words, _without_numbers(line))
        for at, line in enumerate(lines)
        if at not in holding and any(other.value.endswith(f" {unit}") for other in facts_of(line))
    ]
    return max(others, default=0.0) >= mine + OTHER_SHARED


def holds(line: str, fact: Fact) -> bool:
    """Whether the fact stands in the line."""
    return stands(fact, known_in(line), sold_here=True)


def _is_of_a_day(fact: Fact) -> bool:
    """A time, or a bare number that may be one: "from 7 to 10 on weekdays"."""
    return fact.kind is Kind.TIME or (fact.kind is Kind.NUMBER and " " not in fact.value)


def _on_the_same_day(fact: Fact, text: str, line: str) -> bool:
    """The time stands in a part of the line that is about a day of the sentence; a part without a day goes with the one before."""
    said = _days_of(fact, text)
    days: set[str] = set()
    for part in _DAYED.split(line):
        days = set(weekdays_in(part)) or days
        if holds(part, fact) and (not said or not days or said <= days):
            return True
    return False


def _days_of(fact: Fact, text: str) -> set[str]:
    """The days that the sentence names with the fact: "on weekdays from 6:30 and on weekends from 9" names others with each."""
    parts = [part for part in _DAYED.split(text) if holds(part, fact)]
    with_days = [days for part in parts if (days := set(weekdays_in(part)))]
    return with_days[0] if with_days else set(weekdays_in(text))


def _without_numbers(text: str) -> str:
    return re.sub(r"[$€£]?\d[\d.,:]*", " ", text)
