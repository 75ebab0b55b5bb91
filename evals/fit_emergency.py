"""Fits the models of the emergency screen: `python -m evals.fit_emergency`. Writes `src/deskbell/safety/weights/`.

First the model of n-grams (in the request of the visitor, no numpy), then the second look (at the start of the turn), which
adds what the embedding of the sentence says. Figures on lines that were never fitted: `python -m evals.emergencies`.
"""

import asyncio
import math
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
RIDGE = 3e-5
STEPS = 250
EVERY_THIRD = 3  # of ordinary lines is embedded: they are many and alike

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


def fit_dense(x: Floats, wanted: Floats, weight: Floats, ridge: float = 3.0) -> Floats:
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


def fit_second_look(lines: Sequence[Line]) -> None:
    """On the embedding alone; the screen adds its log odds to those of the n-grams."""
    chosen = [line for line in lines if not line.ordinary or crc32(line.text.encode()) % EVERY_THIRD == 0]
    spelling = lexicon_of("en").spelling
    plain = [" ".join(words_of(line.text, spelling).all) for line in chosen]  # as the second look reads them
    vectors = asyncio.run(BuiltIn(threads=1).embed_passages(plain))
    x = np.column_stack([vectors.astype(np.float64), np.ones(len(chosen))])
    weight = np.array([line.weight * (EVERY_THIRD if line.ordinary else 1) for line in chosen])
    solution = fit_dense(x, _is(chosen, None, equal=False), weight)
    (FOLDER / "emergency.embedding").write_bytes(solution.astype("<f4").tobytes())


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
    fit_second_look(found)
    print(f"{len(found)} lines, {sum(line.kind is not None for line in found)} of them emergencies.")
