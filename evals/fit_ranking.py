"""Fits the weights of `knowledge/finding/ranking.py`: `python -m evals.fit_ranking`. Half of SQuAD's articles and half of COVID-QA's
questions, both sets counting alike; docs/quality.md has the other halves.
"""

from itertools import pairwise

import numpy as np

from deskbell.knowledge.finding.ranking import _pairs_in_a_sentence, _rarity, _said_in_a_sentence
from deskbell.knowledge.finding.terms import spell_out, stems
from evals.listwise import Floats, fit
from evals.public_sets import PublicSet, Remembered, covid, squad

NAMES = ("MEANING_WEIGHT", "WORDS_WEIGHT", "SENTENCE_WEIGHT", "PAIRS_WEIGHT")


def lists(public: PublicSet, model: Remembered) -> list[tuple[Floats, np.ndarray, float]]:
    """One list per question of the half to fit on: what the ranking looks at closely, and which of it answers."""
    index = public.index(model)
    chosen = [asked for asked in public.questions if asked.fitted]
    made: list[tuple[Floats, np.ndarray, float]] = []
    for asked in chosen:
        found = index.find(asked.text, model.question(asked.text), limit=50)
        words = stems(spell_out(asked.text))
        rarity, pairs = _rarity(frozenset(words), found), frozenset(pairwise(words))
        most = max((one.lexical for one in found), default=0.0) or 1.0
        features = [
            (
                one.dense,
                one.lexical / most,
                _said_in_a_sentence(rarity, one.text),
                _pairs_in_a_sentence(pairs, one.text),
            )
            for one in found
        ]
        right = np.array([one.passage_id.int in asked.right for one in found])
        made.append((np.array(features), right, 1 / len(chosen)))
    return made


def main() -> None:
    model = Remembered()
    weights = fit([one for public in (squad(), covid(model)) for one in lists(public, model)])
    for name, weight in zip(NAMES, weights / weights.sum(), strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
