"""Vera's desk with scripted language models: what they say, what was seen of it on the way, and what was asked."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from uuid import UUID

import httpx

from deskbell.answering.client import ChosenAnswerer, ModelsOfAgents, VerbatimAnswerer
from deskbell.answering.generative.answerer import GenerativeAnswerer
from deskbell.answering.generative.rewriting import ModelRewriter
from deskbell.answering.jobs import Turns
from deskbell.answering.outcomes import TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.bus import MemoryBus
from deskbell.embedding.scripted import ScriptedEmbedder
from deskbell.events.ephemeral import EPHEMERAL, Draft
from deskbell.kit.http import guarded_client
from deskbell.knowledge.finding.ranking import Found
from deskbell.llm.circuit import Circuits
from deskbell.llm.opening import load
from deskbell.llm.scripted import Fault, Scripted, ScriptedServer, scripted_server
from tests.cast import MONDAY_MORNING, Desk, Person
from tests.stage import settings_of_tests
from tests.visitor import Visitor

HOURS = (
    "The clinic is open Monday to Friday from 8:00 to 18:00. Video visits are offered on Saturday from 9:00."
)
ANSWERS = '{"answerable": true, "person": false, "urgent": false, "action": "", "language": "en"}\n'


def passage(text: str, number: int = 1) -> Found:
    one = UUID(int=number)
    return Found(one, one, one, "Hours", "Hours", text, None, MONDAY_MORNING, 5.0, 0.8, 0.9)


def is_rewriting(asked: list[dict[str, str]]) -> bool:
    """Whether the model is to complete a follow-up, not to answer."""
    return asked[0]["content"].startswith("Rewrite the visitor's last message")


@dataclass
class Shelf:
    """A library with what the test puts into it."""

    passages: list[Found] = field(default_factory=lambda: [passage(HOURS)])
    searched: list[str] = field(default_factory=list[str])

    async def mend(self, turn: TurnInput, question: str) -> str:
        return question

    async def find(self, turn: TurnInput, question: str, trace: Trace) -> Sequence[Found]:
        self.searched.append(question)
        return self.passages

    async def topics(self, turn: TurnInput) -> Sequence[str]:
        return ["Hours"]


@dataclass
class Models:
    """Two servers: the agent asks the first, then the second. `shown` is what the visitor's screen had on the way."""

    first: ScriptedServer
    second: ScriptedServer
    ada: Person
    agent_id: str
    shelf: Shelf = field(default_factory=Shelf)
    says: list[Scripted] = field(default_factory=lambda: [Scripted(), Scripted()])
    rewrites: Scripted = field(default_factory=lambda: Scripted(("",)))
    shown: list[str] = field(default_factory=list[str])
    seen: asyncio.Event = field(default_factory=asyncio.Event)

    def answers(
        self, *pieces: str, fault: Fault = "none", signals: str = ANSWERS, pause_seconds: float = 0.0
    ) -> None:
        self.says[0] = Scripted((signals, *pieces), pause_seconds, fault)

    def second_answers(self, *pieces: str, fault: Fault = "none") -> None:
        self.says[1] = Scripted((ANSWERS, *pieces), fault=fault)

    async def sets(self, **settings: Any) -> None:
        await self.ada.sends("PATCH", f"/api/agents/{self.agent_id}", settings)
        assert self.ada.refused is None, self.ada.refused

    async def used(self) -> dict[str, Any]:
        return await self.ada.get(f"/api/agents/{self.agent_id}/models/usage")

    async def trace(self) -> dict[str, Any]:
        """Of the latest turn, as it is stored."""
        workspace_id = UUID((await self.ada.me())["workspace"]["id"])
        async with self.ada.desk.database.transaction(workspace_id) as tx:
            return await tx.value("SELECT trace FROM turns ORDER BY id DESC LIMIT 1")


@asynccontextmanager
async def models_of(ada: Person, vera: Visitor, agent_id: str, *, also: str = "") -> AsyncIterator[Models]:
    """The agent writes with the first scripted model. It has no other. `also`: one more host and port that may be called."""
    desk = vera.desk
    await load(["openai", "anthropic"])  # no test waits for it
    async with (
        scripted_server(lambda asked: models.rewrites if is_rewriting(asked) else models.says[0]) as first,
        scripted_server(lambda _: models.says[1]) as second,
        guarded_client(frozenset({first.host_and_port, second.host_and_port, also} - {""})) as http_client,
    ):
        models = Models(first, second, ada, agent_id)
        await models.sets(answerer="generative", models=[{"url": first.url, "name": "first"}])
        bus = desk.app.state.bus

        def heard(_: str, payload: bytes) -> None:
            sign = EPHEMERAL.validate_json(payload)
            if isinstance(sign, Draft):
                models.shown.append(sign.text)
                models.seen.set()

        bus.subscribe("ephemeral:", heard)
        desk.works = {**desk.works, **_turns(desk, bus, models, http_client).works()}
        yield models


def _turns(desk: Desk, bus: MemoryBus, models: Models, http_client: httpx.AsyncClient) -> Turns:
    opened = ModelsOfAgents(desk.database, settings_of_tests().server_key, http_client, desk.clock)
    quoting = VerbatimAnswerer(ScriptedEmbedder(), models.shelf)
    circuits = Circuits()
    writing = GenerativeAnswerer(opened, quoting, ScriptedEmbedder(), circuits, monotonic)
    rewriter = ModelRewriter(opened, circuits, monotonic)
    return Turns(desk.database, bus, desk.clock, models.shelf, ChosenAnswerer(quoting, writing), rewriter)
