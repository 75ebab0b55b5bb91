"""HTTP of agents and of the language models they ask: parse, open the door, command or query, schema."""

from fastapi import APIRouter

from deskbell.agents.api import agents, models, troubles

router = APIRouter(prefix="/api", tags=["agents"])
router.include_router(agents.router)
router.include_router(models.router)
router.include_router(troubles.router)
