"""Running the lines of a check one after the other, each kept as soon as it is known, and cleaning up whatever happens."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TypeAlias
from uuid import UUID

import psycopg
import structlog
from psycopg_pool import PoolTimeout

from deskbell.agents.access import open_agent, open_agent_to_change
from deskbell.kit.errors import DeskbellError
from deskbell.setup_checks import commands, lines, queries
from deskbell.setup_checks.access import open_check
from deskbell.setup_checks.jobs import around, ground
from deskbell.setup_checks.jobs.story import Story
from deskbell.setup_checks.jobs.world import Bench, World
from deskbell.setup_checks.lines import PLAN, Found, Key, Line
from deskbell.setup_checks.tables import Cause, SetupCheck, State
from deskbell.visitors.commands import forget_checks
from deskbell.workspaces.access import Actor

LONGEST_SECONDS = 150.0
LEFT_BEHIND = timedelta(minutes=10)  # visitors of a check that was killed

Step: TypeAlias = Callable[[], Awaitable[Found]]
Tells: TypeAlias = Callable[[Line], None]

log = structlog.get_logger(__name__)


@dataclass
class Checking:
    """The checks of one process. They go on when whoever began one looks away."""

    world: World
    _running: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    async def begin(self, actor: Actor, agent_id: UUID) -> SetupCheck:
        """Begin one beside this request, or join the one that runs for the agent already."""
        at = self.world.clock()
        async with self.world.database.transaction(actor.workspace_id) as tx:
            agent = await open_agent_to_change(tx, agent_id)
            newest = await queries.newest(tx, agent.id)
            if newest and newest[0].state_at(at) == "running":
                return newest[0]
            check = await commands.begin(tx, actor, agent.id, "by_hand", at)
        running = _Running(Bench(self.world, check, actor, agent))
        task = asyncio.create_task(running.to_the_end(), name="set-up check")
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.sleep(0)  # it has begun before anybody can stop it
        return check

    async def run_here(self, actor: Actor, agent_id: UUID, cause: Cause, tells: Tells) -> SetupCheck:
        """Begin one and see it through; `tells` hears of each line as it is known."""
        async with self.world.database.transaction(actor.workspace_id) as tx:
            agent = await open_agent(tx, agent_id)
            check = await commands.begin(tx, actor, agent.id, cause, self.world.clock())
        await _Running(Bench(self.world, check, actor, agent), tells).to_the_end()
        async with self.world.database.transaction(actor.workspace_id) as tx:
            return await open_check(tx, check.id)

    async def close(self) -> None:
        """The process is going: what runs is stopped, and says so."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)


@dataclass
class _Running:
    """One check with its lines as they stand."""

    bench: Bench
    tells: Tells = lambda _: None
    lines: tuple[Line, ...] = PLAN

    async def to_the_end(self) -> None:
        """Every line in turn. Whatever happens, the check ends and its visitors are removed."""
        ended: State = "stopped"
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                await self.take_all()
            ended = "done"
        except TimeoutError:
            ended = "done"
        finally:
            await asyncio.shield(self.close(ended))

    async def take_all(self) -> None:
        story = Story(self.bench)
        ground_of: dict[Key, Step] = {
            "database": partial(ground.database, self.bench),
            "worker": partial(ground.worker, self.bench),
            "language_model": partial(ground.language_model, self.bench),
            "content": partial(ground.content, self.bench),
        }
        of_story: dict[Key, Step] = {
            "stream": story.stream,
            "answer": story.answer,
            "handoff": story.handoff,
            "details": story.details,
            "inbox": story.inbox,
            "takeover": story.takeover,
            "reply": story.reply,
            "close": story.close,
        }
        around_it: dict[Key, Step] = {
            "members": partial(around.members, self.bench),
            "hours": partial(around.hours, self.bench),
            "emergency": partial(around.emergency, self.bench),
            "widget": partial(around.widget, self.bench),
            "mail": partial(around.mail, self.bench),
        }
        steps: dict[Key, Step] = {**ground_of, **of_story, **around_it}
        for key, step in steps.items():
            await self._take(key, step if story.can_take(key) else _not_tried)

    async def close(self, ended: State) -> None:
        """No line stays open, and nothing of the simulated visitors stays behind."""
        sentence = lines.TIME_RAN_OUT if ended == "done" else lines.STOPPED
        self.lines = lines.closed(self.lines, sentence)
        bench = self.bench
        at = bench.world.clock()
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            await commands.end(tx, bench.check, self.lines, ended, at)
            await forget_checks(tx, visitor_ids=bench.visitors, arrived_before=at - LEFT_BEHIND)

    async def _take(self, key: Key, step: Step) -> None:
        await self._keep(lines.begun(self.lines, key))
        began = time.perf_counter()
        try:
            what = await step()
        except DeskbellError as refused:
            what = lines.failed(refused.sentence)
        except (psycopg.Error, PoolTimeout, OSError) as broken:
            log.warning("setup_check.line_broke", line=key, error=type(broken).__name__)
            what = lines.failed("The database did not answer. Look at the server’s log.")
        milliseconds = round((time.perf_counter() - began) * 1000)
        await self._keep(lines.found(self.lines, key, what, milliseconds))
        self.tells(next(line for line in self.lines if line.key == key))

    async def _keep(self, now: tuple[Line, ...]) -> None:
        self.lines = now
        bench = self.bench
        async with bench.world.database.transaction(bench.check.workspace_id) as tx:
            await commands.keep_lines(tx, bench.check, now, bench.world.clock())


async def _not_tried() -> Found:
    return lines.skipped(lines.NOT_TRIED)
