"""Asks the help pages of a large health provider: `python -m evals.telehealth [-v]`. Everything is the product's: the
import, the worker's training and calibration, and the whole turn, as a rehearsal runs it: spelling, parts, search in PostgreSQL,
quoting, confidence. Prints hits, right answers, refusals, times.

DESKBELL_TELEHEALTH names the folder of the pages; without it, this says that it was skipped. `sets/telehealth_dev.toml` was looked
at while the answerer was made, `sets/telehealth_test.toml` was not: of that part only totals are printed.
"""

import asyncio
import re
import sys
import tempfile
import time
import tomllib
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np

from deskbell.answering.client import Calibrations, ContentLibrary, VerbatimAnswerer
from deskbell.answering.jobs import Calibrating, calibrate_job
from deskbell.answering.jobs.calibrating import SETTLES_AFTER
from deskbell.answering.outcomes import TurnInput
from deskbell.answering.queries import turn_for_members
from deskbell.answering.tracing.trace import Came, Considered, Trace
from deskbell.answering.understanding import parts as separate
from deskbell.answering.verbatim.confidence import Calibration
from deskbell.embedding import BuiltIn, Embedder
from deskbell.embedding.remembering import Remembering
from deskbell.handoff.when.presets import STARTING_THRESHOLD
from deskbell.kit.clock import now
from deskbell.kit.db import Database, open_pool
from deskbell.kit.embedded_postgres import running
from deskbell.kit.ids import new_id
from deskbell.kit.jobs import Runner
from deskbell.kit.jobs.queue import enqueue
from deskbell.kit.migrate import migrate
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.commands import ImportReport, import_folder
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.jobs import HEIRS, Training
from deskbell.knowledge.queries import Search, find_passages, list_sources
from deskbell.rehearsals.jobs import Rehearsing
from evals.figures import Row, share
from evals.public import help_pages

SETS = Path(__file__).parent / "sets"
_MARK = re.compile(r" \[\d\]$", re.MULTILINE)  # of a source


@dataclass(frozen=True)
class Library:
    """An agent that has read the pages. `file_of`: the file that a source was made from."""

    database: Database
    workspace_id: UUID
    agent_id: UUID
    content: ContentLibrary
    rehearsing: Rehearsing
    if_sure: Rehearsing
    file_of: dict[UUID, str]


@dataclass(frozen=True)
class Asked:
    """One question with what came back. `right` is None for what nobody can answer from these pages. `…_if_sure`: the same when
    the agent shows its best quote however unsure it is: the quoting without the confidence.
    """

    question: str
    form: str
    rank: int | None
    right: bool | None
    right_if_sure: bool | None
    confidence: float
    words: int
    words_if_sure: int
    milliseconds: float
    processor_milliseconds: float
    quote: str


def rows() -> list[Row]:
    """Both parts, the one that was never looked at first; then both together, which is the size that was asked for."""
    parts = asyncio.run(ask_everything("test", "dev"))
    return [
        *_rows(parts["test"], "test part, answers never looked at"),
        *_rows([*parts["test"], *parts["dev"]], "test and dev part"),
    ]


def _rows(asked: Sequence[Asked], part: str) -> list[Row]:
    answerable = [one for one in asked if one.right is not None]
    unanswerable = [one for one in asked if one.right is None]
    refused = sum(one.confidence < STARTING_THRESHOLD for one in unanswerable)
    answered = [one for one in answerable if one.confidence >= STARTING_THRESHOLD]
    total = len(answerable)
    on = f"{total} questions to real help pages, {part}"
    return [
        Row("right page first", share(sum(one.rank == 0 for one in answerable), total), "", on),
        Row(
            "right words in the best quote, however unsure",
            share(sum(bool(one.right_if_sure) for one in answerable), total),
            ".80 (target)",
            on,
        ),
        Row(
            "its words, mean", f"{np.mean([one.words_if_sure for one in answerable]):.0f}", "60 (target)", on
        ),
        Row("right words shown by a turn", share(sum(bool(one.right) for one in answerable), total), "", on),
        Row("words shown by a turn, mean", f"{np.mean([one.words for one in answerable]):.0f}", "", on),
        Row("answered at the starting threshold", share(len(answered), total), "", on),
        Row("of these right", share(sum(bool(one.right) for one in answered), len(answered)), "", on),
        Row(
            "unanswerable ones refused",
            share(refused, len(unanswerable)),
            "",
            f"{len(unanswerable)} beside, {part}",
        ),
    ]


async def ask_everything(*parts: str) -> dict[str, list[Asked]]:
    """Every question of the named parts, asked of an agent that has read the pages."""
    async with opened() as library:
        return {part: [await _ask(library, one) for one in questions(part)] for part in parts}


async def found_for(part: str) -> list[tuple[dict[str, Any], list[Found]]]:
    """The questions of a part that ask one thing, each with the passages that a turn finds, for the fits."""
    found: list[tuple[dict[str, Any], list[Found]]] = []
    async with opened() as library:
        embedder = library.content.embedder
        for one in questions(part):
            question = one["question"]
            if len(separate(question)) > 1:
                continue
            vector = await embedder.embed_question(spell_out(question))
            async with library.database.transaction(library.workspace_id) as tx:
                search = Search(library.agent_id, question, vector, embedder.name)
                passages = await find_passages(tx, search)
            found.append((one, passages))
    return found


@asynccontextmanager
async def opened() -> AsyncIterator[Library]:
    """An agent that has read the pages, in a cluster of its own."""
    folder = help_pages()
    with tempfile.TemporaryDirectory() as home, running(Path(home), {"fsync": "off"}) as cluster:
        migrate(cluster.owner_url, cluster.app_url)
        async with open_pool(cluster.app_url) as pool:
            yield await _read(Database(pool), folder)


def questions(part: str) -> list[dict[str, Any]]:
    """What a part asks, the answerable ones first."""
    sets = tomllib.loads((SETS / f"telehealth_{part}.toml").read_text(encoding="utf-8"))
    return [*sets["answerable"], *sets["unanswerable"]]


async def _read(database: Database, folder: Path) -> Library:
    """The import that users run, and the training that the worker runs."""
    workspace_id, agent_id, embedder = new_id(), new_id(), Remembering(BuiltIn())
    async with database.transaction(workspace_id) as tx:
        await tx.run(
            "INSERT INTO workspaces (id, name, created_at) VALUES (%(w)s, 'Evals', now())", w=workspace_id
        )
        await tx.run(
            """INSERT INTO agents (workspace_id, id, name, greeting, created_at)
               VALUES (%(w)s, %(id)s, 'Lumi', 'Hello', now())""",
            w=workspace_id,
            id=agent_id,
        )
    began = time.perf_counter()
    report = await import_folder(database, workspace_id, agent_id, folder, lambda *_: None)
    reader = Reader()
    await Runner(database, Training(database, embedder, reader, now).works(), heirs=HEIRS).run_pending()
    await reader.close()
    await _calibrate(database, workspace_id, agent_id, embedder)
    async with database.transaction(workspace_id) as tx:
        sources = await list_sources(tx, agent_id)
    _report_reading(report, [source.passages for source in sources], time.perf_counter() - began)
    content = ContentLibrary(database, embedder)
    quoting = VerbatimAnswerer(embedder, content, Calibrations(database))
    rehearsing = Rehearsing(database, now, content, quoting)
    if_sure = Rehearsing(database, now, content, VerbatimAnswerer(embedder, content, _always_sure))
    file_of = {source.id: source.file_name or "" for source in sources}
    return Library(database, workspace_id, agent_id, content, rehearsing, if_sure, file_of)


async def _calibrate(database: Database, workspace_id: UUID, agent_id: UUID, embedder: Embedder) -> None:
    """What the worker does two minutes after the last page, now."""
    async with database.transaction(workspace_id) as tx:
        await enqueue(tx, calibrate_job(workspace_id, agent_id, now() - SETTLES_AFTER))
    await Runner(database, Calibrating(database, embedder, now).works()).run_pending()


async def _ask(library: Library, asked: dict[str, Any]) -> Asked:
    """The whole of a turn, from the emergency screen on, as a member's rehearsal runs it."""
    question = asked["question"]
    async with library.database.transaction(library.workspace_id) as tx:
        turn = await turn_for_members(tx, library.agent_id, question)
    began, processor = time.perf_counter(), time.process_time()
    trace = await library.rehearsing.run(turn)
    milliseconds = (time.perf_counter() - began) * 1000
    processor_milliseconds = (time.process_time() - processor) * 1000
    reply = _reply(trace)
    quote = _MARK.sub("", reply.text) if reply else ""
    unsure = _reply(await library.if_sure.run(turn))
    quote_if_sure = _MARK.sub("", unsure.text) if unsure else ""
    return Asked(
        question,
        asked.get("form", asked.get("kind", "")),
        _rank(library, trace.passages, asked.get("file", ())),
        _right(quote, asked),
        _right(quote_if_sure, asked),
        reply.confidence or 0.0 if reply else 0.0,
        len(quote.split()),
        len(quote_if_sure.split()),
        milliseconds,
        processor_milliseconds,
        quote,
    )


async def _always_sure(_turn: TurnInput, _model: str) -> Calibration:
    return Calibration(score_shift=100.0)


def _reply(trace: Trace) -> Came | None:
    return trace.came if trace.came and trace.came.outcome == "reply" else None


def _right(quote: str, asked: dict[str, Any]) -> bool | None:
    if "says" not in asked:
        return None
    return says(quote, asked["says"]) and says(quote, asked.get("also", [""]))


def _rank(library: Library, found: Sequence[Considered], files: Iterable[str]) -> int | None:
    ranks = [rank for rank, passage in enumerate(found) if library.file_of[passage.source_id] in files]
    return min(ranks, default=None)


def says(quote: str, any_of: Iterable[str]) -> bool:
    """Whether a quote holds one of these, word for word but for white space and apostrophes."""
    return any(_plain(part) in _plain(quote) for part in any_of)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).lower()


def _report_reading(report: ImportReport, passages: Sequence[int], seconds: float) -> None:
    trained = [count for count in passages if count]
    print(
        f"{len(report.added)} files: {len(trained)} trained into {sum(trained)} passages, "
        f"{len(passages) - len(trained)} without text, in {seconds:.1f} s"
    )


def main(*, verbose: bool) -> None:
    """The dev part in detail; of the test part the totals, and shares by the form of the question."""
    parts = asyncio.run(ask_everything("dev", "test"))
    for one in parts["dev"] if verbose else ():
        mark = {True: "right", False: "WRONG", None: "-"}[one.right]
        print(f"{one.confidence:.2f} {mark:5} {one.rank} {one.question} | {one.quote[:110]!r}")
    for part, asked in parts.items():
        print(*_rows(asked, f"{part} part"), sep="\n")
    answerable = [one for one in parts["test"] if one.right is not None]
    for form in sorted({one.form for one in answerable}):
        right = [bool(one.right_if_sure) for one in answerable if one.form == form]
        print(f"  test part, {form}: {share(sum(right), len(right))}")
    times = np.array([one.milliseconds for asked in parts.values() for one in asked])
    print(f"milliseconds per answer: p50 {np.percentile(times, 50):.0f}, p95 {np.percentile(times, 95):.0f}")
    used = [one.processor_milliseconds for asked in parts.values() for one in asked]
    print(f"processor milliseconds per answer, without PostgreSQL: {np.mean(used):.1f}")


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
