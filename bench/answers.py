"""The verbatim agent over 2,000 passages: from the visitor's question to the answer on their screen."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from statistics import median
from uuid import UUID

import deskbell
from bench.desk import Desk, Visitor, Workspace
from bench.figures import Report, percentile, spread
from bench.processes import cpu_seconds
from bench.shelves import Shelf, multiply
from bench.wire import Line

CLINIC = Path(deskbell.__file__).parent / "demo_clinic"
PASSAGES = 2_000
ANSWER_SECONDS = 20.0
TRAIN_SECONDS = 120.0
QUESTIONS = [
    "What are your opening hours on Saturday?",
    "How do I join my video visit?",
    "Can I get a refill of my blood pressure pills?",
    "Which states can I be in for a visit?",
    "How much does a visit cost without insurance?",
    "Do you take my insurance plan?",
    "How can I move my appointment to another day?",
    "What happens if I cancel too late?",
    "When will I see the results of my blood test?",
    "How do I get a copy of my medical records?",
    "Can my mother join the visit with me?",
    "Can I book a visit for my child?",
    "My camera does not work, what can I do?",
    "Who can read what I write here?",
    "How do I make a complaint?",
    "Are you open on Thanksgiving?",
    "Do you prescribe antibiotics?",
    "Which pharmacy will my prescription go to?",
    "How do I pay my bill?",
    "What do I need before my first visit?",
]

AGAIN = "asked again by others"


async def measure(desk: Desk, report: Report) -> None:
    """Every question comes from a visitor of its own, with an open stream."""
    workspace = desk.workspaces[2]
    held = _multiply(desk, workspace, await learned(desk, workspace))
    report.section(f"Verbatim answer over {held:,} passages: question sent → answer on the visitor's stream")
    floor = await health_milliseconds(desk)
    await ask(desk, await desk.visitors(workspace, 1), ["What is a video visit?"])  # loads the model
    for label in ("asked for the first time", AGAIN):
        visitors = await desk.visitors(workspace, len(QUESTIONS))
        used = cpu_seconds(desk.pid)
        took = await ask(desk, visitors, QUESTIONS)
        cost = (cpu_seconds(desk.pid) - used) / len(took) * 1000
        answered = [seconds * 1000 for kind, seconds in took if kind == "answer"]
        report.judges(f"{label}: p95", percentile(answered, 0.95), 150, "ms")
        if label == AGAIN:  # nothing left to embed: what the turn costs without the model
            report.judges(f"{label}: processor, without the model", cost, 40, "ms/question")
        else:
            report.tells(f"{label}: processor, model and all", f"{cost:8.1f} ms/question")
        report.tells(
            "  p50 and beside an empty answer",
            f"{median(answered):8.1f} ms   {median(answered) / median(floor):.0f} times ({spread(floor, 2)} ms)   "
            f"{len(answered)} of {len(took)} answered, the others handed to people",
        )


async def learned(desk: Desk, workspace: Workspace) -> int:
    """The demo clinic's pages, given once, the way members add them. Returns the number of passages."""
    async with desk.member(workspace) as line:
        path = f"/api/agents/{workspace.agent_id}/sources"
        if not (await line.get(path))["sources"]:
            await _give(line, path)
        async with asyncio.timeout(TRAIN_SECONDS):
            while True:
                sources = (await line.get(path))["sources"]
                if all(source["status"] == "trained" for source in sources):
                    return sum(source["passages"] for source in sources)
                await asyncio.sleep(0.2)


async def _give(line: Line, path: str) -> None:
    for page in sorted(CLINIC.glob("*.md")):
        if page.stem != "README":
            await line.post(f"{path}/text", {"title": page.stem, "text": page.read_text()})


def _multiply(desk: Desk, workspace: Workspace, passages: int) -> int:
    """Copies that are found beside their originals: the same words in a longer text, a vector a little off."""
    copies = max(0, -(-PASSAGES // passages) - 1)
    with desk.as_superuser() as connection:
        multiply(connection, Shelf(UUID(workspace.id), UUID(workspace.agent_id)), copies)
    return passages * (copies + 1)


async def ask(desk: Desk, visitors: Sequence[Visitor], texts: Sequence[str]) -> list[tuple[str, float]]:
    """(kind of the agent's reaction, seconds) of each question."""
    return [await _ask(desk, visitor, text) for visitor, text in zip(visitors, texts, strict=True)]


async def _ask(desk: Desk, visitor: Visitor, text: str) -> tuple[str, float]:
    async with (
        Line(desk.port, {"authorization": f"Bearer {visitor.token}"}) as line,
        asyncio.timeout(ANSWER_SECONDS),
    ):
        stream = line.events(f"{visitor.base}/stream?after=0")
        opened = asyncio.create_task(_reaction(stream))
        await asyncio.sleep(0.05)
        began = time.perf_counter()
        await visitor.writes(text)
        kind = await opened
        visitor.line.close()
        return kind, time.perf_counter() - began


async def _reaction(stream: AsyncIterator[tuple[str, bytes]]) -> str:
    async for event, content in stream:
        if event == "message":
            message = json.loads(content)["message"]
            if message["author"] != "visitor":
                return str(message["kind"])
    return "nothing"


async def health_milliseconds(desk: Desk) -> list[float]:
    """The shortest answer the server can give."""
    async with Line(desk.port, {}) as line:
        found: list[float] = []
        for _ in range(100):
            began = time.perf_counter()
            await line.get("/api/health")
            found.append((time.perf_counter() - began) * 1000)
        return found
