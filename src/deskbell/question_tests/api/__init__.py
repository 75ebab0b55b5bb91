"""HTTP for question tests. Operators read, run and cancel; admins write."""

from fastapi import APIRouter

from deskbell.question_tests.api import running, sheets, writing

router = APIRouter()
for part in (writing, sheets, running):
    router.include_router(part.router)
