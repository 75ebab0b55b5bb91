"""The team of the demo clinic. Fiction, with a password made at the first start."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from deskbell.kit.db import Database
from deskbell.kit.passwords import hash_password
from deskbell.workspaces.access import Actor, session_of
from deskbell.workspaces.addresses import normal_address
from deskbell.workspaces.commands import accepting, inviting, membership, setup, signing_in
from deskbell.workspaces.queries import memberships, person_by_email
from deskbell.workspaces.roles import Role
from deskbell.workspaces.tokens import invitation_token

CLINIC = "Cedar Row Virtual Care"
OWNER = ("Priya Shah", "priya@cedarrow.example")
OPERATORS = (("Maya Osei", "maya@cedarrow.example"), ("Jonas Weber", "jonas@cedarrow.example"))
INVITED = ("nora@cedarrow.example", "luis@cedarrow.example")
HOURS = {day: [["08:00", "19:00"]] for day in ("mon", "tue", "wed", "thu", "fri")} | {
    "sat": [["09:00", "13:00"]]
}


@dataclass(frozen=True)
class Staff:
    """Who works at the clinic."""

    owner: Actor
    maya: Actor
    jonas: Actor


def demo_password(data_dir: Path) -> str:
    """Made at the first start and kept beside the database, so that no installation shares one."""
    path = data_dir / "demo-password"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(f"cedar-row-{secrets.token_hex(4)}")
    return path.read_text()


async def owner_of_demo(database: Database) -> Actor | None:
    """The demo's owner when the clinic is there already."""
    email = normal_address(OWNER[1]) or ""
    async with database.transaction() as tx:
        person = await person_by_email(tx, email)
    if person is None:
        return None
    async with database.transaction(person_id=person.id) as tx:
        found = await memberships(tx, person.id)
    first = found[-1]
    return Actor(person.id, first.workspace_id, first.member_id, Role(first.role), person.name, person.email)


async def found_clinic(database: Database, server_key: bytes, password: str, at: datetime) -> Staff:
    """The workspace with its owner, two operators who accepted, and two invitations that wait."""
    hashed = await hash_password(password)
    async with database.transaction() as tx:
        person_id = await setup.add_person(tx, setup.NewPerson(*OWNER, password), hashed, at)
    async with database.transaction(person_id=person_id) as tx:
        secret = await signing_in.start_session(tx, person_id, at)
    await setup.found_workspace(database, person_id=person_id, secret=secret, name=CLINIC, at=at)
    owner = await _actor(database, secret, at)
    await _set_hours(database, owner, at)
    maya, jonas = [
        await _hire(database, owner, server_key, *who, password=password, at=at) for who in OPERATORS
    ]
    async with database.transaction(owner.workspace_id) as tx:
        await inviting.invite(tx, owner, INVITED, Role.OPERATOR, key=server_key, at=at - timedelta(days=2))
    return Staff(owner, maya, jonas)


async def _set_hours(database: Database, owner: Actor, at: datetime) -> None:
    settings = membership.WorkspaceSettings(time_zone="America/Denver", business_hours=HOURS)
    async with database.transaction(owner.workspace_id) as tx:
        await membership.change_workspace(tx, owner, settings, at=at)


async def _hire(
    database: Database, owner: Actor, server_key: bytes, name: str, email: str, *, password: str, at: datetime
) -> Actor:
    async with database.transaction(owner.workspace_id) as tx:
        invited = await inviting.invite(tx, owner, [email], Role.OPERATOR, key=server_key, at=at)
    invitation = invited.invitations[0]
    token = invitation_token(server_key, owner.workspace_id, invitation.id, invitation.generation)
    secret = await accepting.accept(database, token, None, name=name, password=password, at=at)
    return await _actor(database, secret, at)


async def _actor(database: Database, secret: str, at: datetime) -> Actor:
    session = await session_of(database, secret, at)
    if session is None or session.actor is None:
        raise RuntimeError("a session that was just started has its member")
    return session.actor
