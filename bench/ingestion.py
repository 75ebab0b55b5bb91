"""A thousand pages given at once: until all of them answer, what it costs, and how long a question takes meanwhile."""

import asyncio
import os
import re
import time
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path
from statistics import median

from bench import answers
from bench.desk import Desk, Workspace
from bench.figures import Report, percentile, spread
from bench.processes import cpu_seconds, pss_megabytes
from deskbell.knowledge.reading import Unreadable, read

PAGES = int(os.environ.get("DESKBELL_BENCH_PAGES", "1000"))
AT_ONCE = 8  # requests that give pages
TARGET_SECONDS = 90.0
PATIENCE_SECONDS = 3600.0
BETWEEN_QUESTIONS_SECONDS = (
    3.0  # each costs as much as five passages: more often, and they are what is measured
)
PDF_PAGES = 100
_PROSE = re.compile(r"^(?![#|>\s-]|---|\w+:).{60,}[.!?]$", re.MULTILINE)


async def measure(desk: Desk, report: Report) -> None:
    """Questions go to another workspace, whose pages are known."""
    asked, given = desk.workspaces[2], desk.workspaces[3]
    await answers.learned(desk, asked)
    report.section(f"Reading {PAGES:,} pages of text: given over HTTP → every passage can be found")
    await answers.ask(desk, await desk.visitors(asked, 1), ["What is a video visit?"])  # loads the model
    quiet = await _question_milliseconds(desk, asked, times=10)
    before = pss_megabytes(desk.pid).get("worker", 0.0)
    used, began = cpu_seconds(desk.pid), time.perf_counter()
    giving = asyncio.create_task(_give(desk, given))
    busy, held = await _watch(desk, asked, given)
    await giving
    seconds, cost = time.perf_counter() - began, cpu_seconds(desk.pid) - used
    passages = await _passages(desk, given)
    report.judges("all trained", seconds / PAGES * 1000, TARGET_SECONDS, "s per 1,000 pages")
    report.tells(
        "  processor, all processes",
        f"{cost:8.1f} s   {cost / PAGES * 1000:.0f} s per 1,000 pages, {cost / passages * 1000:.1f} ms/passage",
    )
    report.tells("  passages", f"{passages:8,}   {passages / seconds:.0f}/s, {passages / PAGES:.1f} per page")
    report.tells(
        "  worker's memory",
        f"{before:8.0f} MB before, {spread(held, 0)} MB meanwhile, {held[-1]:.0f} at the end",
    )
    report.tells(
        "  a question meanwhile, p50 · p95",
        f"{median(busy):8.0f} · {percentile(busy, 0.95):.0f} ms   before: {median(quiet):.0f} · {percentile(quiet, 0.95):.0f} ms",
    )
    report.judges("PDF pages read, one process", _pdf_pages_per_second(), 30, "pages/s", at_least=True)


def pages(wanted: int) -> Iterator[tuple[str, str]]:
    """Titles and texts. Every paragraph of every copy says something else, so that nothing can be remembered."""
    folder = os.environ.get("DESKBELL_TELEHEALTH")
    found = sorted(Path(folder).rglob("*.md")) if folder else sorted(answers.CLINIC.glob("*.md"))
    texts = [(path.stem, path.read_text()) for path in found if path.stem != "README" and _is_readable(path)]
    for number in range(wanted):
        title, text = texts[number % len(texts)]
        paragraphs = count()
        yield (
            f"{title} {number}",
            _PROSE.sub(
                lambda prose, n=number, p=paragraphs: f"{prose[0]} See office {n}, room {next(p)}.", text
            ),
        )


def _is_readable(path: Path) -> bool:
    try:
        return read(path.read_bytes(), path.name).words > 0
    except Unreadable:
        return False


async def _give(desk: Desk, workspace: Workspace) -> None:
    given = pages(PAGES)

    async def give() -> None:
        async with desk.member(workspace) as line:
            for title, text in given:
                body = {"title": title, "text": text}
                await line.post(f"/api/agents/{workspace.agent_id}/sources/text", body)

    await asyncio.gather(*(give() for _ in range(AT_ONCE)))


async def _watch(desk: Desk, asked: Workspace, given: Workspace) -> tuple[list[float], list[float]]:
    """Until everything is trained: milliseconds of questions, megabytes of the worker."""
    busy: list[float] = []
    held: list[float] = []
    asks_at = 0.0
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await _waiting(desk, given):
            if time.monotonic() >= asks_at:
                busy += await _question_milliseconds(desk, asked, times=2)
                held.append(pss_megabytes(desk.pid).get("worker", 0.0))
                asks_at = time.monotonic() + BETWEEN_QUESTIONS_SECONDS
            await asyncio.sleep(0.5)
    return busy, held


async def _waiting(desk: Desk, workspace: Workspace) -> bool:
    def counted() -> tuple[int, int]:
        with desk.as_superuser() as connection:
            row = connection.execute(
                "SELECT count(*) FILTER (WHERE status = 'trained'), count(*) FILTER (WHERE status = 'failed') "
                "FROM sources WHERE workspace_id = %s",
                (workspace.id,),
            ).fetchone()
        return row or (0, 0)

    trained, failed = await asyncio.to_thread(counted)
    assert not failed, "a page could not be read"
    return trained < PAGES


async def _passages(desk: Desk, workspace: Workspace) -> int:
    async with desk.member(workspace) as line:
        sources = (await line.get(f"/api/agents/{workspace.agent_id}/sources"))["sources"]
    return sum(source["passages"] for source in sources)


async def _question_milliseconds(desk: Desk, workspace: Workspace, *, times: int) -> list[float]:
    """Another visitor and another question each time; only those that were answered."""
    visitors = await desk.visitors(workspace, times)
    at = int(time.monotonic() * 10) % len(answers.QUESTIONS)
    questions = [answers.QUESTIONS[(at + step) % len(answers.QUESTIONS)] for step in range(times)]
    return [seconds * 1000 for _, seconds in await answers.ask(desk, visitors, questions)]


def _pdf_pages_per_second() -> float:
    """Processor time, so that a busy machine counts little."""
    content = _pdf()
    began = time.process_time()
    read(content, "handbook.pdf")
    return PDF_PAGES / (time.process_time() - began)


def _pdf() -> bytes:
    """A handbook of two columns, about 700 words on a page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph

    file, style = BytesIO(), getSampleStyleSheet()
    made = BaseDocTemplate(file, pagesize=A4)
    made.addPageTemplates(PageTemplate(frames=[Frame(50, 50, 240, 740), Frame(305, 50, 240, 740)]))
    story: list[Flowable] = []
    for number in range(PDF_PAGES):
        story.append(Paragraph(f"Chapter {number}", style["Heading1"]))
        for part in range(8):
            text = f"Part {part} of chapter {number} says what a patient should know before a visit. "
            story.append(Paragraph(text * 6, style["BodyText"]))
        story.append(PageBreak())
    made.build(story)
    return file.getvalue()
