"""The first owner. A one-time token, printed on the console, proves that whoever sets up also runs the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deskbell.audit.commands import note
from deskbell.events.commands import record
from deskbell.events.types import MemberJoined
from deskbell.kit.db import Database, Transaction
from deskbell.kit.errors import Conflict, Refused
from deskbell.kit.ids import digest, new_id, new_secret
from deskbell.kit.passwords import hash_password
from deskbell.workspaces import queries
from deskbell.workspaces.addresses import normal_address
from deskbell.workspaces.commands.membership import member_row
from deskbell.workspaces.commands.signing_in import enter, start_session
from deskbell.workspaces.roles import Role


@dataclass(frozen=True)
class NewPerson:
    """Somebody who will be able to sign in."""

    name: str
    email: str
    password: str


async def ensure_setup_token(database: Database) -> str | None:
    """A token to print while nobody has set up yet; None once somebody has."""
    async with database.transaction() as tx:
        if await queries.anybody(tx):
            return None
        token = new_secret()
        await tx.run("INSERT INTO setup_tokens (digest) VALUES (%(digest)s)", digest=digest(token))
        return token


async def set_up(
    database: Database, *, token: str, owner: NewPerson, workspace_name: str, at: datetime
) -> str:
    """Create the first person, their workspace and a session; returns the session's secret."""
    async with database.transaction() as tx:
        await _require_token(tx, token)
    hashed = await hash_password(owner.password)
    workspace_id = new_id()
    async with database.transaction(workspace_id) as tx:
        await tx.run("LOCK TABLE setup_tokens IN SHARE ROW EXCLUSIVE MODE")  # one set-up at a time, one ever
        await _require_token(tx, token)
        person_id = await add_person(tx, owner, hashed, at)
        await tx.run("DELETE FROM setup_tokens")
        await _found_workspace(tx, person_id, workspace_name, at)
        return await start_session(tx, person_id, at)


async def found_workspace(
    database: Database, *, person_id: UUID, secret: str, name: str, at: datetime
) -> UUID:
    """A further workspace, owned by the person, in which their session continues."""
    workspace_id = new_id()
    async with database.transaction(workspace_id) as tx:
        await _found_workspace(tx, person_id, name, at)
        await enter(tx, secret)
    return workspace_id


async def add_person(tx: Transaction, person: NewPerson, hashed: str, at: datetime) -> UUID:
    """`Conflict` when the address has a sign-in already."""
    person_id = await tx.value(
        """
        INSERT INTO people (id, email, name, password_hash, created_at)
        VALUES (%(id)s, %(email)s, %(name)s, %(hashed)s, %(at)s)
        ON CONFLICT (email) DO NOTHING RETURNING id
        """,
        id=new_id(),
        email=_address(person.email),
        name=person.name,
        hashed=hashed,
        at=at,
    )
    if person_id is None:
        raise Conflict("has_sign_in", "This address has a sign-in already. Sign in with it.")
    return person_id


def _address(typed: str) -> str:
    address = normal_address(typed)
    if address is None:
        raise Refused("not_an_address", "This is not an e-mail address. Check the spelling.", field="email")
    return address


async def _require_token(tx: Transaction, token: str) -> None:
    """The token first: it goes with the commit that makes the owner, so who misses it for that reason finds the owner there."""
    known = await tx.value(
        "SELECT true FROM setup_tokens WHERE digest = %(digest)s", digest=digest(token.strip())
    )
    if await queries.anybody(tx):
        raise Conflict(
            "already_set_up", "This Deskbell has its owner already. Sign in, or ask for an invitation."
        )
    if not known:
        raise Refused(
            "wrong_setup_token",
            "This is not the set-up token. It is printed where Deskbell was started.",
            field="token",
        )


async def _found_workspace(tx: Transaction, person_id: UUID, name: str, at: datetime) -> None:
    await tx.run(
        "INSERT INTO workspaces (id, name, created_at) VALUES (%(id)s, %(name)s, %(at)s)",
        id=tx.workspace,
        name=name,
        at=at,
    )
    member_id = new_id()
    await tx.run(
        """
        INSERT INTO members (workspace_id, id, person_id, role, availability_since, joined_at, last_seen_at)
        VALUES (%(workspace_id)s, %(id)s, %(person_id)s, %(role)s, %(at)s, %(at)s, %(at)s)
        """,
        workspace_id=tx.workspace,
        id=member_id,
        person_id=person_id,
        role=Role.OWNER.value,
        at=at,
    )
    owner = await queries.member(tx, member_id)
    record(tx, MemberJoined(at=at, member=member_row(owner)))
    await note(
        tx, at=at, deed="workspace.founded", subject=str(tx.workspace), actor=owner.name, person_id=person_id
    )
