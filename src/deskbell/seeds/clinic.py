"""The clinic's agent: its settings, its content, the details it collects, the rules it hands off by."""

import asyncio
import tomllib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from deskbell.actions.commands import create_action
from deskbell.actions.fields import FieldSpec, FieldType
from deskbell.agents.access import Agent
from deskbell.agents.commands import create_agent
from deskbell.agents.defaults import new_agent_settings
from deskbell.handoff.commands.rules import change_rule, draft_of, start_with_presets
from deskbell.handoff.queries import list_rules
from deskbell.handoff.when import AsksForPerson
from deskbell.kit.clock import now
from deskbell.kit.db import Database
from deskbell.knowledge.commands.giving import add_question
from deskbell.knowledge.commands.importing import import_folder
from deskbell.knowledge.queries import list_sources
from deskbell.question_tests.commands.tests import add_test
from deskbell.question_tests.sheet import Line, read
from deskbell.saved_replies.commands import save_reply
from deskbell.settings import Settings
from deskbell.workspaces.access import Actor

DOCUMENTS = Path(__file__).parent.parent / "demo_clinic"
QUESTION_TESTS = Path(__file__).parent / "question_tests.csv"
SAVED_REPLIES = Path(__file__).parent / "saved_replies.toml"
LEARNING_SECONDS = 120.0

SUGGESTED = (
    "How do I join my video visit?",
    "Can I move or cancel a visit?",
    "Which insurance do you take?",
    "How do I get a refill?",
)

DETAILS = (
    FieldSpec("patient_name", "Patient name"),
    FieldSpec("provider", "Provider", required=False, hint="The clinician you saw or want to see"),
    FieldSpec(
        "inquiry",
        "Inquiry type",
        FieldType.CHOICE,
        choices=("Billing", "Appointment", "Refill", "Test results", "Something else"),
    ),
    FieldSpec(
        "reference",
        "Reference number",
        FieldType.REFERENCE,
        required=False,
        pattern=r"\d{4,}",
        hint="At least 4 digits, on your receipt",
    ),
)


async def add_agent(database: Database, owner: Actor, settings: Settings, at: datetime) -> Agent:
    """Lumi, with the three presets; a request for a person collects contact details first."""
    wanted = replace(
        new_agent_settings("Lumi"),
        greeting="I answer from Cedar Row’s help pages and show you where each answer comes from. I can’t give medical advice.",
        suggested_questions=SUGGESTED,
        brand_color="#0b6e69",
        language="en",
        allowed_sites=(
            f"localhost:{settings.sample_site_port}",
            f"127.0.0.1:{settings.sample_site_port}",
        ),
    )
    async with database.transaction(owner.workspace_id) as tx:
        agent = await create_agent(tx, wanted, at=at)
        await start_with_presets(tx, agent, at=at)
        action = await create_action(
            tx,
            agent,
            name="Contact details",
            intro="I will bring in the right person for this.",
            fields=DETAILS,
            at=at,
        )
        for rule in await list_rules(tx, agent.id):
            draft = replace(draft_of(rule), enabled=True)
            if isinstance(rule.when, AsksForPerson):
                draft = replace(draft, collect_first=(action.id,))
            await change_rule(tx, rule, draft, at=at)
    return agent


async def add_question_tests(database: Database, workspace_id: UUID, agent: Agent) -> None:
    """Twenty questions that the agent must keep getting right. They run by themselves once the content has settled."""
    async with database.transaction(workspace_id) as tx:
        for line in read(QUESTION_TESTS.read_text()):
            if isinstance(line, Line):
                await add_test(tx, agent.id, line, at=now())


async def add_saved_replies(database: Database, owner: Actor) -> None:
    """What the team writes again and again."""
    async with database.transaction(owner.workspace_id) as tx:
        for reply in tomllib.loads(SAVED_REPLIES.read_text())["reply"]:
            await save_reply(tx, name=reply["name"], text=reply["text"], by=owner.name, at=now())


async def let_learn(database: Database, workspace_id: UUID, agent: Agent, site: str) -> None:
    """Give the agent the clinic's documents by the import that users use, and a few questions with answers.

    `site`: where the clinic publishes its help pages, so that answers link to them.
    """
    await import_folder(database, workspace_id, agent.id, DOCUMENTS, _quietly, site=site)
    pairs = tomllib.loads((DOCUMENTS / "questions.toml").read_text())["questions"]
    async with database.transaction(workspace_id) as tx:
        for pair in pairs:
            await add_question(tx, agent.id, question=pair["question"], answer=pair["answer"], at=now())


def _quietly(done: int, count: int, name: str) -> None:
    """The demo shows no progress bar for its own few documents."""
    del done, count, name


async def learned(database: Database, workspace_id: UUID, agent: Agent) -> bool:
    """Wait until the worker has read everything; False when it takes too long."""
    for _ in range(int(LEARNING_SECONDS * 5)):
        async with database.transaction(workspace_id) as tx:
            states = {source.status for source in await list_sources(tx, agent.id)}
        if not states & {"pending", "processing"}:
            return True
        await asyncio.sleep(0.2)
    return False
