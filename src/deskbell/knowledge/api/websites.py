"""HTTP for websites and pages: giving them, their scope, their pages, what each reading changed."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, status
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.agents.access import open_agent
from deskbell.events.content import SourceRow
from deskbell.kit.web import Db, Now
from deskbell.knowledge import access, commands, queries
from deskbell.knowledge.api.shapes import (
    ChangeList,
    CrawlList,
    CrawlOut,
    PageList,
    PageOut,
)
from deskbell.knowledge.commands.websites import MAX_DEPTH, MAX_PAGES, Reach
from deskbell.knowledge.tables import PageStatus, Refresh
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["knowledge"])

MOST_CHANGES = 500
Address = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Pattern = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
PageCount = Annotated[int, Field(ge=1, le=20_000)]
Depth = Annotated[int, Field(ge=0, le=50)]


class ScopeBody(BaseModel):
    """Patterns are paths with `*` for anything. Without a prefix, everything below the address belongs."""

    model_config = ConfigDict(extra="forbid")

    path_prefix: Annotated[str, StringConstraints(max_length=500)] | None = None
    include: list[Pattern] = []
    exclude: list[Pattern] = []
    max_pages: PageCount = MAX_PAGES
    max_depth: Depth = MAX_DEPTH

    def reach(self) -> Reach:
        return Reach(self.path_prefix, self.include, self.exclude, self.max_pages, self.max_depth)


class NewWebsite(BaseModel):
    model_config = ConfigDict(extra="forbid")

    address: Address
    scope: ScopeBody = ScopeBody()
    refresh: Refresh = Refresh.NEVER


class NewPage(BaseModel):
    model_config = ConfigDict(extra="forbid")

    address: Address
    refresh: Refresh = Refresh.NEVER


class WebsiteChange(BaseModel):
    """What is left out stays as it is. A new scope counts from the next reading on."""

    model_config = ConfigDict(extra="forbid")

    scope: ScopeBody | None = None
    refresh: Refresh | None = None


@router.post("/agents/{agent_id}/sources/websites", status_code=status.HTTP_201_CREATED)
async def add_website(agent_id: UUID, new: NewWebsite, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        source = await commands.add_website(
            tx, agent_id, address=new.address, reach=new.scope.reach(), refresh=new.refresh, at=now()
        )
    return source.row()


@router.post("/agents/{agent_id}/sources/pages", status_code=status.HTTP_201_CREATED)
async def add_page(agent_id: UUID, new: NewPage, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        source = await commands.add_page(tx, agent_id, address=new.address, refresh=new.refresh, at=now())
    return source.row()


@router.patch("/sources/{source_id}")
async def change_website(
    source_id: UUID, change: WebsiteChange, actor: SignedIn, database: Db, now: Now
) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        reach = change.scope.reach() if change.scope else None
        refresh = change.refresh or Refresh(source.refresh)
        return (await commands.change_website(tx, source, reach=reach, refresh=refresh, at=now())).row()


@router.delete("/sources/{source_id}/reading")
async def stop_reading(source_id: UUID, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        return (await commands.stop_reading(tx, source, at=now())).row()


@router.get("/sources/{source_id}/pages")
async def list_pages(
    source_id: UUID,
    actor: SignedIn,
    database: Db,
    status: PageStatus | None = None,
    after: Annotated[str, Query(max_length=2000)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> PageList:
    async with database.transaction(actor.workspace_id) as tx:
        await access.open_source(tx, source_id)
        pages = await queries.list_pages(tx, source_id, status=status, after=after, limit=limit + 1)
        counts = await queries.count_pages(tx, source_id)
    shown = pages[:limit]
    return PageList(
        pages=[PageOut.of(page) for page in shown],
        counts=counts,
        next_after=shown[-1].url if len(pages) > limit else None,
    )


@router.post("/sources/{source_id}/pages/retry")
async def retry_failed_pages(source_id: UUID, actor: SignedIn, database: Db, now: Now) -> SourceRow:
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        source = await access.open_source_to_change(tx, source_id)
        return (await commands.read_failed_pages_again(tx, source, at=now())).row()


@router.get("/sources/{source_id}/changes")
async def list_crawls(source_id: UUID, actor: SignedIn, database: Db) -> CrawlList:
    async with database.transaction(actor.workspace_id) as tx:
        await access.open_source(tx, source_id)
        crawls = await queries.list_crawls(tx, source_id)
    return CrawlList(crawls=[CrawlOut(**asdict(crawl)) for crawl in crawls])


@router.get("/sources/{source_id}/changes/{number}")
async def list_changes(source_id: UUID, number: int, actor: SignedIn, database: Db) -> ChangeList:
    """What one reading changed. An unknown number is a reading of which nothing is kept: an empty list."""
    async with database.transaction(actor.workspace_id) as tx:
        await access.open_source(tx, source_id)
        changes = await queries.list_changes(tx, source_id, number, limit=MOST_CHANGES)
    return ChangeList.model_validate({"changes": [asdict(change) for change in changes]})
