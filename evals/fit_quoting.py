"""Fits the weights of `answering/verbatim/weighing.py`: `python -m evals.fit_quoting`. The even articles of SQuAD 2.0 dev, with what the
search brings: which sentence of the best three passages holds the answer?
"""

import asyncio
from itertools import pairwise

import numpy as np

from deskbell.answering.verbatim import texts_to_weigh
from deskbell.answering.verbatim.evidence import covered, word_weights
from deskbell.answering.verbatim.wanted import holds, wanted
from deskbell.answering.verbatim.weighing import LONG, weigh
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out, stems
from evals.listwise import Floats, fit
from evals.public_sets import Question, Remembered, squad

NAMES = ("NEAR", "COVERED", "PAIRS", "PASSAGE", "LENGTH", "RIGHT_KIND", "WRONG_KIND", "BEFORE")


def example(asked: Question, found: list[Found], model: Remembered) -> tuple[Floats, np.ndarray, float]:
    """The units of one question with their features, in the order of `NAMES`, and which of them hold an answer."""
    full = spell_out(asked.text)
    weights, kind = word_weights(full, found), wanted(full)
    pairs = set(pairwise(stems(full)))
    similarities = (
        asyncio.run(model.embed_passages(texts_to_weigh(found))) @ model.question(asked.text)
    ).tolist()
    features: list[tuple[float, ...]] = []
    right: list[bool] = []
    for one in weigh(asked.text, found, similarities):
        before = (one.heading_similarity, *one.similarities)
        for place, unit in enumerate(one.units[: len(one.similarities)]):
            said = stems(unit.text)
            fits = kind is not None and holds(kind, unit.text)
            features.append(
                (
                    one.similarities[place],
                    covered(weights, said),
                    len(pairs & set(pairwise(said))) / max(len(pairs), 1),
                    one.found.score,
                    min(unit.words, LONG) / LONG,
                    float(fits),
                    float(kind is not None and not fits),
                    before[place],
                )
            )
            here = one.found.passage_id.int in asked.right
            right.append(here and any(answer in unit.text for answer in asked.answers))
    return np.array(features), np.array(right), 1.0


def main() -> None:
    model, public = Remembered(), squad()
    index = public.index(model)
    chosen = [asked for asked in public.questions if asked.fitted]
    lists = [example(asked, index.find(asked.text, model.question(asked.text)), model) for asked in chosen]
    for name, weight in zip(NAMES, fit(lists), strict=True):
        print(f"{name} = {weight:.1f}")


if __name__ == "__main__":
    main()
