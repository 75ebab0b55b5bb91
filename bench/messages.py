"""Messages: how soon a member sees one, how many per second, what one costs, and what 200 at the same instant do."""

import asyncio
import itertools
import secrets
import time
from collections.abc import Sequence
from statistics import median

from bench import reference
from bench.desk import Desk, Visitor, Workspace, held_by_people
from bench.figures import Report, percentile, spread
from bench.processes import cpu_seconds
from bench.watching import Watch, watching

TEXT = "Thank you. One more question: can I have my visit on Thursday afternoon instead of the morning?"
CALLERS = 32
ROUNDS = 3
ROUND_SECONDS = 3.0
CROWD = 200


async def measure(desk: Desk, report: Report) -> None:
    """Everything about messages, on one set of conversations that people hold."""
    first = desk.workspaces[0]
    hundred = await desk.visitors(first, 100)
    await held_by_people(desk, first, hundred)
    report.section("Message: sent by the visitor → stored → on the member's open stream")
    await _soon(desk, report, hundred[:1], seconds=6.0, per_second=20)
    await _soon(desk, report, hundred, seconds=10.0, per_second=50)
    report.section("Messages stored and delivered")
    await _many(desk, report, [first], hundred)
    spread_out = [visitor for part in desk.workspaces for visitor in await _some(desk, part)]
    await _many(desk, report, desk.workspaces, spread_out)
    report.section(f"{CROWD} new visitors send at the same instant")
    await _at_once(desk, report, desk.workspaces[1])


async def _some(desk: Desk, workspace: Workspace) -> list[Visitor]:
    visitors = await desk.visitors(workspace, 4)
    await held_by_people(desk, workspace, visitors)
    return visitors


async def _soon(
    desk: Desk, report: Report, visitors: Sequence[Visitor], *, seconds: float, per_second: float
) -> None:
    """At a steady pace that does not wait for answers."""
    bare = await reference.insert_milliseconds(desk)
    async with watching(desk, desk.workspaces[:1]) as watch:
        sent = await _paced(visitors, int(seconds * per_second), 1 / per_second)
        await watch.has_all(sent)
    took = [(watch.seen[key] - began) * 1000 for key, began in sent.items()]
    label = f"{len(visitors)} active conversations, {per_second:g}/s"
    report.judges(f"{label}: p50", median(took), 25, "ms")
    report.judges(f"{label}: p99", percentile(took, 0.99), 120, "ms")
    report.tells(
        "  beside one bare durable insert", f"{median(took) / median(bare):8.1f} times   ({spread(bare)} ms)"
    )


async def _paced(visitors: Sequence[Visitor], count: int, pause: float) -> dict[str, float]:
    """key → when it was sent."""
    sent: dict[str, float] = {}
    answers: list[asyncio.Task[object]] = []
    begun = time.perf_counter()
    for number, visitor in zip(range(count), itertools.cycle(visitors), strict=False):
        await asyncio.sleep(max(0.0, begun + number * pause - time.perf_counter()))
        key = secrets.token_hex(12)
        sent[key] = time.perf_counter()
        answers.append(asyncio.create_task(_write(visitor, key)))
    await asyncio.gather(*answers)
    return sent


async def _many(
    desk: Desk, report: Report, workspaces: Sequence[Workspace], visitors: Sequence[Visitor]
) -> None:
    """As many as go, with `CALLERS` at once; each round stands between two rounds of the reference."""
    rates: list[float] = []
    costs: list[float] = []
    shares: list[float] = []
    async with watching(desk, workspaces) as watch:
        before = await reference.inserts_per_second(desk, CALLERS, 1.0)
        for _ in range(ROUNDS):
            used = cpu_seconds(desk.pid)
            rate, count = await _flood(watch, visitors)
            costs.append((cpu_seconds(desk.pid) - used) / count * 1000)
            after = await reference.inserts_per_second(desk, CALLERS, 1.0)
            rates.append(rate)
            shares.append(rate / ((before + after) / 2))
            before = after
    label = f"{len(workspaces)} workspace{'s' if len(workspaces) > 1 else ''}, {CALLERS} at once"
    report.judges(f"{label}: delivered", median(rates), 300, "/s", at_least=True)
    report.judges(f"{label}: processor, all of the server", median(costs), 4, "ms/message")
    report.tells(
        "  share of bare durable inserts at the same concurrency",
        f"{spread(shares, 3)}   rates {spread(rates, 0)}/s, cost {spread(costs, 2)} ms",
    )


async def _flood(watch: Watch, visitors: Sequence[Visitor]) -> tuple[float, int]:
    """Messages per second until the last one is on the streams, and how many there were."""
    keys: list[str] = []
    begun = time.perf_counter()

    async def write_on(own: Sequence[Visitor]) -> None:
        for visitor in itertools.cycle(own):
            if time.perf_counter() > begun + ROUND_SECONDS:
                return
            keys.append(secrets.token_hex(12))
            await _write(visitor, keys[-1])

    await asyncio.gather(*(write_on(visitors[caller::CALLERS]) for caller in range(CALLERS)))
    last = await watch.has_all(keys)
    return len(keys) / (last - begun), len(keys)


async def _at_once(desk: Desk, report: Report, workspace: Workspace) -> None:
    """Every message is the first of its conversation, so the agent takes a turn on each."""
    crowd = await desk.visitors(workspace, CROWD)
    async with watching(desk, [workspace]) as watch:
        keys = [secrets.token_hex(12) for _ in crowd]
        begun = time.perf_counter()
        outcomes = await asyncio.gather(
            *(_write(visitor, key) for visitor, key in zip(crowd, keys, strict=True)), return_exceptions=True
        )
        stored = time.perf_counter() - begun
        errors = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
        await watch.has_all(keys) if not errors else None
    took = [watch.seen[key] - begun for key in keys if key in watch.seen]
    report.judges("not stored or not delivered", CROWD - len(took) + len(errors), 0, "messages")
    # No cliff: each of them also starts a conversation and a turn, and still the last is there while people wait.
    report.judges("the last one is on the member's stream after", max(took, default=1e9), 2.0, "s")
    report.tells(
        "  all acknowledged after · first messages per second",
        f"{stored:.2f} s · {CROWD / max(took):.0f}/s   the stream was resumed {watch.resumed} times",
    )
    for visitor in crowd:
        visitor.line.close()


async def _write(visitor: Visitor, key: str) -> object:
    return await visitor.line.post(f"{visitor.base}/messages", {"key": key, "text": TEXT})
