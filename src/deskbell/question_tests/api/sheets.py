"""HTTP for question tests as a csv sheet: out, looked at, in."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response

from deskbell.agents.access import Agent, open_agent, open_agent_to_change
from deskbell.kit.db import Transaction
from deskbell.kit.errors import LimitReached
from deskbell.kit.web import Db, Now
from deskbell.question_tests import queries, sheet
from deskbell.question_tests.api.shapes import ImportedOut, SheetIn, SheetLine, SheetPreview, WrongLine
from deskbell.question_tests.commands import tests
from deskbell.question_tests.expectations import expectation_words
from deskbell.question_tests.sheet import Line, Wrong
from deskbell.workspaces.access import SignedIn, require
from deskbell.workspaces.roles import Role

router = APIRouter(prefix="/api", tags=["question tests"])


@router.get("/agents/{agent_id}/question-tests/sheet", response_class=Response)
async def export_tests(agent_id: UUID, actor: SignedIn, db: Db) -> Response:
    """All tests as csv."""
    async with db.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        listed = await queries.list_tests(tx, agent_id)
    text = sheet.write(Line(test.question, test.expected, test.note) for test in listed)
    named = {"Content-Disposition": 'attachment; filename="question-tests.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=named)


@router.post("/agents/{agent_id}/question-tests/sheet/preview")
async def look_at_sheet(agent_id: UUID, given: SheetIn, actor: SignedIn, db: Db) -> SheetPreview:
    """What the lines of a csv sheet would do. Nothing is written."""
    require(actor, Role.ADMIN)
    lines = _lines(given)
    async with db.transaction(actor.workspace_id) as tx:
        await open_agent(tx, agent_id)
        known = {test.question for test in await queries.list_tests(tx, agent_id)}
    preview = SheetPreview(lines=[], wrong=_wrong(lines))
    for line in lines:
        if isinstance(line, Line):
            preview.lines.append(_previewed(line, replaces=line.question in known))
            known.add(line.question)
    return preview


@router.post("/agents/{agent_id}/question-tests/sheet")
async def import_tests(agent_id: UUID, given: SheetIn, actor: SignedIn, db: Db, now: Now) -> ImportedOut:
    """Add the lines of a csv sheet. Lines that are wrong are told and do not stop the others."""
    require(actor, Role.ADMIN)
    lines = _lines(given)
    async with db.transaction(actor.workspace_id) as tx:
        agent = await open_agent_to_change(tx, agent_id)
        return await _take_in(tx, agent, lines, now())


def _lines(given: SheetIn) -> list[Line | Wrong]:
    lines = list(sheet.read(given.csv))
    if len(lines) > tests.MOST_TESTS:
        raise LimitReached("too_many_question_tests", f"A sheet has at most {tests.MOST_TESTS} tests.")
    return lines


async def _take_in(tx: Transaction, agent: Agent, lines: Sequence[Line | Wrong], at: datetime) -> ImportedOut:
    known = {test.question: test for test in await queries.list_tests(tx, agent.id)}
    imported = ImportedOut(added=0, replaced=0, wrong=_wrong(lines))
    for line in lines:
        if isinstance(line, Wrong):
            continue
        if line.question in known:
            await tests.change_test(tx, known[line.question], line, at=at)
            imported.replaced += 1
        else:
            known[line.question] = await tests.add_test(tx, agent.id, line, at=at)
            imported.added += 1
    return imported


def _previewed(line: Line, *, replaces: bool) -> SheetLine:
    return SheetLine(question=line.question, expects=expectation_words(line.expectation), replaces=replaces)


def _wrong(lines: Sequence[Line | Wrong]) -> list[WrongLine]:
    return [
        WrongLine(number=line.number, sentence=line.sentence) for line in lines if isinstance(line, Wrong)
    ]
