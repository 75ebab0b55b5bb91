"""Listwise softmax regression: which of the candidates of a question is right? For the fits of ranking and quoting."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 300
RIDGE = 1e-4


def fit(lists: Sequence[tuple[Floats, NDArray[np.bool_], float]]) -> Floats:
    """Weights that make the right ones likely. A list is features (candidates, features), which are right, how much it counts;
    lists without a right one are left out. Adam with a falling step.
    """
    known = [(x, right, weight) for x, right, weight in lists if right.any()]
    x = np.concatenate([features for features, _, _ in known])
    scale = x.std(axis=0) + 1e-9
    lengths = [len(right) for _, right, _ in known]
    starts = np.cumsum([0, *lengths[:-1]])
    right = np.concatenate([right for _, right, _ in known]).astype(float)
    share = np.array([weight for *_, weight in known])
    weight = np.repeat(share / share.sum(), lengths)
    theta, first, second = (np.zeros(x.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = (x / scale) @ theta
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
        likely = odds / np.repeat(np.add.reduceat(odds, starts), lengths)
        wanted = odds * right / np.repeat(np.add.reduceat(odds * right, starts), lengths)
        slope = (x / scale).T @ (weight * (likely - wanted)) + 2 * RIDGE * theta
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        pace = 0.15 * (1 - step / STEPS)
        theta = theta - pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    return theta / scale
