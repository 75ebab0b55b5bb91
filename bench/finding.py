"""Finding passages in agents of 1,000 to 100,000 passages beside a hundred others (1,000,000 when DESKBELL_BENCH_PASSAGES says so).

The product's query on the bench's own rows (`shelves.py`), as the application's role; the question is embedded each time.
"""

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np
import psycopg
from numpy.typing import NDArray

from bench.answers import QUESTIONS
from bench.desk import Desk
from bench.figures import Report, percentile
from bench.processes import cpu_seconds
from bench.shelves import DIMENSIONS, MODEL, Maker, Shelf, fill, found_shelf
from deskbell.embedding import BuiltIn
from deskbell.kit.db import Database, open_pool
from deskbell.knowledge.finding.ranking import rank
from deskbell.knowledge.finding.sketches import KnownSketches
from deskbell.knowledge.queries import CANDIDATES, Search, find_candidates

LARGEST = "DESKBELL_BENCH_PASSAGES"
SMALL, MIDDLE, LARGE = 1_000, 10_000, 100_000
TARGETS = {MIDDLE: 40.0, LARGE: 80.0}  # milliseconds, p95, with embedding the question
OTHERS = 100
ASKED = 60
RECALL = 0.98
TABLES = ("passages", "passage_vectors", "bands", "postings", "sketches")


@dataclass
class Library:
    """An agent, and what an exact search finds for each of the bench's questions: number and cosine, nearest first."""

    shelf: Shelf
    size: int
    exact: list[set[int]] = field(default_factory=list[set[int]])


@dataclass(frozen=True)
class Asking:
    """The questions of the bench, as texts and as vectors, and the way to the database."""

    database: Database
    embedder: BuiltIn
    texts: Sequence[str]
    vectors: NDArray[np.float32]
    postgres: int
    known: KnownSketches = field(default_factory=KnownSketches)


async def measure(desk: Desk, report: Report) -> None:
    """Each size is asked alone, then the smallest again beside all others, then while the largest is being asked."""
    largest = int(os.environ.get(LARGEST, LARGE))
    sizes = sorted({SMALL, MIDDLE, LARGE, largest})
    maker = Maker(5)
    texts, vectors = [maker.question() for _ in range(ASKED)], maker.vectors(ASKED)
    async with open_pool(desk.cluster.app_url, max_size=4) as pool:
        asking = Asking(Database(pool), BuiltIn(), texts, vectors, desk.pid)
        await asking.embedder.embed_question("Loaded?")
        small = _filled(desk, maker, SMALL, vectors)
        report.section("Finding passages, with embedding the question: alone in the database")
        alone = await _tells(report, asking, small)
        _fill_others(desk, maker)
        report.section(f"The same beside {OTHERS} other agents of 1,000 passages")
        found: dict[int, list[float]] = {}
        for size in sizes[1:]:
            library = _filled(desk, maker, size, vectors)
            found[size] = await _tells(report, asking, library)
        for less, more in pairwise(sizes[1:]):
            report.tells(
                f"growth {less:,} → {more:,}", f"{median(found[more]) / median(found[less]):8.1f} times"
            )
        await _small_beside(report, asking, small, library, alone)
    _tell_sizes(desk, report)


async def _tells(report: Report, asking: Asking, library: Library) -> list[float]:
    used, own = cpu_seconds(asking.postgres), time.process_time()
    took, recall = await _ask_all(asking, library)
    server = (cpu_seconds(asking.postgres) - used) / ASKED * 1000
    worker = (time.process_time() - own) / ASKED * 1000
    name = f"{library.size:,} passages"
    if library.size in TARGETS:
        report.judges(f"{name}: p95", percentile(took, 0.95), TARGETS[library.size], "ms")
    else:
        report.tells(f"{name}: p95", f"{percentile(took, 0.95):8.1f} ms")
    report.tells(
        "  p50; processor time of worker and PostgreSQL",
        f"{median(took):8.1f} ms   {worker:.1f} + {server:.1f} ms",
    )
    report.judges(f"{name}: recall of the {CANDIDATES} nearest", recall, RECALL, "", at_least=True)
    return took


async def _ask_all(asking: Asking, library: Library) -> tuple[list[float], float]:
    took: list[float] = []
    hits = 0
    for place in range(len(asking.texts)):
        began = time.perf_counter()
        found = await _ask(asking, library, place)
        took.append((time.perf_counter() - began) * 1000)
        hits += len(found & library.exact[place])
    return took[5:], hits / (
        len(asking.texts) * CANDIDATES
    )  # the first ones load pages and prepare statements


async def _ask(asking: Asking, library: Library, place: int) -> set[int]:
    await asking.embedder.embed_question(QUESTIONS[place % len(QUESTIONS)])
    async with asking.database.transaction(library.shelf.workspace_id) as tx:
        search = Search(library.shelf.agent_id, asking.texts[place], asking.vectors[place], MODEL)
        found = await find_candidates(tx, search, known=asking.known)
        rank(asking.texts[place], found)  # takes its time too
    return {int(passage.text[-12:]) for passage in found}


async def _small_beside(
    report: Report, asking: Asking, small: Library, large: Library, alone: Sequence[float]
) -> None:
    beside, recall = await _ask_all(asking, small)
    report.judges(
        "small agent beside all others: p50 against alone", median(beside) / median(alone), 1.5, "times"
    )
    report.judges("  its recall", recall, 1.0, "", at_least=True)
    stop = asyncio.Event()
    busy = asyncio.create_task(_keeps_asking(asking, large, stop))
    meanwhile, _ = await _ask_all(asking, small)
    stop.set()
    await busy
    report.tells(
        f"small agent while one of {large.size:,} is asked without pause: p50",
        f"{median(meanwhile):8.1f} ms   {median(meanwhile) / median(beside):.1f} times",
    )


async def _keeps_asking(asking: Asking, library: Library, stop: asyncio.Event) -> None:
    place = 0
    while not stop.is_set():
        await _ask(asking, library, place % len(asking.texts))
        place += 1


def _filled(desk: Desk, maker: Maker, size: int, questions: NDArray[np.float32]) -> Library:
    """Filled, and asked exactly on the way: nothing has to be kept."""
    best = np.full((len(questions), CANDIDATES), -2.0, dtype=np.float32)
    numbers = np.zeros((len(questions), CANDIDATES), dtype=np.int64)
    with desk.as_superuser() as connection:
        shelf = found_shelf(connection, f"Bench of {size}")
        for first, vectors in fill(connection, shelf, maker, size):
            scores = np.concatenate([best, questions @ vectors.T], axis=1)
            named = np.concatenate(
                [numbers, np.tile(np.arange(first, first + len(vectors)), (len(questions), 1))], axis=1
            )
            order = np.argsort(-scores, axis=1)[:, :CANDIDATES]
            best, numbers = np.take_along_axis(scores, order, 1), np.take_along_axis(named, order, 1)
        _vacuum(connection)
    return Library(shelf, size, [set(row) for row in numbers.tolist()])


def _fill_others(desk: Desk, maker: Maker) -> None:
    with desk.as_superuser() as connection:
        for number in range(OTHERS):
            for _ in fill(connection, found_shelf(connection, f"Other {number}"), maker, SMALL):
                pass


def _vacuum(connection: psycopg.Connection[Any]) -> None:
    for table in TABLES:
        connection.execute(f"VACUUM ANALYZE {table}".encode())


def _tell_sizes(desk: Desk, report: Report) -> None:
    with desk.as_superuser() as connection:
        total = connection.execute("SELECT sum(passages) FROM corpora").fetchone()
        sizes = connection.execute(
            """SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relname = ANY(%s) ORDER BY relname""",
            (list(TABLES),),
        ).fetchall()
    passages = int(total[0]) if total else 0
    words = ", ".join(f"{name} {size / passages:.0f}" for name, size in sizes)
    report.tells(f"bytes per passage ({passages:,} of {DIMENSIONS} dimensions)", words)
