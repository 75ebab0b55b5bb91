"""The question as it stands on its own, from the message and the thread before it. Pure."""

from collections.abc import Iterable

from deskbell.answering.outcomes import TurnInput
from deskbell.answering.understanding.clauses import clauses
from deskbell.answering.understanding.follow_ups import Lean, completed, lean
from deskbell.answering.understanding.small_talk import hear
from deskbell.events.wire import Author

MOST_WORDS = 80  # a longer text is searched by what it asks
LONGEST_SEARCHED = 1_000  # characters: Chinese has no words in this sense, and some words have no end
MOST_ASKED = 3


def understand(turn: TurnInput) -> str:
    """What the visitor asks now, without its courtesies. A question that leans on the thread takes along what it leaves out."""
    name = turn.agent.name
    heard = (hear(said.text, name) for said in turn.thread if said.author is Author.VISITOR)
    before = (asked_in(said.question) for said in heard if said.talk is None)
    return in_the_light_of(before, asked_in(hear(turn.text, name).question))


def in_the_light_of(before: Iterable[str], text: str) -> str:
    """`text` after the visitor's earlier questions, oldest first. A fragment ("and on Sunday?") stands beside the last
    question that stood alone, so that "on Saturday" between them is forgotten; a pronoun points at the last thing said.
    """
    alone = last = ""
    for said in (*before, text):
        leans = _lean(said) if alone else None
        last = completed(said, alone if leans is Lean.FRAGMENT else last) if leans else said
        alone = alone if leans else said
    return last


def asked_in(text: str) -> str:
    """A short text as it is; of a long one its questions, and when it asks nothing, how it begins and ends."""
    if len(text) <= LONGEST_SEARCHED and len(text.split()) <= MOST_WORDS:
        return text
    read = clauses(text)
    asked = [clause.text for clause in read if clause.asks][-MOST_ASKED:]
    kept = asked or [clause.text for clause in (*read[:1], *read[-1:])] or [text]
    each = LONGEST_SEARCHED // len(kept)
    return " ".join(" ".join(words[:each] for words in kept).split()[:MOST_WORDS])


def _lean(text: str) -> Lean | None:
    """Of several sentences the first one leans; those after it lean on it."""
    read = clauses(text)
    return lean(read[0].text) if read else None
