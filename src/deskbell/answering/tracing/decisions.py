"""Why a rule fired or did not, in words: one decision for each rule and each step of the product's own. Pure."""

from typing import assert_never

from deskbell.answering.tracing.trace import Decision
from deskbell.handoff.rules import Looked, Rule
from deskbell.handoff.when import AsksForPerson, ConfidenceBelow, NoAnswer, Phrase
from deskbell.safety.second_look import Heard

# The numbers of handoff/order.py.
EMERGENCY_SCREEN = 1
RULES_ON_MESSAGE = 5
CLINICAL_BOUNDARY = 6
ANSWER = 7
RULES_ON_ANSWER = 8


def on_message(looked: Looked) -> Decision:
    """A rule that was held against the message."""
    rule, match = looked.rule, looked.match
    match rule.when:
        case AsksForPerson():
            why = (
                f"“{match.matched}” asks for a person." if match else "The message does not ask for a person."
            )
        case Phrase(phrases):
            none = "Its phrase does not occur." if len(phrases) == 1 else "None of its phrases occurs."
            why = f"The message contains “{match.matched}”." if match else none
        case NoAnswer() | ConfidenceBelow():
            why = "It is about answers."
        case _:
            assert_never(rule.when)
    return _decision(
        RULES_ON_MESSAGE, rule, why, fired=match is not None, value=match.score if match else None
    )


def on_answer(looked: Looked, confidence: float | None) -> Decision:
    """A rule that was held against the answer; `confidence` None stands for no answer."""
    rule, fired = looked.rule, looked.match is not None
    threshold = None
    match rule.when:
        case NoAnswer():
            why = "There was no answer in the content." if fired else "There was an answer."
        case ConfidenceBelow(threshold):
            why = _compared(confidence, threshold, fired=fired)
        case AsksForPerson() | Phrase():
            why = "It is about messages."
        case _:
            assert_never(rule.when)
    return _decision(RULES_ON_ANSWER, rule, why, fired=fired, value=confidence, threshold=threshold)


def own(step: int, name: str, why: str, *, fired: bool) -> Decision:
    """A step of the product's own, which no admin can change."""
    return Decision(step, name, fired, why)


def second_look(heard: Heard, threshold: float) -> Decision:
    """The emergency screen by meaning; both numbers are log odds."""
    why = f"“{heard.sentence}” sounds like an emergency."
    return Decision(
        EMERGENCY_SCREEN, "Second look", fired=True, why=why, value=round(heard.score, 3), threshold=threshold
    )


def _compared(confidence: float | None, threshold: float, *, fired: bool) -> str:
    if confidence is None:
        return "There was no answer to be sure of."
    if threshold == 0:
        return "Its threshold is 0: it never fires."
    sign = "<" if fired else "≥"
    return f"Confidence {confidence:.2f} {sign} {threshold:.2f}."


def _decision(
    step: int,
    rule: Rule,
    why: str,
    *,
    fired: bool,
    value: float | None = None,
    threshold: float | None = None,
) -> Decision:
    return Decision(
        step=step,
        name=rule.label,
        fired=fired,
        why=why,
        rule_id=rule.id,
        rule_version=rule.version,
        value=None if value is None else round(value, 3),
        threshold=threshold,
    )
