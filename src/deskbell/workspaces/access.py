"""The door: who is asking, which workspace they are in, and whether their role reaches. Nothing else reads the cookie."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import Depends, Request, Response

from deskbell.kit.db import Database
from deskbell.kit.errors import Forbidden, SignInNeeded
from deskbell.kit.ids import digest
from deskbell.kit.web import Db, Now
from deskbell.workspaces import queries
from deskbell.workspaces.roles import Role
from deskbell.workspaces.tables import Invitation, Member, Person, ReopenPolicy, SessionRow, Workspace

__all__ = [
    "Actor",
    "Invitation",
    "MaybeSignedIn",
    "Member",
    "ReopenPolicy",
    "Session",
    "SignedIn",
    "SignedInPerson",
    "Workspace",
    "cookie_name",
    "forget",
    "keep_signed_in",
    "require",
    "same_origin",
    "session_of",
]

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Actor:
    """A member, signed in, in the workspace they chose. The role is the membership's at this moment."""

    person_id: UUID
    workspace_id: UUID
    member_id: UUID
    role: Role
    name: str
    email: str


@dataclass(frozen=True)
class Session:
    """A person, signed in; `actor` is None until they are in a workspace of theirs."""

    secret: str
    person: Person
    actor: Actor | None


async def session_of(database: Database, secret: str | None, at: datetime) -> Session | None:
    """Who holds `secret` at `at`. One round trip; long-lived streams ask again to notice a removal."""
    row = await queries.session_row(database, digest(secret), at) if secret else None
    if row is None or secret is None:
        return None
    return Session(secret, Person(row.person_id, row.email, row.person_name), _actor(row))


def _actor(row: SessionRow) -> Actor | None:
    if row.workspace_id is None or row.member_id is None or row.role is None:
        return None
    return Actor(row.person_id, row.workspace_id, row.member_id, Role(row.role), row.person_name, row.email)


def same_origin(request: Request) -> None:
    """A change must come from our own pages: another site can send the cookie but not these headers (CSRF)."""
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("sec-fetch-site")
    if site in {"same-origin", "none"}:
        return
    origin = request.headers.get("origin")
    if site is None and origin and urlsplit(origin).netloc == request.headers.get("host"):
        return
    raise Forbidden(
        "other_site", "This request came from another site, so nothing was changed. Open Deskbell itself."
    )


async def _maybe_session(request: Request, response: Response, database: Db, now: Now) -> Session | None:
    response.headers["cache-control"] = "no-store"
    same_origin(request)
    return await session_of(database, request.cookies.get(cookie_name(request)), now())


MaybeSignedIn = Annotated[Session | None, Depends(_maybe_session)]


async def _session(session: MaybeSignedIn) -> Session:
    if session is None:
        raise SignInNeeded(
            "sign_in_needed", "You are not signed in, or your session has ended. Sign in again."
        )
    return session


SignedInPerson = Annotated[Session, Depends(_session)]


async def _signed_in(session: SignedInPerson) -> Actor:
    if session.actor is None:
        raise Forbidden(
            "no_workspace", "You are not a member of this workspace (any more). Choose another one."
        )
    return session.actor


SignedIn = Annotated[Actor, Depends(_signed_in)]


def require(actor: Actor, role: Role) -> None:
    """Refuse unless the actor's role covers `role`."""
    if not actor.role.covers(role):
        raise Forbidden(
            "role_needed", f"This needs the role of {role.value} or above. Ask an owner.", role=role.value
        )


def cookie_name(request: Request) -> str:
    """`__Host-` pins the cookie to this host over https; plain http exists only on loopback."""
    return "__Host-deskbell" if _https(request) else "deskbell"


def keep_signed_in(request: Request, response: Response, secret: str, *, seconds: int) -> None:
    """Hand the session's secret to the browser, out of reach of scripts."""
    response.set_cookie(
        cookie_name(request),
        secret,
        max_age=seconds,
        path="/",
        secure=_https(request),
        httponly=True,
        samesite="lax",
    )


def forget(request: Request, response: Response) -> None:
    """Take the cookie back."""
    response.delete_cookie(
        cookie_name(request), path="/", secure=_https(request), httponly=True, samesite="lax"
    )


def _https(request: Request) -> bool:
    return str(request.app.state.settings.public_url).startswith("https:")
