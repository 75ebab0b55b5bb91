"""The question as it stands on its own, from the message and the thread before it. Pure."""

from collections.abc import Iterable

from deskbell.answering.outcomes import TurnInput
from deskbell.answering.understanding.follow_ups import Lean, completed, lean


def understand(turn: TurnInput) -> str:
    """What the visitor asks now. A question that leans on the thread takes along what it leaves out; any other is as it was written."""
    before = (said.text for said in turn.thread if said.author == "visitor")
    return in_the_light_of(before, turn.text)


def in_the_light_of(before: Iterable[str], text: str) -> str:
    """`text` after the visitor's earlier messages, oldest first. A fragment ("and on Sunday?") stands beside the last
    question that stood alone, so that "on Saturday" between them is forgotten; a pronoun points at the last thing said.
    """
    alone = last = ""
    for said in (*before, text):
        leans = lean(said) if alone else None
        last = completed(said, alone if leans is Lean.FRAGMENT else last) if leans else said
        alone = alone if leans else said
    return last
