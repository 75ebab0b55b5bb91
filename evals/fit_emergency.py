"""Fits the models of the emergency screen: `python -m evals.fit_emergency`. Writes `src/deskbell/safety/weights/`.

First the model of n-grams (in the request of the visitor, no numpy), then the second look (at the start of the turn), which
weighs them together with the embedding of the sentence. It is fitted on scores of n-grams that had not seen the line, as it will
meet them. `--choose` prints what thresholds do on lines that were kept out. Figures on lines that were never fitted:
`python -m evals.emergencies`.
"""

import asyncio
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from deskbell.embedding import BuiltIn
from deskbell.safety.lexicon import lexicon_of
from deskbell.safety.ngrams import BUCKETS, features
from deskbell.safety.words import words_of
from evals.emergency_lines import Line, training_lines

FOLDER = Path(__file__).parents[1] / "src" / "deskbell" / "safety" / "weights"
KINDS = ("medical", "self_harm", "overdose", "violence")
RIDGE = 3e-6
STEPS = 300
FOLDS = 3
EMBEDDED = 14  # of each line of the grammar, and
EVERY_SIXTH = 6  # of the ordinary lines: they are many and alike
WORDS_SCALE = 0.2  # the score of the words, beside the numbers of an embedding

Floats = NDArray[np.float64]


class Rows:
    """Lines as rows of a sparse matrix: each feature of a line counts 1 / √(number of its features)."""

    def __init__(self, texts: Sequence[str]) -> None:
        spelling = lexicon_of("en").spelling
        found = [sorted(features(words_of(text, spelling).all)) for text in texts]
        self.count = len(texts)
        self.row = np.repeat(np.arange(len(found)), [len(one) for one in found])
        self.column = np.array([feature for one in found for feature in one])
        self.value = np.concatenate([np.full(len(one), 1 / math.sqrt(max(len(one), 1))) for one in found])

    def score(self, weights: Floats, intercept: float) -> Floats:
        return np.bincount(self.row, weights[self.column] * self.value, self.count) + intercept


def fit_sparse(rows: Rows, wanted: Floats, weight: Floats) -> tuple[Floats, float]:
    """Weighted logistic regression over the buckets, by Adam on the whole set."""
    weight = weight / weight.sum()
    place = np.zeros(BUCKETS + 1)
    mean, square = np.zeros_like(place), np.zeros_like(place)
    for step in range(1, STEPS + 1):
        off = weight * (_chance(rows.score(place[:-1], place[-1])) - wanted)
        slope = np.append(np.bincount(rows.column, off[rows.row] * rows.value, BUCKETS), off.sum())
        slope[:-1] += RIDGE * place[:-1]
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        place -= 0.3 * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return place[:-1], float(place[-1])


def fit_dense(x: Floats, wanted: Floats, weight: Floats, ridge: float = 10.0) -> Floats:
    """Weighted logistic regression by Newton's method; the last column of `x` is 1 and not held small."""
    weight = weight / weight.mean()
    small = np.eye(x.shape[1]) * ridge
    small[-1, -1] = 0
    solution = np.zeros(x.shape[1])
    for _ in range(30):
        chance = _chance(x @ solution)
        slope = x.T @ (weight * (wanted - chance)) - small @ solution
        bend = (x * (weight * chance * (1 - chance))[:, None]).T @ x + small
        solution = solution + np.linalg.solve(bend, slope)
    return solution


def fit_ngrams(lines: Sequence[Line]) -> None:
    """`emergency`, and for its kinds one model against the others."""
    texts, weight = [line.text for line in lines], np.array([line.weight for line in lines])
    fitted = {"emergency": fit_sparse(Rows(texts), _is(lines, None, equal=False), weight)}
    grave = [line for line in lines if line.kind not in (None, "any")]
    rows, weight = Rows([line.text for line in grave]), np.array([line.weight for line in grave])
    for kind in KINDS:
        fitted[kind] = fit_sparse(rows, _is(grave, kind, equal=True), weight)
    _write_ngrams(fitted)


def fit_second_look(lines: Sequence[Line], unseen: Floats) -> None:
    """What the embedding and the words weigh together. `unseen` is the score of each line by words that had not seen it."""
    at = np.array(_embedded(lines))
    texts = [lines[place].text for place in at]
    spelling = lexicon_of("en").spelling
    plain = [" ".join(words_of(text, spelling).all) for text in texts]  # as the second look reads them
    vectors = asyncio.run(BuiltIn(threads=1).embed_passages(plain)).astype(np.float64)
    x = np.column_stack([vectors, unseen[at] * WORDS_SCALE, np.ones(len(at))])
    solution = fit_dense(x, _is(lines, None, equal=False)[at], _weights_of(lines)[at])
    solution[-2] *= WORDS_SCALE
    (FOLDER / "emergency.embedding").write_bytes(solution.astype("<f4").tobytes())


def scores_unseen(lines: Sequence[Line]) -> Floats:
    """Each line's score by a model that was fitted without it, and without what the same line of the grammar says in other words."""
    fold = np.array([crc32((line.group or line.text).encode()) % FOLDS for line in lines])
    weight, wanted = np.array([line.weight for line in lines]), _is(lines, None, equal=False)
    unseen = np.zeros(len(lines))
    for out in range(FOLDS):
        seen, rest = np.flatnonzero(fold != out), np.flatnonzero(fold == out)
        fitted = fit_sparse(Rows([lines[place].text for place in seen]), wanted[seen], weight[seen])
        unseen[rest] = Rows([lines[place].text for place in rest]).score(*fitted)
    return unseen


def choose(lines: Sequence[Line], unseen: Floats) -> None:
    """Prints what thresholds of the words do on lines that were kept out."""
    ordinary = np.array([line.ordinary for line in lines])
    grave, weight = _is(lines, None, equal=False) == 1, np.array([line.weight for line in lines])
    for least in (-1.5, -1.0, -0.5, 0.0, 0.4, 0.8, 1.2, 2.0, 3.0):
        heard = unseen >= least
        print(
            f"{least:5}: emergencies {np.average(heard[grave], weights=weight[grave]):.3f}, soft and ordinary lines of ours "
            f"{np.average(heard[~grave & ~ordinary], weights=weight[~grave & ~ordinary]):.4f}, public {heard[ordinary].mean():.4f}"
        )


def _embedded(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that are embedded, the same ones each time."""
    drawn: Counter[str] = Counter()
    chosen: list[int] = []
    for place in sorted(range(len(lines)), key=lambda place: crc32(lines[place].text.encode())):
        line = lines[place]
        drawn[line.group] += bool(line.group)
        if crc32(line.text.encode()) % EVERY_SIXTH == 0 if line.ordinary else drawn[line.group] <= EMBEDDED:
            chosen.append(place)
    return sorted(chosen)


def _weights_of(lines: Sequence[Line]) -> Floats:
    """What each line weighs when only some of its group are embedded: the group weighs the same."""
    size = Counter(line.group for line in lines)
    few = [min(EMBEDDED, size[line.group]) / size[line.group] if line.group else 1.0 for line in lines]
    return np.array(
        [
            line.weight * (EVERY_SIXTH if line.ordinary else 1) / share
            for line, share in zip(lines, few, strict=True)
        ]
    )


def write_apart(name: str, weights: Floats, intercept: float) -> None:
    """A model with a file of its own, in steps of 1/127 of its largest weight."""
    step = float(np.abs(weights).max()) / 127
    (FOLDER / f"{name}.ngrams").write_bytes(np.round(weights / step).astype(np.int8).tobytes())
    text = f"# Written by evals/fit_{name}.py.\nstep = {step:.6g}\nintercept = {intercept:.6g}\n"
    (FOLDER / f"{name}.toml").write_text(text)


def _write_ngrams(fitted: dict[str, tuple[Floats, float]]) -> None:
    """Weights in steps of 1/127 of the largest, one byte each."""
    FOLDER.mkdir(exist_ok=True)
    steps: list[str] = []
    intercepts: list[str] = []
    for name, (weights, intercept) in fitted.items():
        step = float(np.abs(weights).max()) / 127
        (FOLDER / f"{name}.ngrams").write_bytes(np.round(weights / step).astype(np.int8).tobytes())
        steps.append(f"{name} = {step:.6g}")
        intercepts.append(f"{name} = {intercept:.6g}")
    lines = ["# Written by evals/fit_emergency.py.", "[steps]", *steps, "", "[intercepts]", *intercepts]
    (FOLDER / "ngrams.toml").write_text("\n".join(lines) + "\n")


def _is(lines: Sequence[Line], kind: str | None, *, equal: bool) -> Floats:
    return np.array([(line.kind == kind) == equal for line in lines], dtype=float)


def _chance(log_odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(log_odds, -40, 40)))


if __name__ == "__main__":
    found = training_lines()
    fit_ngrams(found)
    kept_out = scores_unseen(found)
    fit_second_look(found, kept_out)
    if "--choose" in sys.argv:
        choose(found, kept_out)
    print(f"{len(found)} lines, {sum(line.kind is not None for line in found)} of them emergencies.")
