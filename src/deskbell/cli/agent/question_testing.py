"""`deskbell test-questions`: an agent's question tests, run by the code that the dashboard uses, for scripts and people."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress

from deskbell.cli.agent.pupils import Pupil, find_pupil
from deskbell.cli.databases import CommandError
from deskbell.kit.errors import Conflict
from deskbell.question_tests import queries
from deskbell.question_tests.access import QuestionTest, Result, Run
from deskbell.question_tests.commands.runs import begin_run
from deskbell.settings import Settings
from deskbell.worker import Tools, open_tools, working_along

LOOK_SECONDS = 0.2
NOTES = {"newly_failing": "passed before", "fixed": "failed before", "changed": "another answer than before"}
console = Console(highlight=False, soft_wrap=True)


@dataclass(frozen=True)
class Outcome:
    """A finished run with what became of each test, in the order of the page."""

    run: Run
    results: Sequence[tuple[QuestionTest, Result | None]]

    @property
    def passed(self) -> bool:
        return self.run.state == "done" and self.run.passed == len(self.run.test_ids)


async def run_question_tests(settings: Settings, agent: str, workspace: str | None, *, as_json: bool) -> bool:
    """Run all tests of the agent and print what became of them; True when every one passes."""
    async with open_tools(settings) as tools:
        pupil = await find_pupil(tools.database, agent, workspace)
        outcome = await _run(tools, pupil, agent, Progress(console=console, disable=as_json))
    if as_json:
        print(json.dumps(_as_json(outcome), indent=2))
    else:
        _print(outcome)
    return outcome.passed


async def _run(tools: Tools, pupil: Pupil, agent: str, progress: Progress) -> Outcome:
    """Work on the queue, beside any worker that runs, until the run has ended."""
    async with tools.database.transaction(pupil.workspace_id) as tx:
        tests = await queries.list_tests(tx, pupil.agent_id)
        if not tests:
            raise CommandError(
                f"{agent} has no question tests yet. Write them in the dashboard: Agent, Question tests."
            )
        try:
            run = await begin_run(
                tx, pupil.agent_id, [test.id for test in tests], "command", at=tools.clock()
            )
        except Conflict as running:
            raise CommandError(running.sentence) from running
    with progress:
        asking = progress.add_task("Asking", total=len(tests))
        async with working_along(tools):
            while run.state == "running":
                await asyncio.sleep(LOOK_SECONDS)
                run = await _again(tools, pupil, run)
                progress.update(asking, completed=run.done)
    async with tools.database.transaction(pupil.workspace_id) as tx:
        results = await queries.latest_results(tx, [test.id for test in tests])
    of_run = {test_id: result for test_id, result in results.items() if result.run_id == run.id}
    return Outcome(run, [(test, of_run.get(test.id)) for test in tests])


async def _again(tools: Tools, pupil: Pupil, run: Run) -> Run:
    async with tools.database.transaction(pupil.workspace_id) as tx:
        found = await queries.find_run(tx, run.id)
    if found is None:
        raise CommandError("The agent was removed while its tests ran.")
    return found


def _print(outcome: Outcome) -> None:
    for test, result in outcome.results:
        if result is None:
            console.print(f"[yellow]–[/yellow] {escape(test.question)}: was not run")
        elif not result.passed:
            console.print(f"[red]✗[/red] {escape(test.question)}")
            console.print(f"    {escape(result.why)}{_note(result)}")
        elif result.change is not None:
            console.print(f"[green]✓[/green] {escape(test.question)}{_note(result)}")
    row = outcome.run.row()
    ended = "" if outcome.run.state == "done" else f" The run was {outcome.run.state}."
    console.print(f"{row.passed} of {row.total} pass. {row.summary}{ended}")


def _note(result: Result) -> str:
    return f" ({NOTES[result.change]})" if result.change else ""


def _as_json(outcome: Outcome) -> dict[str, Any]:
    tests = [
        {"question": test.question, "passed": None}
        if result is None
        else {
            "question": test.question,
            "passed": result.passed,
            "why": result.why,
            "change": result.change,
            "outcome": result.outcome,
            "answer": result.answer,
            "confidence": result.confidence,
        }
        for test, result in outcome.results
    ]
    row = outcome.run.row()
    return {
        "state": row.state,
        "total": row.total,
        "passed": row.passed,
        "summary": row.summary,
        "tests": tests,
    }
