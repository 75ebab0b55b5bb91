"""What Deskbell takes while nobody does anything, and how soon it is back after a stop."""

import asyncio
import time

from bench import answers
from bench.desk import Desk
from bench.figures import Report, spread
from bench.processes import pss_megabytes

STARTS = 3
IDLE_SECONDS = 4.0


async def measure(desk: Desk, report: Report) -> None:
    """After all the load of this run; then stopped and started again, used, and left alone."""
    report.section("Memory and start (server, worker, model, PostgreSQL; shared pages counted once)")
    await answers.learned(desk, desk.workspaces[2])
    await asyncio.sleep(IDLE_SECONDS)
    report.tells("idle after the load of this run", _described(pss_megabytes(desk.pid)))
    starts = [_restarted(desk) for _ in range(STARTS)]
    report.judges("warm start until it answers (slowest)", max(starts), 6, "s")
    report.tells("  starts", f"{spread(starts)} s")
    visitors = await desk.visitors(desk.workspaces[2], 3)
    await answers.ask(desk, visitors, answers.QUESTIONS[:3])
    await asyncio.sleep(IDLE_SECONDS)
    held = pss_megabytes(desk.pid)
    report.judges("idle after a start and three answers", sum(held.values()), 400, "MB")
    report.tells("  of which", _described(held))


def _restarted(desk: Desk) -> float:
    desk.server.stop()
    began = time.perf_counter()
    desk.server.start()
    return time.perf_counter() - began


def _described(held: dict[str, float]) -> str:
    parts = ", ".join(f"{kind} {megabytes:.0f}" for kind, megabytes in sorted(held.items()))
    return f"{sum(held.values()):8.1f} MB   {parts}"
