"""What spoke for and against a quote, in words for members. Pure."""

from deskbell.answering.tracing.trace import Answerability, Feature
from deskbell.answering.verbatim.answerer import Looked, sureness
from deskbell.answering.verbatim.claims import Claims
from deskbell.answering.verbatim.confidence import AS_FITTED, NO_ANSWER_BELOW, Calibration
from deskbell.answering.verbatim.evidence import Evidence
from deskbell.answering.verbatim.premises import Verdict
from deskbell.answering.verbatim.premises.correcting import UNSAID_AT_MOST


def answerability(looked: Looked, calibration: Calibration = AS_FITTED) -> Answerability:
    """The same evidence that the confidence is weighed from."""
    evidence = looked.evidence
    return Answerability(
        round(sureness(looked, calibration), 3),
        NO_ANSWER_BELOW,
        (*_features(evidence), *_claims(evidence.claims), *_premise(looked.premise)),
    )


def _premise(verdict: Verdict | None) -> tuple[Feature, ...]:
    words = {
        Verdict.SAID: "The content says what the question takes for granted.",
        Verdict.OTHERWISE: "The question takes for granted what the content denies: that sentence is quoted first.",
        Verdict.UNSAID: f"The question takes something for granted that the quote does not say: at most {UNSAID_AT_MOST:.2f}.",
    }
    return (Feature("premise", 1.0, words[verdict]),) if verdict else ()


def _features(seen: Evidence) -> tuple[Feature, ...]:
    words = {
        "nearest_unit": f"The nearest sentence is {seen.nearest_unit:.2f} alike.",
        "heading": f"The heading above it is {seen.heading:.2f} alike.",
        "chosen_passage": f"The passage as a whole is {seen.chosen_passage:.2f} alike.",
        "covered": _covered(seen.covered),
        "unknown": _unknown(seen.unknown),
        "ahead": f"The best passage is {seen.ahead:.2f} nearer than the others.",
    }
    return tuple(
        Feature(name, round(float(getattr(seen, name)), 3), sentence) for name, sentence in words.items()
    )


def _claims(seen: Claims) -> tuple[Feature, ...]:
    """Only what speaks against: what the question names and the quote does not say."""
    words = {
        "missing_name": "A name in the question does not occur in the passage.",
        "missing_number": "A number in the question does not occur in the quote.",
        "missing_not": "The question says “not”, the quote does not.",
        "opposite": "The quote says the contrary of a word in the question.",
        "kind_missing": "The quote has no date, number, person or place where the question asks for one.",
    }
    return tuple(Feature(name, 1.0, sentence) for name, sentence in words.items() if getattr(seen, name))


def _covered(share: float) -> str:
    if share > 0.995:
        return "All of the question's words occur in the passage."
    if share < 0.005:
        return "None of the question's words occurs in the passage."
    return f"{share:.0%} of the question, by the weight of its words, occurs in the passage."


def _unknown(share: float) -> str:
    if share == 0:
        return "Every word of the question occurs somewhere in what was found."
    return f"{share:.0%} of the question's words occur nowhere in what was found."
