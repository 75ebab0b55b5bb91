"""The workspace, its members, and being available."""

from uuid import UUID

from fastapi import APIRouter, Request

from deskbell.kit.errors import Refused
from deskbell.kit.web import Db, Now
from deskbell.workspaces import queries
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.api.invitations import shown
from deskbell.workspaces.api.schemas import (
    AvailabilityBody,
    MemberOut,
    Members,
    RolePatch,
    WorkspaceOut,
    WorkspacePatch,
)
from deskbell.workspaces.availability import Hours, problem_with
from deskbell.workspaces.commands import membership
from deskbell.workspaces.roles import Role
from deskbell.workspaces.tables import Invitation

router = APIRouter()


@router.get("/workspace")
async def read_workspace(actor: SignedIn, database: Db) -> WorkspaceOut:
    """The workspace the member is in."""
    async with database.transaction(actor.workspace_id) as tx:
        return WorkspaceOut.of(await queries.workspace(tx), await queries.member(tx, actor.member_id))


@router.patch("/workspace")
async def change_workspace(patch: WorkspacePatch, actor: SignedIn, database: Db, now: Now) -> WorkspaceOut:
    """Name, time zone, hours and holidays, and the policy for closed threads."""
    require(actor, Role.ADMIN)
    wrong = problem_with(Hours("UTC", patch.business_hours or {}, patch.holidays or []))
    if wrong:
        raise Refused("hours_unclear", wrong)
    async with database.transaction(actor.workspace_id) as tx:
        settings = membership.WorkspaceSettings(**patch.model_dump())
        workspace = await membership.change_workspace(tx, actor, settings, at=now())
        return WorkspaceOut.of(workspace, await queries.member(tx, actor.member_id))


@router.get("/members")
async def read_members(request: Request, actor: SignedIn, database: Db, now: Now) -> Members:
    """Everybody; and the open invitations, for those who may invite."""
    async with database.transaction(actor.workspace_id) as tx:
        members = await queries.members(tx)
        invites = actor.role.covers(Role.ADMIN)
        invitations = await queries.open_invitations(tx) if invites else tuple[Invitation]()
    return Members(
        members=[MemberOut.of(member) for member in members],
        invitations=[shown(request, actor, invitation, now()) for invitation in invitations],
    )


@router.patch("/members/{member_id}")
async def change_role(
    member_id: UUID, patch: RolePatch, actor: SignedIn, database: Db, now: Now
) -> MemberOut:
    """Give a member another role, within one's own reach."""
    require(actor, Role.ADMIN)
    async with database.transaction(actor.workspace_id) as tx:
        return MemberOut.of(await membership.change_role(tx, actor, member_id, patch.role, at=now()))


@router.delete("/members/{member_id}", status_code=204)
async def remove_member(member_id: UUID, actor: SignedIn, database: Db, now: Now) -> None:
    """End a membership, also one's own. Access ends at once."""
    async with database.transaction(actor.workspace_id) as tx:
        await membership.remove_member(tx, actor, member_id, at=now())


@router.put("/me/availability")
async def set_availability(body: AvailabilityBody, actor: SignedIn, database: Db, now: Now) -> MemberOut:
    """Available, or away."""
    async with database.transaction(actor.workspace_id) as tx:
        return MemberOut.of(await membership.set_availability(tx, actor, body.availability, at=now()))
