"""The fixed order in which every visitor message is judged: shown in the rule editor, followed by the code."""

from dataclasses import dataclass
from enum import StrEnum

from deskbell.handoff.when import KINDS, STAGES, Stage


class Judge(StrEnum):
    """Who decides a step: the product (locked), the admin's rules, or nobody (it only happens)."""

    PRODUCT = "product"
    RULES_ON_DETAILS = "rules_on_details"
    RULES_ON_MESSAGE = "rules_on_message"
    RULES_ON_ANSWER = "rules_on_answer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Step:
    """One step: its place, its name, and what happens there in a sentence. `kinds`: of the rules that are looked at there."""

    number: int
    name: str
    sentence: str
    judge: Judge = Judge.NOBODY
    kinds: tuple[str, ...] = ()


def _kinds(stage: Stage) -> tuple[str, ...]:
    return tuple(kind.kind for kind in KINDS if STAGES[kind] is stage)


ORDER = (
    Step(0, "Keep the message", "Stored once, whatever happens after."),
    Step(
        1,
        "Emergency screen",
        "When the message sounds like an emergency, show the emergency card and ring everyone.",
        Judge.PRODUCT,
    ),
    Step(2, "Closed before?", "A closed conversation reopens for people."),
    Step(3, "Who holds it?", "If a person holds it or it is waiting, the agent stops here."),
    Step(
        4,
        "Collecting details?",
        "The message is read as an answer to the agent's question. Asking for a person still counts. Once all is there, the first of these rules that fires says where it goes.",
        Judge.RULES_ON_DETAILS,
        _kinds(Stage.DETAILS),
    ),
    Step(
        5,
        "Rules on the message",
        "The first of these rules that fires hands off.",
        Judge.RULES_ON_MESSAGE,
        _kinds(Stage.MESSAGE),
    ),
    Step(
        6,
        "Clinical boundary",
        "When the question is clinical, say the approved wording and hand off. A rule here can only say how.",
        Judge.PRODUCT,
        _kinds(Stage.CLINICAL),
    ),
    Step(
        7,
        "Answer from content",
        "The agent looks for passages and writes an answer with its source. When it cannot, a person is asked. A rule here can only say how.",
        Judge.PRODUCT,
        _kinds(Stage.UNAVAILABLE),
    ),
    Step(
        8,
        "Rules on the answer",
        "The first of these rules that fires hands off instead of answering.",
        Judge.RULES_ON_ANSWER,
        _kinds(Stage.ANSWER),
    ),
    Step(9, "Tags and statistics", "Added after the reply. They never change who answers."),
)
