"""HTTP for what the agent knows. Operators read, admins give and take away."""

from fastapi import APIRouter

from deskbell.knowledge.api import documents, flags, importing, questions, sources, websites

router = APIRouter()
for part in (importing, questions, sources, websites, documents, flags):
    router.include_router(part.router)
