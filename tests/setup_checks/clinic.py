"""A clinic whose set-up is whole, and how its check is run to the end."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from deskbell.embedding.scripted import ScriptedEmbedder
from deskbell.kit.jobs import Runner
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.jobs import Training
from tests.cast import Desk, Person

STORY = ("stream", "answer", "handoff", "details", "inbox", "takeover", "reply", "close")
DETAILS = {
    "name": "Contact details",
    "fields": [
        {"label": "Patient name"},
        {"label": "Inquiry", "type": "choice", "choices": ["Billing", "Refill"]},
        {"label": "Date of birth", "type": "date"},
        {"label": "Phone", "type": "phone"},
        {"label": "E-mail", "type": "email", "required": False},
        {"label": "Reference number", "type": "reference", "pattern": "[A-Z]{2}-\\d{5}"},
    ],
}


@asynccontextmanager
async def trained(ada: Person, agent: Mapping[str, Any]) -> AsyncIterator[None]:
    """The agent has learned its clinic's hours."""
    desk, reader = ada.desk, Reader()
    pair = {"question": "When are you open?", "answer": "We are open Monday to Friday, 8:00 to 18:00."}
    await ada.sends("POST", f"/api/agents/{agent['id']}/sources/questions", pair)
    assert ada.refused is None
    training = Training(desk.database, ScriptedEmbedder(), reader, desk.clock)
    await Runner(desk.database, training.works(), desk.clock).run_pending()
    yield
    await reader.close()


async def collects_first(ada: Person, agent: Mapping[str, Any], action: Mapping[str, Any] = DETAILS) -> None:
    """The rule for requests for a person collects these details before."""
    made = await ada.sends("POST", f"/api/agents/{agent['id']}/actions", action)
    rule = await asking_rule(ada, agent)
    await ada.sends("PATCH", f"/api/rules/{rule['id']}", {"collect_first": made["id"]})
    assert ada.refused is None


async def asking_rule(ada: Person, agent: Mapping[str, Any]) -> Mapping[str, Any]:
    rules = (await ada.get(f"/api/agents/{agent['id']}/rules"))["rules"]
    return next(rule for rule in rules if rule["when"]["kind"] == "asks_for_person")


async def checked(person: Person, agent: Mapping[str, Any], *, with_worker: bool = True) -> dict[str, Any]:
    """Run the check to its end, with the desk's worker beside it. The lines by their key."""
    begun = await person.sends("POST", f"/api/agents/{agent['id']}/setup-checks")
    assert person.refused is None, person.refused
    return lines_of(await ended(person, begun, with_worker=with_worker))


async def ended(person: Person, begun: Mapping[str, Any], *, with_worker: bool = True) -> dict[str, Any]:
    """The check once it is over."""
    while (check := await person.get(f"/api/setup-checks/{begun['id']}"))["state"] == "running":
        if with_worker:
            await person.desk.runs_jobs()
    return check


def lines_of(check: Mapping[str, Any]) -> dict[str, Any]:
    return {line["key"]: line for line in check["lines"]}


def states(lines: Mapping[str, Any], *keys: str) -> dict[str, str]:
    return {key: lines[key]["state"] for key in keys or lines}


async def left_behind(desk: Desk, person: Person) -> tuple[int, int]:
    """How many visitors and conversations of checks there are still."""
    async with desk.database.transaction(UUID((await person.me())["workspace"]["id"])) as tx:
        visitors = await tx.value("SELECT count(*) FROM visitors WHERE is_check")
        conversations = await tx.value("SELECT count(*) FROM conversations WHERE is_check")
    return visitors, conversations
