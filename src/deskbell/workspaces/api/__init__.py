"""HTTP of people and workspaces: parse, open the door, command or query, schema."""

from fastapi import APIRouter

from deskbell.workspaces.api import invitations, members, sessions

router = APIRouter(prefix="/api", tags=["workspaces"])
router.include_router(sessions.router)
router.include_router(members.router)
router.include_router(invitations.router)
