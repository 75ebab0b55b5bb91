"""Answerers and counters for the tests of turns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from deskbell.answering.jobs import turn_job
from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.turn import Show
from deskbell.events.wire import Citation
from deskbell.kit.jobs import Claimed
from deskbell.knowledge.finding.ranking import Found
from tests.cast import MONDAY_MORNING, Person
from tests.visitor import Visitor

ANSWER = "We are open Monday to Friday, 8:00 to 18:00."


@dataclass
class Answers:
    """An answerer that knows unless it is `ignorant`, remembers what it was asked, and fails as often as it is told to."""

    failures: list[BaseException] = field(default_factory=list[BaseException])
    asked: list[str] = field(default_factory=list[str])
    ignorant: bool = False

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Draft | None:
        self.asked.append(turn.text)
        if self.failures:
            raise self.failures.pop(0)
        return None if self.ignorant else Draft(ANSWER, (SOURCE,), 0.95)


SOURCE = Citation(
    number=1,
    passage_id=UUID(int=1),
    source_id=UUID(int=2),
    title="Hours",
    path="Hours",
    quote=ANSWER,
    passage=ANSWER,
    read_at=MONDAY_MORNING,
)


async def turn_of(visitor: Visitor, conversation: Mapping[str, Any], ben: Person) -> Claimed:
    """The job of the turn, in the hands of a worker."""
    workspace_id = UUID((await ben.me())["workspace"]["id"])
    job = turn_job(workspace_id, UUID(conversation["id"]))
    return Claimed(job.kind, job.workspace_id, job.args, id=0, fence=0, attempt=1)


def authors(thread: Mapping[str, Any]) -> list[str]:
    """Who wrote the thread; for lines of the desk, which."""
    return [
        message["kind"] if message["author"] == "desk" else message["author"]
        for message in thread["messages"]
    ]
