"""Knows when not to answer. `python -m evals answerability` measures; `python -m evals.answerability.fit` fits the weights anew."""

from evals.answerability.figures import rows

__all__ = ["rows"]
