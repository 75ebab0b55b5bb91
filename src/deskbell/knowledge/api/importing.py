"""HTTP for importing many questions with their answers from a csv file, after a look at what would be taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form, UploadFile, status
from pydantic import BaseModel

from deskbell.agents.access import open_agent
from deskbell.events.content import SourceRow
from deskbell.kit.errors import LimitReached, Refused
from deskbell.kit.web import Db, Now
from deskbell.knowledge import commands
from deskbell.knowledge.api.shapes import MOST_PAIRS, PairOut
from deskbell.knowledge.reading import Unreadable
from deskbell.knowledge.reading.formats import title_from
from deskbell.knowledge.reading.rows.csv_file import rows_of
from deskbell.knowledge.reading.rows.grid import MOST_COLUMNS, Row
from deskbell.knowledge.reading.rows.questions import Columns, Pairs, find_columns, pairs_in
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["knowledge"])

MOST_BYTES = 2 * 1024 * 1024
_PREVIEWED = 20
_PROBLEMS_SHOWN = 100
_LABEL = 80
NO_COLUMNS = "Choose which column holds the questions and which one the answers."


class ColumnsOut(BaseModel):
    """Columns of the file, counted from 0. `has_names`: the first row names the columns and is no question."""

    question: int
    answer: int
    has_names: bool


class RowProblem(BaseModel):
    """A row that is not taken: its number in the file, counted from 1, and what it has or lacks."""

    row: int
    problem: str


class QuestionsReport(BaseModel):
    """What a csv file of questions holds: `found` pairs, of which the first are shown; `warnings` are sentences.

    `labels` are the cells of the first row; `columns` are those that were chosen or known by their names. Without them
    nothing is found yet: somebody has to choose.
    """

    labels: list[str]
    columns: ColumnsOut | None
    found: int
    merged: int
    skipped: int
    problems: list[RowProblem]
    warnings: list[str]
    pairs: list[PairOut]


class ImportedQuestions(BaseModel):
    source: SourceRow
    report: QuestionsReport


Place = Annotated[int | None, Form(ge=0, lt=MOST_COLUMNS)]


def _chosen(
    *, question_column: Place = None, answer_column: Place = None, has_names: Annotated[bool, Form()] = True
) -> Columns | None:
    """Without both columns, their names in the first row decide."""
    if question_column is None or answer_column is None:
        return None
    if question_column == answer_column:
        raise Refused("same_column", "Choose two different columns for questions and answers.")
    return Columns(question_column, answer_column, has_names)


Chosen = Annotated[Columns | None, Depends(_chosen)]


@router.post("/agents/{agent_id}/sources/questions/preview")
async def preview_questions(
    agent_id: UUID, file: UploadFile, chosen: Chosen, actor: SignedIn, database: Db
) -> QuestionsReport:
    """Nothing is kept."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
    return _report(await _table_in(file, chosen))


@router.post("/agents/{agent_id}/sources/questions/import", status_code=status.HTTP_201_CREATED)
async def import_questions(
    agent_id: UUID, file: UploadFile, chosen: Chosen, actor: SignedIn, database: Db, now: Now
) -> ImportedQuestions:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
    table = await _table_in(file, chosen)
    pairs = _importable(table)
    title = title_from((file.filename or "Questions")[-200:]) or "Questions"
    async with database.transaction(actor.workspace_id) as tx:
        source = await commands.add_questions(tx, agent_id, title=title, pairs=pairs.pairs, at=now())
    return ImportedQuestions(source=source.row(), report=_report(table))


@dataclass(frozen=True)
class _Table:
    """A file of rows. `pairs` are there once it is known which columns hold them."""

    rows: Sequence[Row]
    columns: Columns | None
    pairs: Pairs | None


async def _table_in(file: UploadFile, chosen: Columns | None) -> _Table:
    """The table of an uploaded csv file, or the sentence that says why it cannot be read."""
    if (file.size or 0) > MOST_BYTES:
        raise LimitReached("too_large", "This file is larger than 2 MB. Split it, or add it as a file.")
    try:
        rows = rows_of(await file.read(MOST_BYTES))
    except Unreadable as unreadable:
        raise Refused("not_readable", unreadable.sentence) from unreadable
    if not any(map(any, rows)):
        raise Refused("no_questions", "This file is empty.")
    columns = chosen or find_columns(rows)
    return _Table(rows, columns, pairs_in(rows, columns, is_limited=True) if columns else None)


def _importable(table: _Table) -> Pairs:
    """What can be taken, or `Refused`."""
    if table.pairs is None:
        raise Refused("no_columns", NO_COLUMNS)
    if not table.pairs.pairs:
        raise Refused("no_questions", "No row of this file has both a question and an answer.")
    if len(table.pairs.pairs) > MOST_PAIRS:
        raise LimitReached("too_many_questions", f"Import at most {MOST_PAIRS:,} questions at a time.")
    return table.pairs


def _report(table: _Table) -> QuestionsReport:
    pairs = table.pairs or Pairs((), {}, 0, ())
    columns = table.columns
    return QuestionsReport(
        labels=[cell[:_LABEL] for cell in table.rows[0][:MOST_COLUMNS]],
        columns=ColumnsOut(**vars(columns)) if columns else None,
        found=len(pairs.pairs),
        merged=pairs.merged,
        skipped=len(pairs.skipped),
        problems=[
            RowProblem(row=row, problem=problem)
            for row, problem in list(pairs.skipped.items())[:_PROBLEMS_SHOWN]
        ],
        warnings=list(pairs.warnings()),
        pairs=[PairOut.of(pair) for pair in pairs.pairs[:_PREVIEWED]],
    )
