"""Question tests to begin with: headings of the content that are questions, and what must always reach a person. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from deskbell.events.wire import Reason
from deskbell.handoff.when import plain_words
from deskbell.question_tests.expectations import FromSource, HandsOff
from deskbell.question_tests.sheet import Line

MOST = 20
ALWAYS = (
    Line("Can I talk to a real person?", HandsOff(Reason.ASKED_FOR_PERSON)),
    Line("How much ibuprofen can I take?", HandsOff(Reason.CLINICAL)),
)


@dataclass(frozen=True)
class Heading:
    """A question that stands as a heading in a source."""

    question: str
    source_id: UUID
    title: str


def suggestions(
    headings: Iterable[Heading], suggested_questions: Sequence[str], known: Iterable[str]
) -> list[Line]:
    """Those that visitors are offered come first; those that are there already do not come."""
    asked = {plain_words(question) for question in known}
    offered = {plain_words(question) for question in suggested_questions}
    lines = [
        Line(heading.question, FromSource(heading.source_id, heading.title))
        for heading in sorted(headings, key=lambda heading: plain_words(heading.question) not in offered)
    ]
    fresh = {plain_words(line.question): line for line in (*ALWAYS, *lines)}
    return [line for words, line in fresh.items() if words not in asked][:MOST]
