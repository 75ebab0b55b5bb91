"""HTTP for correcting in place what members wrote: text and questions. Who saves over a colleague's change is told first."""

import hashlib
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.events.content import SourceRow
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict
from deskbell.kit.web import Db, Now
from deskbell.knowledge import access, commands, queries
from deskbell.knowledge.api.shapes import MOST_PAIRS, PairOut
from deskbell.knowledge.api.sources import NewQuestion, NewText, Title
from deskbell.knowledge.reading.rows.questions import Pair, pairs_of
from deskbell.knowledge.tables import Source
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["knowledge"])

Revision = Annotated[str, StringConstraints(max_length=64)]
# Longer than one that is written by hand: answers of the same question in a file stand one after the other.
AnswerInList = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


class EditedText(NewText):
    """`revision`: the one that was read before editing. Without it, the newer words win whatever they replace."""

    revision: Revision | None = None


class EditedQuestion(NewQuestion):
    """`revision` as in a text."""

    revision: Revision | None = None


class QuestionPair(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: Title
    answer: AnswerInList


class EditedQuestions(BaseModel):
    """`revision` as in a text."""

    model_config = ConfigDict(extra="forbid")

    title: Title
    pairs: Annotated[list[QuestionPair], Field(min_length=1, max_length=MOST_PAIRS)]
    revision: Revision | None = None


class SourceOriginal(BaseModel):
    """What was written, to be corrected: `text` of a text or of an answer, or `pairs` of a list of questions. `revision`
    changes with every correction.
    """

    title: str
    text: str | None
    pairs: list[PairOut] | None
    revision: str


@router.get("/sources/{source_id}/original")
async def get_original(source_id: UUID, actor: SignedIn, database: Db) -> SourceOriginal:
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_written_source(tx, source_id)
        content = await queries.original(tx, source_id)
    if source.pairs is None:
        text, pairs = content.decode(), None
    else:
        text, pairs = None, [PairOut.of(pair) for pair in pairs_of(content)]
    return SourceOriginal(title=source.title, text=text, pairs=pairs, revision=_revision(source, content))


@router.put("/sources/{source_id}/text")
async def edit_text(
    source_id: UUID, edited: EditedText, actor: SignedIn, database: Db, now: Now
) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await _open_as_it_was_read(tx, source_id, edited.revision)
        return (await commands.edit_text(tx, source, title=edited.title, text=edited.text, at=now())).row()


@router.put("/sources/{source_id}/question")
async def edit_question(
    source_id: UUID, edited: EditedQuestion, actor: SignedIn, database: Db, now: Now
) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await _open_as_it_was_read(tx, source_id, edited.revision)
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
        source = await _open_as_it_was_read(tx, source_id, edited.revision)
        return (await commands.edit_questions(tx, source, title=edited.title, pairs=pairs, at=now())).row()


async def _open_as_it_was_read(tx: Transaction, source_id: UUID, revision: str | None) -> Source:
    """The source, locked; `Conflict` when it is not what the member has read any more."""
    source = await access.open_source_to_change(tx, source_id)
    if revision is not None and revision != _revision(source, await queries.original(tx, source_id)):
        raise Conflict(
            "changed_meanwhile",
            "Somebody changed this while you were editing. Compare, then save yours or start from theirs.",
        )
    return source


def _revision(source: Source, content: bytes) -> str:
    return hashlib.sha256(source.title.encode() + b"\0" + content).hexdigest()[:32]
