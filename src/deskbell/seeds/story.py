"""A morning at the clinic, told through the same commands and the same turns that a real morning goes through."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from deskbell.agents.access import Agent
from deskbell.answering.client import ContentLibrary, VerbatimAnswerer
from deskbell.answering.jobs import Turns, turn_job
from deskbell.bus import MemoryBus
from deskbell.channels.widget.screening import alert_in
from deskbell.conversations import queries as conversations
from deskbell.conversations.access import Conversation
from deskbell.conversations.commands import details, holding, visiting
from deskbell.embedding.embedder import Embedder
from deskbell.events.commands import settling
from deskbell.kit.clock import now
from deskbell.kit.db import Database, Transaction
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Claimed
from deskbell.seeds.people import Staff
from deskbell.seeds.scenes import CLOSES, NOTES, SCENES, Line, Scene
from deskbell.visitors import commands as visitors
from deskbell.visitors.access import Visitor
from deskbell.workspaces.access import Actor


@dataclass
class StoryClock:
    """Tells the time of the line that is being played."""

    at: datetime = field(default_factory=now)

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Stage:
    """Where the story is played. Its events lead to no jobs: the turns are run here, at the time they happened."""

    database: Database
    staff: Staff
    agent: Agent
    clock: StoryClock
    turns: Turns


async def play(database: Database, embedder: Embedder, staff: Staff, agent: Agent) -> None:
    """Every scene, the oldest first, ending with this moment."""
    database.settle = settling(lambda _event, _tx: [])
    clock = StoryClock()
    library = ContentLibrary(database, embedder)
    turns = Turns(database, MemoryBus(), clock, library, VerbatimAnswerer(embedder, library))
    stage = Stage(database, staff, agent, clock, turns)
    for scene in SCENES:
        await _play(stage, scene)


async def _play(stage: Stage, scene: Scene) -> None:
    began = now() - timedelta(minutes=scene.minutes_ago)
    stage.clock.at = began
    async with stage.database.transaction(stage.staff.owner.workspace_id) as tx:
        visitor, _ = await visitors.welcome(tx, began, is_test=False)
        if scene.visitor:
            await visitors.call(tx, visitor, scene.visitor)
            visitor = replace(visitor, name=scene.visitor)
    for line in scene.lines:
        stage.clock.at = began + timedelta(minutes=line.after_minutes)
        await _speak(stage, visitor, scene, line)


async def _speak(stage: Stage, visitor: Visitor, scene: Scene, line: Line) -> None:
    if line.who == "visitor":
        await _visitor_writes(stage, visitor, scene, line.text)
        return
    async with stage.database.transaction(visitor.workspace_id) as tx:
        row = await _thread(tx, visitor)
        actor = stage.staff.maya if line.who == "maya" else stage.staff.jonas
        await _member_acts(tx, row, actor, line.text, stage.clock.at)


async def _visitor_writes(stage: Stage, visitor: Visitor, scene: Scene, text: str) -> None:
    async with stage.database.transaction(visitor.workspace_id) as tx:
        writing = visiting.Writing(
            key=str(new_id()),
            text=text,
            page=scene.page,
            alert=alert_in(text, (), stage.agent.emergency_region),
        )
        posted = await visiting.visitor_writes(tx, visitor, stage.agent.id, writing, stage.clock.at)
    job = turn_job(visitor.workspace_id, posted.conversation.id)
    await stage.turns.take_turn(Claimed(job.kind, job.workspace_id, job.args, id=0, fence=0, attempt=1))


async def _member_acts(tx: Transaction, row: Conversation, actor: Actor, text: str, at: datetime) -> None:
    if text == CLOSES:
        await holding.resolve(tx, row, actor, at, seen_seq=None)
    elif text.startswith(NOTES):
        await details.add_note(tx, row, actor, key=str(new_id()), text=text.removeprefix(NOTES), at=at)
    else:
        await holding.reply(tx, row, actor, key=str(new_id()), text=text, seen_seq=None, at=at)


async def _thread(tx: Transaction, visitor: Visitor) -> Conversation:
    current = await conversations.current_of_visitor(tx, visitor.id)
    row = await conversations.locked(tx, current.id) if current else None
    if row is None:
        raise RuntimeError("a member acts only in a thread that a visitor has begun")
    return row
