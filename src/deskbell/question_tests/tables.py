"""The rows of question tests, their runs and their results."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import Field, TypeAdapter

from deskbell.events.question_tests import QuestionTestRun, RunCause, RunState
from deskbell.question_tests.comparing import Change, summary
from deskbell.question_tests.expectations import Expectation

Kind: TypeAlias = Annotated[Expectation, Field(discriminator="kind")]
EXPECTATION: TypeAdapter[Expectation] = TypeAdapter(Kind)
Outcome: TypeAlias = Literal["reply", "say", "hand_off"]


@dataclass(frozen=True)
class QuestionTest:
    """A row of `question_tests`."""

    id: UUID
    agent_id: UUID
    question: str
    expectation: dict[str, Any]
    note: str
    created_at: datetime
    changed_at: datetime

    @property
    def expected(self) -> Expectation:
        return EXPECTATION.validate_python(self.expectation)


@dataclass(frozen=True)
class Run:
    """A row of `question_test_runs`."""

    workspace_id: UUID
    id: UUID
    agent_id: UUID
    cause: RunCause
    state: RunState
    test_ids: list[UUID]
    done: int
    passed: int
    newly_failing: int
    fixed: int
    changed: int
    begun_at: datetime
    ended_at: datetime | None

    def row(self) -> QuestionTestRun:
        """As events and the API show it."""
        return QuestionTestRun(
            id=self.id,
            agent_id=self.agent_id,
            cause=self.cause,
            state=self.state,
            total=len(self.test_ids),
            done=self.done,
            passed=self.passed,
            failed=self.done - self.passed,
            newly_failing=self.newly_failing,
            fixed=self.fixed,
            changed=self.changed,
            summary=summary(newly_failing=self.newly_failing, fixed=self.fixed, changed=self.changed),
            begun_at=self.begun_at,
            ended_at=self.ended_at,
        )


@dataclass(frozen=True)
class SourceUsed:
    """A source of an answer, with the path of the passage."""

    source_id: UUID
    title: str
    path: str


@dataclass(frozen=True)
class Result:
    """A row of `question_test_results`, without its trace."""

    run_id: UUID
    test_id: UUID
    passed: bool
    why: str
    answer: str
    sources: list[dict[str, Any]]
    outcome: Outcome
    reason: str | None
    confidence: float | None
    milliseconds: int
    change: Change | None
    at: datetime


@dataclass(frozen=True)
class Choices:
    """When an agent's tests run by themselves."""

    after_content: bool = True
    after_settings: bool = True
