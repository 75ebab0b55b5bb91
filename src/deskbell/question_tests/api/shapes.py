"""What goes over the wire about question tests, in and out."""

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.answering.tracing.trace import Trace
from deskbell.events.question_tests import QuestionTestRun
from deskbell.events.wire import Instant
from deskbell.question_tests.commands.tests import MOST_TESTS
from deskbell.question_tests.comparing import Change
from deskbell.question_tests.expectations import Expectation, expectation_words
from deskbell.question_tests.sheet import Line
from deskbell.question_tests.tables import Choices, Kind, Outcome, QuestionTest, Result, SourceUsed

Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Sheet = Annotated[str, StringConstraints(min_length=1, max_length=1_000_000)]


class NewQuestionTest(BaseModel):
    """A test as an admin writes it."""

    model_config = ConfigDict(extra="forbid")

    question: Question
    expectation: Kind
    note: Note = ""

    def line(self) -> Line:
        return Line(self.question, self.expectation, self.note)


class SheetIn(BaseModel):
    """`csv`: question, expectation, words, note."""

    model_config = ConfigDict(extra="forbid")

    csv: Sheet


class RunBody(BaseModel):
    """Which tests; all of them when it is empty."""

    model_config = ConfigDict(extra="forbid")

    test_ids: Annotated[list[UUID], Field(max_length=MOST_TESTS)] = []


class ResultOut(BaseModel):
    """What a test came to. `change`: how that differs from the result before."""

    run_id: UUID
    passed: bool
    why: str
    answer: str
    sources: list[SourceUsed]
    outcome: Outcome
    reason: str | None
    confidence: float | None
    milliseconds: int
    change: Change | None
    at: Instant


class QuestionTestOut(BaseModel):
    """A test with its newest result. `expects`: the expectation in words."""

    id: UUID
    question: str
    expectation: Kind
    expects: str
    note: str
    created_at: Instant
    changed_at: Instant
    result: ResultOut | None


class QuestionTestsOut(BaseModel):
    """The page: tests in their order, runs newest first."""

    tests: list[QuestionTestOut]
    runs: list[QuestionTestRun]
    choices: Choices
    most: int


class SuggestionOut(BaseModel):
    question: str
    expectation: Kind
    expects: str


class WrongLine(BaseModel):
    """A line of a sheet that was not taken in."""

    number: int
    sentence: str


class SheetLine(BaseModel):
    """A line that is a test. `replaces`: its question is there already."""

    question: str
    expects: str
    replaces: bool


class SheetPreview(BaseModel):
    """What a sheet would do, before it does."""

    lines: list[SheetLine]
    wrong: list[WrongLine]


class ImportedOut(BaseModel):
    """Lines whose question was there already replaced its test."""

    added: int
    replaced: int
    wrong: list[WrongLine]


class ResultTrace(BaseModel):
    """Why a result came about, and what the same test came to before; None when it is its first result."""

    result: ResultOut
    before: ResultOut | None
    trace: Trace | None
    story: list[str]


def shown_test(test: QuestionTest, result: Result | None) -> QuestionTestOut:
    expected: Expectation = test.expected
    return QuestionTestOut(
        id=test.id,
        question=test.question,
        expectation=expected,
        expects=expectation_words(expected),
        note=test.note,
        created_at=test.created_at,
        changed_at=test.changed_at,
        result=shown_result(result) if result and result.at >= test.changed_at else None,
    )


def shown_result(result: Result) -> ResultOut:
    told: dict[str, Any] = {name: value for name, value in asdict(result).items() if name != "test_id"}
    return ResultOut.model_validate(told)
