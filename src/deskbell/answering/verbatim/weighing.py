"""How well each sentence, point and row of the best passages answers a question. Not here: how much of them is quoted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from deskbell.answering.verbatim.evidence import covered, word_weights
from deskbell.answering.verbatim.quoting import Unit, units_of
from deskbell.answering.verbatim.wanted import Wanted, holds, wanted
from deskbell.knowledge.finding.opening_hours import days_in_full
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out, stems
from deskbell.knowledge.reading.blocks import SEPARATOR

LOOKED_AT = 3  # passages whose sentences are weighed
MOST_UNITS = 12  # of each that are compared by meaning; embedding them is what an answer costs
# Fitted by evals/fit_quoting.py on the even articles of SQuAD 2.0 dev (listwise softmax: which unit holds the answer), with what the
# search really brings. Differences are log odds. Headings count in the score of the passage.
NEAR = 6.3
COVERED = 5.0
PAIRS = 1.3
PASSAGE = 15.3
LENGTH = 0.6  # of a unit of `LONG` words or more
RIGHT_KIND = 0.8
WRONG_KIND = -0.9
BEFORE = 1.1  # the sentence before is near, too
LONG = 40


@dataclass(frozen=True)
class Weighed:
    """A passage with its units. `similarities` are cosines with the question, `scores` log odds among all that was weighed."""

    found: Found
    units: Sequence[Unit]
    similarities: Sequence[float]
    heading_similarity: float
    scores: Sequence[float]


@dataclass(frozen=True)
class _Asked:
    weights: dict[str, float]
    pairs: frozenset[tuple[str, str]]
    kind: Wanted | None


def texts_to_weigh(found: Sequence[Found]) -> list[str]:
    """What the question is compared with: for each of the best passages its heading, then its sentences and points."""
    return [
        text
        for passage in found[:LOOKED_AT]
        for text in (
            heading_of(passage),
            *(days_in_full(unit.text) for unit in units_of(passage.text)[:MOST_UNITS]),
        )
    ]


def weigh(question: str, found: Sequence[Found], similarities: Sequence[float]) -> list[Weighed]:
    """`similarities[n]` is the cosine of the question with `texts_to_weigh(found)[n]`. Passages without a unit are left out."""
    full = spell_out(question)
    asked = _Asked(word_weights(full, found), frozenset(pairwise(stems(full))), wanted(full))
    weighed: list[Weighed] = []
    place = 0
    for passage in found[:LOOKED_AT]:
        units = units_of(passage.text)
        compared = min(len(units), MOST_UNITS)
        heading, near = similarities[place], similarities[place + 1 : place + 1 + compared]
        place += 1 + compared
        if units:
            # The rest of a long list is not compared: it is quoted with its beginning, or found by its words.
            all_near = [*near, *[min(near)] * (len(units) - compared)]
            weighed.append(
                Weighed(passage, units, near, heading, _scores(asked, passage, units, heading, all_near))
            )
    return weighed


def heading_of(passage: Found) -> str:
    """The last heading above a passage, or the title."""
    return passage.path.rpartition(SEPARATOR)[2] or passage.title


def _scores(
    asked: _Asked, passage: Found, units: Sequence[Unit], heading: float, near: Sequence[float]
) -> list[float]:
    of_passage = PASSAGE * passage.score
    before = [heading, *near]
    return [
        of_passage + NEAR * near[place] + BEFORE * before[place] + _of_words(asked, unit)
        for place, unit in enumerate(units)
    ]


def _of_words(asked: _Asked, unit: Unit) -> float:
    said = stems(unit.text)
    score = COVERED * covered(asked.weights, said) + LENGTH * min(unit.words, LONG) / LONG
    score += PAIRS * len(asked.pairs & set(pairwise(said))) / max(len(asked.pairs), 1)
    if asked.kind is not None:
        score += RIGHT_KIND if holds(asked.kind, unit.text) else WRONG_KIND
    return score
