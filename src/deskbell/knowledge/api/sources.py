"""HTTP for sources: the list, one of them, and giving files, text and questions."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, UploadFile, status
from pydantic import BaseModel, ConfigDict, StringConstraints

from deskbell.agents.access import open_agent
from deskbell.events.content import SourceRow
from deskbell.kit.db import Database
from deskbell.kit.errors import LimitReached
from deskbell.kit.web import Db, Now
from deskbell.knowledge import access, commands, queries
from deskbell.knowledge.api.shapes import PassageOut, WebsiteOut
from deskbell.knowledge.reading.formats import MAX_BYTES, refusal
from deskbell.workspaces.access import Actor, SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["knowledge"])

MAX_FILES = 100
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200_000)]
Answer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000)]


class NewText(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Title
    text: Text


class NewQuestion(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: Title
    answer: Answer


class SourceList(BaseModel):
    sources: list[SourceRow]


class RefusedFile(BaseModel):
    """A file that was not taken in, and why."""

    file_name: str
    sentence: str


class GivenFiles(BaseModel):
    """Each file on its own: one that is refused does not stop the others."""

    added: list[SourceRow]
    refused: list[RefusedFile]


class SourceDetail(BaseModel):
    """A source with what was understood of it: `body` is small Markdown; both are empty until it is trained.

    A website has a document per page (`/pages`, then `/documents/{id}`), so here they stay empty; `website` is its scope.
    """

    source: SourceRow
    url: str | None
    document_id: UUID | None
    body: str
    read_at: datetime | None
    passages: list[PassageOut]
    website: WebsiteOut | None


@router.get("/agents/{agent_id}/sources")
async def list_sources(agent_id: UUID, actor: SignedIn, database: Db) -> SourceList:
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        return SourceList(sources=[source.row() for source in await queries.list_sources(tx, agent_id)])


@router.post("/agents/{agent_id}/sources/text", status_code=status.HTTP_201_CREATED)
async def add_text(agent_id: UUID, new: NewText, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        return (await commands.add_text(tx, agent_id, title=new.title, text=new.text, at=now())).row()


@router.post("/agents/{agent_id}/sources/questions", status_code=status.HTTP_201_CREATED)
async def add_question(
    agent_id: UUID, new: NewQuestion, actor: SignedIn, database: Db, now: Now
) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        source = await commands.add_question(tx, agent_id, question=new.question, answer=new.answer, at=now())
        return source.row()


@router.post("/agents/{agent_id}/sources/files", status_code=status.HTTP_201_CREATED)
async def add_files(
    agent_id: UUID, files: list[UploadFile], actor: SignedIn, database: Db, now: Now
) -> GivenFiles:
    require(actor, Role.ADMIN)
    if len(files) > MAX_FILES:
        raise LimitReached("too_many_files", f"Add at most {MAX_FILES} files at a time.")
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
    given = GivenFiles(added=[], refused=[])
    for file in files:
        name = (file.filename or "unnamed")[-300:]
        if sentence := refusal(name, file.size or 0):
            given.refused.append(RefusedFile(file_name=name, sentence=sentence))
        else:
            given.added.append(
                await _take_in(database, actor, agent_id, name, await file.read(MAX_BYTES), now())
            )
    return given


@router.get("/sources/{source_id}")
async def get_source(source_id: UUID, actor: SignedIn, database: Db) -> SourceDetail:
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source(tx, source_id)
        website = await queries.find_website(tx, source_id)
        document = await queries.only_document_of(tx, source)
        passages = await queries.passages_of_document(tx, document.id) if document else []
    return SourceDetail(
        source=source.row(),
        url=source.url,
        document_id=document.id if document else None,
        body=document.body if document else "",
        read_at=document.read_at if document else None,
        passages=[PassageOut.of(passage) for passage in passages],
        website=WebsiteOut.of(website) if website and source.kind == "website" else None,
    )


@router.post("/sources/{source_id}/retry")
async def retry_source(source_id: UUID, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        return (await commands.retry(tx, source, at=now())).row()


@router.delete("/sources/{source_id}", status_code=status.HTTP_204_NO_CONTENT)
async def remove_source(source_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await commands.remove(tx, await access.open_source_to_change(tx, source_id), at=now())


@router.delete("/sources/{source_id}/removal")
async def bring_source_back(source_id: UUID, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    """Undo a removal, for ten minutes after it."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_removed_source(tx, source_id)
        return (await commands.bring_back(tx, source, at=now())).row()


async def _take_in(
    database: Database, actor: Actor, agent_id: UUID, name: str, content: bytes, at: datetime
) -> SourceRow:
    """Each file in a transaction of its own, so that the first ones are learned while the last ones arrive."""
    async with database.transaction(actor.workspace_id) as tx:
        return (await commands.add_file(tx, agent_id, file_name=name, content=content, at=at)).row()
