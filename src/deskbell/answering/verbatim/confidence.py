"""How sure the agent is that a quote answers. Two questions, each a logistic regression on the evidence: is this the topic,
and does it state the fact asked for? Both must be so. The product is calibrated, in each workspace anew. Pure.

The weights in `weights.json` are fitted by `python -m evals.answerability.fit`; the figures are in docs/quality.md.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from deskbell.answering.verbatim.evidence import Evidence

NO_ANSWER_BELOW = 0.2
WEIGHTS = files("deskbell.answering.verbatim") / "weights.json"


@dataclass(frozen=True)
class Regression:
    """Log odds: `intercept` plus each feature by its weight."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Of what the regression was fitted to tell."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@dataclass(frozen=True)
class Fitted:
    """What the fit left: the two regressions, and how their product becomes a probability."""

    topic: Regression
    fact: Regression
    both: Regression
    reference: Mapping[str, float]  # what calibrations of other contents are held against
    name: str  # a calibration belongs to the weights it was measured with


@dataclass(frozen=True)
class Calibration:
    """What makes a score (log odds) of one agent's content mean the same as in the contents the weights were fitted on."""

    score_shift: float = 0.0
    score_scale: float = 1.0


AS_FITTED = Calibration()


def confidence(evidence: Evidence, calibration: Calibration = AS_FITTED) -> float:
    """0 … 1: of answers given with 0.8, about eight in ten should be right."""
    return confidence_of_score(calibration.score_shift + calibration.score_scale * raw_score(evidence))


def confidence_of_score(score: float) -> float:
    """A calibrated score as a probability."""
    return _sigmoid(fitted().both.log_odds({"score": score}))


def raw_score(evidence: Evidence) -> float:
    """Log odds that topic and fact are there, before calibration."""
    model, features = fitted(), evidence.features()
    return both_log_odds(model.topic.log_odds(features), model.fact.log_odds(features))


def both_log_odds(topic: float, fact: float) -> float:
    """Log odds that two independent things are so, from the log odds of each."""
    both = min(max(_sigmoid(topic) * _sigmoid(fact), 1e-9), 1 - 1e-9)
    return math.log(both / (1 - both))


@cache
def fitted() -> Fitted:
    """The shipped weights."""
    text = WEIGHTS.read_text()
    stored: dict[str, Any] = json.loads(text)
    topic, fact, both = (
        Regression(stored[part]["intercept"], stored[part]["weights"]) for part in ("topic", "fact", "both")
    )
    return Fitted(topic, fact, both, stored["reference"], hashlib.sha256(text.encode()).hexdigest()[:12])


def _sigmoid(log_odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(log_odds, -30.0), 30.0)))
