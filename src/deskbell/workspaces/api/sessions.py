"""Setting up, signing in and out, who am I, and which workspace."""

from datetime import datetime

from fastapi import APIRouter, Request, Response

from deskbell.kit.db import Database
from deskbell.kit.errors import SignInNeeded
from deskbell.kit.web import Db, Now
from deskbell.workspaces import access, queries
from deskbell.workspaces.access import MaybeSignedIn, SignedInPerson
from deskbell.workspaces.api.schemas import (
    ChooseBody,
    HeartbeatBody,
    Me,
    MembershipOut,
    NameBody,
    PersonOut,
    SetupBody,
    SetupNeeded,
    SignInBody,
    WorkspaceOut,
)
from deskbell.workspaces.commands import setup, signing_in
from deskbell.workspaces.commands.membership import touched

router = APIRouter()


@router.get("/setup")
async def setup_needed(database: Db) -> SetupNeeded:
    """Whether nobody has set up this Deskbell yet."""
    async with database.transaction() as tx:
        return SetupNeeded(needed=not await queries.anybody(tx))


@router.post("/setup")
async def set_up(
    body: SetupBody, request: Request, response: Response, database: Db, now: Now, _: MaybeSignedIn
) -> Me:
    """Create the first owner and their workspace, once."""
    owner = setup.NewPerson(body.name, body.email, body.password)
    secret = await setup.set_up(
        database, token=body.token, owner=owner, workspace_name=body.workspace_name, at=now()
    )
    access.keep_signed_in(request, response, secret, seconds=signing_in.SECONDS)
    return await me_of(database, secret, now())


@router.post("/session")
async def sign_in(
    body: SignInBody, request: Request, response: Response, database: Db, now: Now, _: MaybeSignedIn
) -> Me:
    """Sign in. A wrong address and a wrong password are answered alike."""
    client = request.client.host if request.client else "unknown"
    secret = await signing_in.sign_in(
        database, email=body.email, password=body.password, client=client, at=now()
    )
    access.keep_signed_in(request, response, secret, seconds=signing_in.SECONDS)
    return await me_of(database, secret, now())


@router.delete("/session", status_code=204)
async def sign_out(request: Request, response: Response, database: Db, session: SignedInPerson) -> None:
    """End this session."""
    await signing_in.end_session(database, session.secret)
    access.forget(request, response)


@router.put("/session/workspace")
async def choose_workspace(body: ChooseBody, database: Db, now: Now, session: SignedInPerson) -> Me:
    """Continue in another workspace of mine."""
    await signing_in.choose_workspace(
        database, secret=session.secret, person_id=session.person.id, workspace_id=body.workspace_id, at=now()
    )
    return await me_of(database, session.secret, now())


@router.post("/workspaces")
async def found_workspace(body: NameBody, database: Db, now: Now, session: SignedInPerson) -> Me:
    """A further workspace of mine."""
    await setup.found_workspace(
        database, person_id=session.person.id, secret=session.secret, name=body.name, at=now()
    )
    return await me_of(database, session.secret, now())


@router.get("/me")
async def me(database: Db, now: Now, session: SignedInPerson) -> Me:
    """Who is signed in, and where."""
    return await me_of(database, session.secret, now())


@router.post("/me/heartbeat", status_code=204)
async def heartbeat(
    session: SignedInPerson, database: Db, now: Now, body: HeartbeatBody | None = None
) -> None:
    """Still here: the door has noted it. Members unseen for 90 seconds, or idle for ten minutes, count as away for visitors."""
    if session.actor is not None and body is not None and body.active:
        async with database.transaction(session.actor.workspace_id) as tx:
            await touched(tx, session.actor.member_id, now())


async def me_of(database: Database, secret: str, at: datetime) -> Me:
    """The page's first read, for the holder of a session."""
    session = await access.session_of(database, secret, at)
    if session is None:
        raise SignInNeeded("sign_in_needed", "Your session has ended. Sign in again.")
    person = session.person
    async with database.transaction(person_id=person.id) as tx:
        mine = await queries.memberships(tx, person.id)
    out = PersonOut(id=person.id, email=person.email, name=person.name)
    workspaces = [MembershipOut.of(membership) for membership in mine]
    if session.actor is None:
        return Me(person=out, workspaces=workspaces, workspace=None)
    async with database.transaction(session.actor.workspace_id) as tx:
        here = WorkspaceOut.of(await queries.workspace(tx), await queries.member(tx, session.actor.member_id))
    return Me(person=out, workspaces=workspaces, workspace=here)
