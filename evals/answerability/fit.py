"""Fits `answering/verbatim/weights.json` on the even half, and the dev part of the questions to real help pages:
`python -m evals.answerability.fit`. Three logistic regressions:
is the topic there, is the fact there (right page, fact missing), and what their product is worth.
"""

import json
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

import numpy as np

from deskbell.answering.verbatim.confidence import WEIGHTS, both_log_odds, fitted
from deskbell.embedding.embedder import Vectors
from evals.answerability.asking import Example, Texts, data_folder, everything
from evals.answerability.figures import MIX, show
from evals.answerability.pages import pages
from evals.answerability.reference import reference
from evals.figures import Skipped

THERE = frozenset({"squad answerable", "faq asked", "pages asked"})
TOPIC_KINDS = THERE | {"squad topic missing", "squad off topic", "faq off topic"}
FACT_KINDS = THERE | {"squad made unanswerable", "faq missing", "pages unanswerable"}
# Questions to help pages are few, and their answers were found with the quoting fitted on them: they count for little.
PAGES = {"pages asked": 0.02, "pages unanswerable": 0.01}
FIT_MIX: Mapping[str, float] = {kind: 0.97 * part for kind, part in MIX.items()} | PAGES
RIDGE = 5.0
# More of these never makes an answer less likely; more of those never makes it more likely. What comes out with the
# wrong sign only repeats another feature, and is left out.
SPEAKS_FOR = frozenset(
    """nearest_passage chosen_passage nearest_unit heading nearest covered ahead gap lexical_gap agree quote_covers
    sentence_covers heading_covers adjacent near quote_alike passage_alike best_unit""".split()  # noqa: SIM905 - one list, not one line each
)
SPEAKS_AGAINST = frozenset(
    """unknown heading_extra missing_rarest missing_words missing_from_passage missing_name missing_number missing_not
    missing_utmost opposite turned kind_missing""".split()  # noqa: SIM905
)

Weights = dict[str, object]


def fit_all(examples: Sequence[Example]) -> dict[str, Weights]:
    """What `weights.json` holds."""
    topic = _part(examples, TOPIC_KINDS)
    fact = _part(examples, FACT_KINDS)
    scores = [both_log_odds(_log_odds(topic, e), _log_odds(fact, e)) for e in examples]
    right = np.array([example.right for example in examples], dtype=float)
    worth = _newton(np.array(scores)[:, None], right, _mixed([e.kind for e in examples]), ridge=0.0)
    both: Weights = {"intercept": round(float(worth[1]), 4), "weights": {"score": round(float(worth[0]), 4)}}
    return {"topic": topic, "fact": fact, "both": both}


def _part(examples: Sequence[Example], kinds: Set[str]) -> Weights:
    """One regression: answer there against the other kinds, signs as they must be."""
    chosen = [example for example in examples if example.kind in kinds]
    there = np.array([example.kind in THERE for example in chosen], dtype=float)
    features = [example.evidence.features() for example in chosen]
    names = list(features[0])
    while True:
        values = np.array([[one[name] for name in names] for one in features])
        mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
        solution = _newton((values - mean) / spread, there, np.ones(len(there)), ridge=RIDGE)
        wrong = [
            (abs(weight), name)
            for name, weight in zip(names, solution[:-1], strict=True)
            if (name in SPEAKS_FOR and weight < 0) or (name in SPEAKS_AGAINST and weight > 0)
        ]
        if not wrong:
            break
        names.remove(max(wrong)[1])
    weights = solution[:-1] / spread
    intercept = solution[-1] - float(weights @ mean)
    rounded = {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}
    return {"intercept": round(float(intercept), 4), "weights": rounded}


def _newton(x: Vectors, y: Vectors, weight: Vectors, *, ridge: float) -> Vectors:
    """Weighted logistic regression; the last entry of the solution is the intercept, which is not held back."""
    x = np.column_stack([x, np.ones(len(x))])
    held = np.eye(x.shape[1]) * ridge
    held[-1, -1] = 0
    solution = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ solution, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - held @ solution
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + held
        solution = solution + np.linalg.solve(hessian, gradient)
    return solution


def _mixed(kinds: Sequence[str]) -> Vectors:
    """Each kind counts with its share of the mix, however many examples it has."""
    many: Mapping[str, int] = {kind: kinds.count(kind) for kind in set(kinds)}
    return np.array([FIT_MIX[kind] / many[kind] * len(kinds) for kind in kinds])


def _log_odds(part: Weights, example: Example) -> float:
    features = example.evidence.features()
    weights: Mapping[str, float] = part["weights"]  # type: ignore[assignment]
    return float(part["intercept"]) + sum(weight * features[name] for name, weight in weights.items())  # type: ignore[arg-type]


def main() -> None:
    texts = Texts()
    try:
        examples = [*everything(data_folder(), texts), *pages(texts)]
    except Skipped as reason:
        raise SystemExit(f"SKIPPED: {reason}") from None
    stored = fit_all([example for example in examples if example.fitted])
    _write({**stored, "reference": {}})
    measured = reference(data_folder(), texts)
    _write({**stored, "reference": {name: round(value, 4) for name, value in measured.items()}})
    texts.keep()
    show([example for example in examples if example.kind in MIX])


def _write(stored: Mapping[str, object]) -> None:
    Path(str(WEIGHTS)).write_text(json.dumps(stored, indent=2) + "\n")
    fitted.cache_clear()


if __name__ == "__main__":
    main()
