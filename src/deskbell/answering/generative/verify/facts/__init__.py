"""The hard facts of a text: numbers, prices, dates, times, contacts, links, each in one form."""

from deskbell.answering.generative.verify.facts.hard import (
    Fact,
    Kind,
    facts_of,
    in_digits,
    known_in,
    speaks_of_prices,
    stands,
    weekdays_in,
)

__all__ = [
    "Fact",
    "Kind",
    "facts_of",
    "in_digits",
    "known_in",
    "speaks_of_prices",
    "stands",
    "weekdays_in",
]
