"""Passages of different documents that say the same with different figures. Better to miss one than to cry wolf: the words around
the figures must be nearly the same, or name the same thing in words that mean the same.

Vectors were tried and do not tell: "a paper copy" and "a digital copy" are nearer to each other (.91) than most
contradictions are. The set and its figures: evals/contradictions.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from deskbell.knowledge.finding.synonyms import meant_by
from deskbell.knowledge.finding.terms import stems
from deskbell.knowledge.freshness.facts import Figure, Statement, statements
from deskbell.knowledge.passages import sentences
from deskbell.knowledge.reading.blocks import SEPARATOR

FEWEST_STEMS = 3
FEWEST_SUBJECTS = 2  # of one word alone, headings must agree: "a visit costs"
GENERAL = frozenset(
    stems(
        "price cost fee billing payment contact phone hours time general information questions faq about us"
    )
)
_DAYS = frozenset(
    stems(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday weekday weekend day here available eastern central pacific time et"
    )
)
ALIKE = 0.85  # of the stems of both: one more word in a short sentence usually names another case
MOST_COMPARED = 200  # statements with a word in common: a word of so many says nothing
_NAMES = {
    Figure.PRICE: "prices",
    Figure.PHONE: "phone numbers",
    Figure.TIME: "times",
    Figure.SPAN: "lengths of time",
}


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
    if one.figure is not other.figure or one.values & other.values or one.manner != other.manner:
        return False
    if not _says_of_what(one) or not _says_of_what(other):
        return False
    return _in_nearly_the_same_words(one, other) or _in_other_words(one, other)


def _says_of_what(statement: Statement) -> bool:
    """ "We're here Monday through Friday" is about whatever was named before, unless it stands under "Hours"."""
    return bool(statement.subject - _DAYS) or not statement.heading - GENERAL


def _in_nearly_the_same_words(one: Statement, other: Statement) -> bool:
    shared = len(one.about & other.about)
    either = len(one.about | other.about)
    subset = one.about <= other.about or other.about <= one.about
    return shared >= FEWEST_STEMS and subset and shared >= ALIKE * either


def _in_other_words(one: Statement, other: Statement) -> bool:
    """Each names what the other names, in its sentence or above it. A heading that names more is another case: "Children"."""
    shared = one.subject & other.subject
    more = one.heading - one.subject - other.subject - GENERAL
    others = other.heading - one.subject - other.subject - GENERAL
    is_one_case = not (more - others) and not (others - more)
    return (
        _named(one.subject, other.subject | other.heading)
        and _named(other.subject, one.subject | one.heading)
        and (len(shared) >= FEWEST_SUBJECTS or (bool(shared) and is_one_case))
        and (not more or not others or bool(more & others))
    )


def _named(stems: Set[str], there: Set[str]) -> bool:
    return all(stem in there or meant_by(stem) & there for stem in stems)


def _statements(passage: Stored) -> Iterator[Statement]:
    heading = passage.path.rpartition(SEPARATOR)[2]
    for line in passage.text.splitlines():
        for sentence in sentences(line):
            yield from statements(sentence, heading)


def _candidates(
    said: Sequence[tuple[Stored, Statement]],
) -> Iterator[tuple[tuple[Stored, Statement], tuple[Stored, Statement]]]:
    """Pairs that share one of their rarest stems: nearly the same words always do, or lack it on one side only by a fifth; what
    names the same thing shares a stem of its subject.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, statement) in enumerate(said):
        for stem in statement.about:
            places[stem].append(place)
    met: set[tuple[int, int]] = set()
    for place, (_, statement) in enumerate(said):
        for stem in {*_rarest(statement.about, places), *_rarest(statement.subject & places.keys(), places)}:
            for other in places[stem][:MOST_COMPARED]:
                pair = (min(place, other), max(place, other))
                if place != other and pair not in met:
                    met.add(pair)
                    yield said[pair[0]], said[pair[1]]


def _rarest(stems: Set[str], places: Mapping[str, Sequence[int]]) -> list[str]:
    return sorted(stems, key=lambda stem: (len(places[stem]), stem))[:2]


def _finding(one: Stored, its: Statement, two: Stored, other: Statement) -> Finding:
    where = f"“{one.title}” and “{two.title}”" if one.title != two.title else f"Two pages named “{one.title}”"
    sentence = f"{where} give different {_NAMES[its.figure]} for the same thing."
    return Finding("conflict", one.id, sentence, its.words, two.id, other.words)
