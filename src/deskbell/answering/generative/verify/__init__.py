"""May this sentence reach a visitor? Pure: citations exist, what is stated stands in the cited passage, nothing forbidden is said."""

from deskbell.answering.generative.verify.check import Checked, Told, Verdict, Weighed, check, texts_to_weigh
from deskbell.answering.generative.verify.problems import Problem
from deskbell.answering.generative.verify.sentences import cited_in, sentences_of, without_marks

__all__ = [
    "Checked",
    "Problem",
    "Told",
    "Verdict",
    "Weighed",
    "check",
    "cited_in",
    "sentences_of",
    "texts_to_weigh",
    "without_marks",
]
