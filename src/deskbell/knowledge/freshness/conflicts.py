"""Passages of different documents that say the same with different figures. Better to miss one than to cry wolf:
the words around the figures must be nearly the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from deskbell.knowledge.freshness.facts import Figure, Statement, statements
from deskbell.knowledge.passages import sentences
from deskbell.knowledge.reading.blocks import SEPARATOR

FEWEST_STEMS = 3
ALIKE = 0.85  # of the stems of both: one more word in a short sentence usually names another case
MOST_COMPARED = 200  # statements with a word in common: a word of so many says nothing
_NAMES = {Figure.PRICE: "prices", Figure.PHONE: "phone numbers", Figure.TIME: "times"}


@dataclass(frozen=True)
class Stored:
    """A passage as this looks at it."""

    id: UUID
    document_id: UUID
    title: str
    path: str
    text: str


@dataclass(frozen=True)
class Finding:
    """Something for the owner to look at. `other_id` is the second passage of a contradiction."""

    kind: str
    passage_id: UUID
    sentence: str
    words: str
    other_id: UUID | None = None
    other_words: str = ""


def conflicts(passages: Sequence[Stored]) -> list[Finding]:
    """Each pair of passages at most once, in a stable order."""
    said = [(passage, statement) for passage in passages for statement in _statements(passage)]
    found: dict[tuple[UUID, UUID], Finding] = {}
    for (one, its), (two, other) in _candidates(said):
        if one.document_id != two.document_id and contradict(its, other):
            first, second = sorted([(one, its), (two, other)], key=lambda pair: pair[0].id)
            key = (first[0].id, second[0].id)
            found.setdefault(key, _finding(first[0], first[1], second[0], second[1]))
    return [found[key] for key in sorted(found)]


def contradict(one: Statement, other: Statement) -> bool:
    """The same kind of figure about the same thing, and no value in common."""
    if one.figure is not other.figure or one.values & other.values:
        return False
    shared = len(one.about & other.about)
    either = len(one.about | other.about)
    subset = one.about <= other.about or other.about <= one.about
    return shared >= FEWEST_STEMS and subset and shared >= ALIKE * either


def _statements(passage: Stored) -> Iterator[Statement]:
    heading = passage.path.rpartition(SEPARATOR)[2]
    for line in passage.text.splitlines():
        for sentence in sentences(line):
            yield from statements(sentence, heading)


def _candidates(
    said: Sequence[tuple[Stored, Statement]],
) -> Iterator[tuple[tuple[Stored, Statement], tuple[Stored, Statement]]]:
    """Pairs that share their rarest stem: nearly the same words always do, or lack it on one side only by a fifth."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, statement) in enumerate(said):
        for stem in statement.about:
            places[stem].append(place)
    met: set[tuple[int, int]] = set()
    for place, (_, statement) in enumerate(said):
        rare = sorted(statement.about, key=lambda stem: (len(places[stem]), stem))[:2]
        for stem in rare:
            for other in places[stem][:MOST_COMPARED]:
                pair = (min(place, other), max(place, other))
                if place != other and pair not in met:
                    met.add(pair)
                    yield said[pair[0]], said[pair[1]]


def _finding(one: Stored, its: Statement, two: Stored, other: Statement) -> Finding:
    where = f"“{one.title}” and “{two.title}”" if one.title != two.title else f"Two pages named “{one.title}”"
    sentence = f"{where} give different {_NAMES[its.figure]} for the same thing."
    return Finding("conflict", one.id, sentence, its.words, two.id, other.words)
