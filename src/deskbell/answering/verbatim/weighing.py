"""How well each sentence, point and row of the best passages answers a question. Not here: how much of them is quoted."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from deskbell.answering.verbatim.evidence import covered_alike, stems_in, word_weights
from deskbell.answering.verbatim.quoting import Unit, groups_of, units_of
from deskbell.answering.verbatim.wanted import Wanted, asks_yes_or_no, holds, says_yes_or_no, wanted
from deskbell.knowledge.finding.opening_hours import days_in_full
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.reading.blocks import SEPARATOR

LOOKED_AT = 4  # passages whose sentences are weighed
MOST_UNITS = 12  # of each that are compared by meaning; embedding them is what an answer costs
# Log odds for each feature. Fitted by evals/fit_quoting.py (listwise softmax: which unit holds the answer) on the even articles of
# SQuAD 2.0 dev and on the dev questions to real help pages, both sets counting alike, with what the search really brings.
WEIGHTS: Mapping[str, float] = {
    "near": 10.8,
    "covered": 4.0,
    "with_heading": 1.9,
    "passage": 16.7,
    "heading": -5.2,  # a passage is drawn towards its heading, its units are read below it: what they say is what is left
    "before": 2.4,
    "right_kind": 0.9,
    "wrong_kind": -1.0,
    "yes_or_no": 2.6,
    "points_elsewhere": -2.2,
}


@dataclass(frozen=True)
class Weighed:
    """A passage with its units; `groups` of them are read together. `similarities` are cosines with the question, `scores` log odds among all that was weighed."""

    found: Found
    units: Sequence[Unit]
    groups: Sequence[range]
    similarities: Sequence[float]
    heading_similarity: float
    scores: list[float]

    @property
    def best_unit(self) -> float:
        """The cosine of the unit that answers best; of a long list's end, which is not compared, the least."""
        place = self.scores.index(max(self.scores))
        return self.similarities[place] if place < len(self.similarities) else min(self.similarities)


@dataclass(frozen=True)
class Asked:
    """What a question asks, as it is held against units. `weights`: its words by rarity."""

    weights: dict[str, float]
    kind: Wanted | None
    yes_or_no: bool


def asked_of(question: str, found: Sequence[Found]) -> Asked:
    """`question` as it was written; `found` tells which of its words are rare."""
    full = spell_out(question)
    return Asked(word_weights(full, found), wanted(full), asks_yes_or_no(full))


def texts_to_weigh(found: Sequence[Found]) -> list[str]:
    """What the question is compared with: for each of the best passages its heading, then its sentences and points, each below
    the headings it stands under: "Within 5 days." says little without them.
    """
    return [
        text
        for passage in found[:LOOKED_AT]
        for text in (
            heading_of(passage),
            *(_in_its_place(passage, unit) for unit in units_of(passage.text)[:MOST_UNITS]),
        )
    ]


def weigh(question: str, found: Sequence[Found], similarities: Sequence[float]) -> list[Weighed]:
    """`similarities[n]` is the cosine of the question with `texts_to_weigh(found)[n]`. Passages without a unit are left out."""
    asked = asked_of(question, found)
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
            groups = groups_of(units)
            scores = [
                sum(WEIGHTS[name] * value for name, value in features.items())
                for features in features_of(asked, passage, units, groups, (heading, *all_near))
            ]
            weighed.append(Weighed(passage, units, groups, near, heading, scores))
    return weighed


def heading_of(passage: Found) -> str:
    """The last heading above a passage, or the title."""
    return passage.path.rpartition(SEPARATOR)[2] or passage.title


def _in_its_place(passage: Found, unit: Unit) -> str:
    return f"{passage.path.replace(SEPARATOR, ', ')}: {days_in_full(unit.text)}"


def features_of(
    asked: Asked, passage: Found, units: Sequence[Unit], groups: Sequence[range], near: Sequence[float]
) -> list[dict[str, float]]:
    """What speaks for each unit, most of it 0 … 1. `near`: cosines of the question with the heading, then with each unit."""
    heading, *of_units = near
    said = [stems_in(unit.text) for unit in units]
    above = stems_in(passage.path)
    found: list[dict[str, float]] = []
    for group in groups:
        in_group = frozenset[str]().union(*(said[place] for place in group))
        shared = {
            "with_heading": covered_alike(asked.weights, above | in_group),
            "passage": passage.score,
            "heading": heading,
        }
        found += [
            shared
            | _of_unit(asked, units[place], said[place])
            | {"near": of_units[place], "before": near[place]}
            for place in group
        ]
    return found


def _of_unit(asked: Asked, unit: Unit, said: Set[str]) -> dict[str, float]:
    fits = asked.kind is not None and holds(asked.kind, unit.text)
    return {
        "covered": covered_alike(asked.weights, said),
        "right_kind": float(fits),
        "wrong_kind": float(asked.kind is not None and not fits),
        "yes_or_no": float(asked.yes_or_no and says_yes_or_no(unit.text)),
        "points_elsewhere": float(unit.points_elsewhere),
    }
