"""`deskbell check`, its second half: the set-up check of every agent, run from here against the workers and members of the server."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from rich.console import Console
from rich.markup import escape

from deskbell.agents.queries import list_agents
from deskbell.bus import open_bus, wakes
from deskbell.cli.agent.pupils import all_workspaces
from deskbell.cli.databases import CommandError
from deskbell.events.commands import settling
from deskbell.kit.clock import now
from deskbell.kit.db import Database, open_pool
from deskbell.reactions import reactions
from deskbell.realtime.hub import Hub
from deskbell.settings import Settings
from deskbell.setup_checks.jobs import Checking, World
from deskbell.setup_checks.lines import Line, is_fine, summary
from deskbell.workspaces.access import Actor
from deskbell.workspaces.queries import members

MARKS = {"passed": "[green]✓[/green]", "attention": "[yellow]![/yellow]", "failed": "[red]✗[/red]"}
console = Console(highlight=False, soft_wrap=True)


@dataclass(frozen=True)
class Checked:
    """One agent's check."""

    workspace: str
    agent: str
    lines: Sequence[Line]

    @property
    def fine(self) -> bool:
        return is_fine(self.lines)


@dataclass(frozen=True)
class _Examinee:
    workspace: str
    agent: str
    agent_id: UUID
    actor: Actor


async def check_agents(
    settings: Settings, agent: str | None, workspace: str | None, *, quiet: bool = False
) -> list[Checked]:
    """Every agent of this server, or those of this name. The oldest owner of the workspace takes over and closes in it."""
    async with (
        open_pool(settings.database_url, max_size=4) as pool,
        open_bus(settings.bus_url or settings.database_url) as bus,
    ):
        database = Database(pool, settling(reactions), wakes(bus))
        checking = Checking(World(database, bus, Hub(database, bus), now, settings))
        examinees = await _examinees(database, agent, workspace)
        if agent and not examinees:
            raise CommandError(f"There is no agent named {agent}. Make it in the dashboard first.")
        return [await _check(checking, examinee, quiet=quiet) for examinee in examinees]


async def _check(checking: Checking, examinee: _Examinee, *, quiet: bool) -> Checked:
    if not quiet:
        console.print(f"\n{escape(examinee.agent)}, {escape(examinee.workspace)}")

    def tells(line: Line) -> None:
        if not quiet:
            console.print(f"{MARKS.get(line.state, '–')} {line.title}: {escape(line.sentence)}")

    check = await checking.run_here(examinee.actor, examinee.agent_id, "command", tells)
    if not quiet:
        console.print(summary(check.shown))
    return Checked(examinee.workspace, examinee.agent, check.shown)


async def _examinees(database: Database, agent: str | None, workspace: str | None) -> list[_Examinee]:
    found: list[_Examinee] = []
    for workspace_id, name in sorted((await all_workspaces(database)).items(), key=str):
        if workspace is not None and workspace.casefold() != name.casefold():
            continue
        async with database.transaction(workspace_id) as tx:
            agents = await list_agents(tx)
            owner = next(member for member in await members(tx) if member.role == "owner")
        actor = Actor(owner.person_id, workspace_id, owner.id, owner.rank, owner.name, owner.email)
        wanted = [row for row in agents if agent is None or row.name.casefold() == agent.casefold()]
        found += [_Examinee(name, row.name, row.id, actor) for row in wanted]
    return found
