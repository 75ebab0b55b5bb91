"""Why a rule fired or did not, in words: one decision for each rule and each step of the product's own. Pure."""

from deskbell.answering.tracing.trace import Decision
from deskbell.handoff.rules import Looked, Match, Rule
from deskbell.handoff.when import (
    AnswerFacts,
    AsksForPerson,
    ConfidenceBelow,
    MessageFacts,
    NoAnswer,
    OtherLanguage,
    Phrase,
    Stuck,
    Topic,
    UnansweredInARow,
    When,
    least_nearness,
    nearness,
)
from deskbell.safety.second_look import Heard

# The numbers of handoff/order.py.
EMERGENCY_SCREEN = 1
RULES_ON_MESSAGE = 5
CLINICAL_BOUNDARY = 6
ANSWER = 7
RULES_ON_ANSWER = 8


def on_message(looked: Looked, facts: MessageFacts) -> Decision:
    """A rule that was held against the message."""
    rule, match = looked.rule, looked.match
    value = match.score if match else None
    threshold = None
    if isinstance(rule.when, Topic):
        value, threshold = nearness(rule.when, facts), least_nearness(rule.when)
    why = _why_fired(rule.when, match) if match else _why_not(rule.when)
    return _decision(RULES_ON_MESSAGE, rule, why, fired=match is not None, value=value, threshold=threshold)


def _why_fired(when: When, match: Match) -> str:
    match when:
        case AsksForPerson():
            return f"“{match.matched}” asks for a person."
        case Phrase():
            return f"The message contains “{match.matched}”."
        case Topic(topic):
            return f"The message is about {topic}."
        case OtherLanguage():
            return "The message is in another language."
        case Stuck():
            return f"The visitor is not helped: “{match.matched}”."
        case _:
            return "It fires."


def _why_not(when: When) -> str:
    match when:
        case AsksForPerson():
            return "The message does not ask for a person."
        case Phrase(phrases):
            return "Its phrase does not occur." if len(phrases) == 1 else "None of its phrases occurs."
        case Topic(topic):
            return f"The message is not about {topic}."
        case OtherLanguage():
            return "The message shows no other language."
        case Stuck():
            return "The visitor neither asks again nor is frustrated."
        case _:
            return "It is not about messages."


def on_answer(looked: Looked, facts: AnswerFacts) -> Decision:
    """A rule that was held against the answer."""
    rule, fired = looked.rule, looked.match is not None
    threshold = None
    match rule.when:
        case NoAnswer():
            why = "There was no answer in the content." if fired else "There was an answer."
        case UnansweredInARow(times):
            in_a_row = 0 if facts.confidence is not None else facts.missed_before + 1
            why = f"{in_a_row} of {times} questions in a row without an answer."
        case ConfidenceBelow(threshold):
            why = _compared(facts.confidence, threshold, fired=fired)
        case _:
            why = "It is not about answers."
    return _decision(RULES_ON_ANSWER, rule, why, fired=fired, value=facts.confidence, threshold=threshold)


def own(step: int, name: str, why: str, *, fired: bool) -> Decision:
    """A step of the product's own, which no admin can change."""
    return Decision(step, name, fired, why)


def second_look(heard: Heard) -> Decision:
    """The emergency screen by meaning; both numbers are log odds. A concern fires nothing: the numbers are shown, the turn goes on."""
    fired = heard.level == "emergency"
    why = f"“{heard.sentence}” sounds like an emergency."
    if not fired:
        why = f"“{heard.sentence}” may be an emergency: the visitor is shown the numbers, and the agent goes on."
    return Decision(
        EMERGENCY_SCREEN,
        "Second look",
        fired=fired,
        why=why,
        value=round(heard.score, 3),
        threshold=heard.needed,
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
