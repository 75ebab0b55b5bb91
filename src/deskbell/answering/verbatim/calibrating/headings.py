"""Headings as questions without labels: each is asked once while its own passage is hidden, and once while that has lost its
heading, as if a visitor had asked for it in words that stand nowhere. Pure.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from deskbell.knowledge.finding.ranking import Found, rank
from deskbell.knowledge.finding.terms import is_stop_word, stems
from deskbell.knowledge.reading.blocks import SEPARATOR

MOST_HEADINGS = 80
FEWEST_WORDS = 2  # "Overview" asks nothing
SEARCHED = 12  # passages per search, so that enough are left when some are hidden
KEPT = 8


@dataclass(frozen=True)
class Heading:
    """A heading and the passage below it."""

    question: str
    passage_id: UUID
    text: str


def as_questions(passages: Iterable[tuple[UUID, str, str]]) -> list[Heading]:
    """From (id, path, text): each heading once, at most MOST_HEADINGS; the same ones for the same content."""
    known: dict[str, Heading] = {}
    for passage_id, path, text in passages:
        heading = heading_of(path)
        if _asks_something(heading):
            known.setdefault(heading.lower(), Heading(heading, passage_id, text))
    drawn = sorted(known.values(), key=lambda heading: hashlib.sha256(heading.question.encode()).digest())
    return drawn[:MOST_HEADINGS]


def with_own_hidden(found: Sequence[Found], heading: Heading) -> list[Found]:
    """As if the content did not answer: without the passages below this heading, wherever it stands."""
    same = heading.question.lower()
    return rank(
        heading.question,
        [
            one
            for one in found
            if one.passage_id != heading.passage_id and heading_of(one.path).lower() != same
        ],
    )[:KEPT]


def with_own_headless(found: Sequence[Found], heading: Heading, *, dense: float) -> list[Found]:
    """As if a visitor had asked: the own passage has lost its heading. `dense` is the cosine with its bare text.
    Empty when the search did not find it.
    """
    own = next((one for one in found if one.passage_id == heading.passage_id), None)
    if own is None:
        return []
    asked = set(stems(heading.question))
    said = len(asked & set(stems(own.text))) / max(len(asked), 1)
    bare = replace(
        own, path=own.path.rpartition(SEPARATOR)[0] or own.title, lexical=own.lexical * said, dense=dense
    )
    return rank(heading.question, [bare, *with_own_hidden(found, heading)])[:KEPT]


def heading_of(path: str) -> str:
    """The innermost heading; empty for a passage that stands right below its title."""
    return path.rpartition(SEPARATOR)[2] if SEPARATOR in path else ""


def _asks_something(heading: str) -> bool:
    return heading.endswith("?") or sum(not is_stop_word(word) for word in heading.split()) >= FEWEST_WORDS
