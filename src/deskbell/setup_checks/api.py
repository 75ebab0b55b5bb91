"""HTTP for the set-up check. Every member may run it: it takes over only what it wrote itself."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from deskbell.agents.access import open_agent
from deskbell.events.wire import Instant
from deskbell.kit.web import Db, Now
from deskbell.setup_checks import access, queries
from deskbell.setup_checks.jobs import Checking
from deskbell.setup_checks.lines import Line, summary
from deskbell.setup_checks.tables import Cause, SetupCheck, State
from deskbell.workspaces.access import SignedIn

router = APIRouter(prefix="/api", tags=["set-up check"])


class SetupCheckOut(BaseModel):
    """A check as members see it; `member_name` ran it."""

    id: UUID
    agent_id: UUID
    member_name: str
    cause: Cause
    state: State
    lines: list[Line]
    summary: str
    begun_at: Instant
    ended_at: Instant | None


async def _checking(request: Request) -> Checking:
    return request.app.state.checking


TheChecks = Annotated[Checking, Depends(_checking)]


@router.get("/agents/{agent_id}/setup-checks")
async def list_checks(agent_id: UUID, actor: SignedIn, db: Db, now: Now) -> list[SetupCheckOut]:
    """The last checks of an agent, newest first."""
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent(tx, agent_id)
        return [_out(check, check.state_at(now())) for check in await queries.newest(tx, agent.id)]


@router.post("/agents/{agent_id}/setup-checks", status_code=202)
async def run_check(agent_id: UUID, actor: SignedIn, checking: TheChecks) -> SetupCheckOut:
    """Run it, or join the one that runs already. Nobody is rung for, and nothing of it stays in the inbox."""
    check = await checking.begin(actor, agent_id)
    return _out(check, check.state)


@router.get("/setup-checks/{check_id}")
async def get_check(check_id: UUID, actor: SignedIn, db: Db, now: Now) -> SetupCheckOut:
    """One check, as far as it is."""
    async with db.transaction(actor.workspace_id) as tx:
        check = await access.open_check(tx, check_id)
    return _out(check, check.state_at(now()))


def _out(check: SetupCheck, state: State) -> SetupCheckOut:
    return SetupCheckOut(
        id=check.id,
        agent_id=check.agent_id,
        member_name=check.member_name,
        cause=check.cause,
        state=state,
        lines=list(check.shown),
        summary=summary(check.shown),
        begun_at=check.begun_at,
        ended_at=check.ended_at,
    )
