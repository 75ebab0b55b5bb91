"""Changing roles, removing members, being available, and the workspace's own settings. There is always an owner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from deskbell.audit.commands import note
from deskbell.events.commands import record
from deskbell.events.types import MemberChanged, MemberRemoved, WorkspaceChanged
from deskbell.events.wire import MemberRow
from deskbell.kit.db import Transaction
from deskbell.kit.errors import Conflict, Forbidden, NotFound
from deskbell.workspaces import queries
from deskbell.workspaces.access import Actor
from deskbell.workspaces.roles import Role, may_change, may_grant
from deskbell.workspaces.tables import Member, MemberAvailability, ReopenPolicy, Workspace


@dataclass(frozen=True)
class WorkspaceSettings:
    """What an admin may change; None leaves it as it is."""

    name: str | None = None
    time_zone: str | None = None
    reopen_policy: ReopenPolicy | None = None
    business_hours: dict[str, list[list[str]]] | None = None
    holidays: list[str] | None = None


async def change_role(tx: Transaction, actor: Actor, member_id: UUID, role: Role, *, at: datetime) -> Member:
    """Effective with the member's next request."""
    member = await _lock_member(tx, member_id)
    if not may_change(actor.role, member.rank, role):
        raise Forbidden("role_out_of_reach", "You cannot give or take a role above your own. Ask an owner.")
    if member.rank is role:
        return member
    if member.rank is Role.OWNER:
        await _keep_an_owner(tx, but=member_id)
    await tx.run(
        "UPDATE members SET role = %(role)s WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        role=role.value,
        workspace_id=tx.workspace,
        id=member_id,
    )
    await _note(tx, actor, f"member.role.{role.value}", member_id, at)
    return await _changed(tx, member_id, at)


async def remove_member(tx: Transaction, actor: Actor, member_id: UUID, *, at: datetime) -> None:
    """End the membership now, in every session. Members may also leave by themselves."""
    member = await _lock_member(tx, member_id)
    if member_id != actor.member_id and not may_grant(actor.role, member.rank):
        raise Forbidden(
            "role_out_of_reach", "You cannot remove somebody with a role above your own. Ask an owner."
        )
    if member.rank is Role.OWNER:
        await _keep_an_owner(tx, but=member_id)
    await tx.run(
        "UPDATE members SET removed_at = %(at)s WHERE workspace_id = %(workspace_id)s AND id = %(id)s",
        at=at,
        workspace_id=tx.workspace,
        id=member_id,
    )
    await tx.run(
        "UPDATE sessions SET workspace_id = NULL WHERE person_id = %(person)s AND workspace_id = %(workspace_id)s",
        person=member.person_id,
        workspace_id=tx.workspace,
    )
    record(tx, MemberRemoved(at=at, member_id=member_id))
    await _note(tx, actor, "member.removed", member_id, at)


async def set_availability(
    tx: Transaction, actor: Actor, availability: MemberAvailability, *, at: datetime
) -> Member:
    """Available or away, as the member says."""
    changed = await tx.run(
        """
        UPDATE members SET availability = %(availability)s, availability_since = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND availability <> %(availability)s
        """,
        availability=availability,
        at=at,
        workspace_id=tx.workspace,
        id=actor.member_id,
    )
    return await _changed(tx, actor.member_id, at) if changed else await queries.member(tx, actor.member_id)


async def seen(tx: Transaction, member_id: UUID, at: datetime) -> None:
    """The member's page is open at `at`: an open stream says so again and again."""
    await tx.run(
        """
        UPDATE members SET last_seen_at = %(at)s
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s AND last_seen_at < %(at)s
        """,
        at=at,
        workspace_id=tx.workspace,
        id=member_id,
    )


async def touched(tx: Transaction, member_id: UUID, at: datetime) -> None:
    """Somebody moves before a page of theirs."""
    await tx.run(
        """
        UPDATE members SET active_at = greatest(active_at, %(at)s)
        WHERE workspace_id = %(workspace_id)s AND id = %(id)s
        """,
        at=at,
        workspace_id=tx.workspace,
        id=member_id,
    )


async def change_workspace(
    tx: Transaction, actor: Actor, settings: WorkspaceSettings, *, at: datetime
) -> Workspace:
    """Name, time zone, hours, and what happens when a visitor writes on a closed thread."""
    await tx.run(
        """
        UPDATE workspaces SET
          name = coalesce(%(name)s, name), time_zone = coalesce(%(time_zone)s, time_zone),
          reopen_policy = coalesce(%(reopen_policy)s, reopen_policy),
          business_hours = coalesce(%(business_hours)s, business_hours), holidays = coalesce(%(holidays)s, holidays)
        WHERE id = %(workspace_id)s
        """,
        name=settings.name,
        time_zone=settings.time_zone,
        reopen_policy=settings.reopen_policy,
        business_hours=None if settings.business_hours is None else Jsonb(settings.business_hours),
        holidays=None if settings.holidays is None else Jsonb(settings.holidays),
        workspace_id=tx.workspace,
    )
    record(tx, WorkspaceChanged(at=at))
    await _note(tx, actor, "workspace.changed", tx.workspace, at)
    return await queries.workspace(tx)


def member_row(member: Member) -> MemberRow:
    """The member as streams and pages show them."""
    return MemberRow.model_validate(
        {
            "id": member.id,
            "person_id": member.person_id,
            "name": member.name,
            "email": member.email,
            "role": member.role,
            "availability": member.availability,
            "joined_at": member.joined_at,
        }
    )


async def _lock_member(tx: Transaction, member_id: UUID) -> Member:
    """Changes of the team happen one at a time: two owners cannot demote each other."""
    await tx.run("SELECT FROM workspaces WHERE id = %(workspace_id)s FOR UPDATE", workspace_id=tx.workspace)
    member = await queries.member(tx, member_id)
    if member.removed_at is not None:
        raise NotFound("not_found", "This member does not exist any more.")
    return member


async def _keep_an_owner(tx: Transaction, *, but: UUID) -> None:
    others = await tx.value(
        """
        SELECT count(*) FROM members
        WHERE workspace_id = %(workspace_id)s AND role = 'owner' AND removed_at IS NULL AND id <> %(but)s
        """,
        workspace_id=tx.workspace,
        but=but,
    )
    if not others:
        raise Conflict("last_owner", "A workspace needs an owner. Make somebody else an owner first.")


async def _changed(tx: Transaction, member_id: UUID, at: datetime) -> Member:
    member = await queries.member(tx, member_id)
    record(tx, MemberChanged(at=at, member=member_row(member)))
    return member


async def _note(tx: Transaction, actor: Actor, deed: str, subject: UUID, at: datetime) -> None:
    await note(tx, at=at, deed=deed, subject=str(subject), actor=actor.name, person_id=actor.person_id)
