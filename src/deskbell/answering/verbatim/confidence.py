"""How sure the agent is that a quote answers: a logistic regression on what the search and the quoting saw."""

import math
from collections.abc import Mapping

from deskbell.answering.verbatim.evidence import Evidence

# Fitted by evals/fit_confidence.py on halves of SQuAD 2.0 dev, COVID-QA and CLINC150; the figures of the other halves
# are in evals/README.md. The telehealth pages were not used.
# Three in ten of the fitted examples are right, to see many wrong ones; of what visitors ask, about six in ten are in
# the content. The intercept is moved by that difference (log odds).
INTERCEPT = -6.517 + 1.2
NO_ANSWER_BELOW = 0.2
WEIGHTS: Mapping[str, float] = {
    "nearest_passage": -0.218,
    "chosen_passage": 1.082,
    "nearest_unit": 2.428,
    "heading": 0.395,
    "covered": 2.352,
    "unknown": 0.127,
    "ahead": 2.480,
    "stems": 0.101,
    "nearest": 4.240,
}


def confidence(evidence: Evidence) -> float:
    """0 … 1: of answers given with 0.8, about eight in ten should be right."""
    features = evidence.features()
    score = INTERCEPT + sum(weight * features[name] for name, weight in WEIGHTS.items())
    return 1 / (1 + math.exp(-score))
