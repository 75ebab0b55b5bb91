"""HTTP for what members write themselves: importing many questions, and correcting text and questions in place."""

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, UploadFile, status
from pydantic import BaseModel, ConfigDict, Field

from deskbell.agents.access import open_agent
from deskbell.events.content import SourceRow
from deskbell.kit.errors import LimitReached, Refused
from deskbell.kit.web import Db, Now
from deskbell.knowledge import access, commands, queries
from deskbell.knowledge.api.sources import Answer, NewQuestion, NewText, Title
from deskbell.knowledge.reading.formats import title_from
from deskbell.knowledge.reading.rows.csv_file import rows_of
from deskbell.knowledge.reading.rows.questions import Pair, Pairs, find_pairs, pairs_of
from deskbell.knowledge.tables import Source
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["knowledge"])

MOST_PAIRS = 2_000
MOST_BYTES = 2 * 1024 * 1024
_PREVIEWED = 20


class QuestionPair(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: Title
    answer: Answer


class PairOut(BaseModel):
    question: str
    answer: str


class QuestionsReport(BaseModel):
    """What a csv file of questions holds: `found` pairs, of which the first are shown; `warnings` are sentences."""

    found: int
    merged: int
    skipped: int
    warnings: list[str]
    pairs: list[PairOut]


class ImportedQuestions(BaseModel):
    source: SourceRow
    report: QuestionsReport


class EditedQuestions(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Title
    pairs: Annotated[list[QuestionPair], Field(min_length=1, max_length=MOST_PAIRS)]


class SourceOriginal(BaseModel):
    """What was written, to be corrected: `text` of a text or of an answer, or `pairs` of a list of questions."""

    title: str
    text: str | None
    pairs: list[PairOut] | None


@router.post("/agents/{agent_id}/sources/questions/preview")
async def preview_questions(
    agent_id: UUID, file: UploadFile, actor: SignedIn, database: Db
) -> QuestionsReport:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
    return _report(await _questions_in(file))


@router.post("/agents/{agent_id}/sources/questions/import", status_code=status.HTTP_201_CREATED)
async def import_questions(
    agent_id: UUID, file: UploadFile, actor: SignedIn, database: Db, now: Now
) -> ImportedQuestions:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
    found = await _questions_in(file)
    title = title_from((file.filename or "Questions")[-200:]) or "Questions"
    async with database.transaction(actor.workspace_id) as tx:
        source = await commands.add_questions(tx, agent_id, title=title, pairs=found.pairs, at=now())
    return ImportedQuestions(source=source.row(), report=_report(found))


@router.get("/sources/{source_id}/original")
async def get_original(source_id: UUID, actor: SignedIn, database: Db) -> SourceOriginal:
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_written_source(tx, source_id)
        content = await queries.original(tx, source_id)
    return _original(source, content)


@router.put("/sources/{source_id}/text")
async def edit_text(source_id: UUID, text: NewText, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        return (await commands.edit_text(tx, source, title=text.title, text=text.text, at=now())).row()


@router.put("/sources/{source_id}/question")
async def edit_question(
    source_id: UUID, edited: NewQuestion, actor: SignedIn, database: Db, now: Now
) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        changed = await commands.edit_question(
            tx, source, question=edited.question, answer=edited.answer, at=now()
        )
        return changed.row()


@router.put("/sources/{source_id}/questions")
async def edit_questions(
    source_id: UUID, edited: EditedQuestions, actor: SignedIn, database: Db, now: Now
) -> SourceRow:
    require(actor, Role.ADMIN)
    pairs = [Pair(pair.question, pair.answer) for pair in edited.pairs]
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        return (await commands.edit_questions(tx, source, title=edited.title, pairs=pairs, at=now())).row()


async def _questions_in(file: UploadFile) -> Pairs:
    """The pairs of an uploaded csv file, or the sentence that says what is wrong with it."""
    if (file.size or 0) > MOST_BYTES:
        raise LimitReached("too_large", "This file is larger than 2 MB. Split it, or add it as a file.")
    found = find_pairs(rows_of(await file.read(MOST_BYTES)))
    if found is None:
        raise Refused(
            "no_questions",
            "The first row must name the columns “question” and “answer”. Add them and try again.",
        )
    if not found.pairs:
        raise Refused("no_questions", "No row of this file has both a question and an answer.")
    if len(found.pairs) > MOST_PAIRS:
        raise LimitReached("too_many_questions", f"Import at most {MOST_PAIRS:,} questions at a time.")
    return found


def _report(found: Pairs) -> QuestionsReport:
    return QuestionsReport(
        found=len(found.pairs),
        merged=found.merged,
        skipped=len(found.skipped),
        warnings=list(found.warnings()),
        pairs=_shown(found.pairs[:_PREVIEWED]),
    )


def _shown(pairs: Iterable[Pair]) -> list[PairOut]:
    return [PairOut(question=pair.question, answer=pair.answer) for pair in pairs]


def _original(source: Source, content: bytes) -> SourceOriginal:
    if source.pairs is None:
        return SourceOriginal(title=source.title, text=content.decode(), pairs=None)
    return SourceOriginal(title=source.title, text=None, pairs=_shown(pairs_of(content)))
