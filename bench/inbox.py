"""The inbox list with a thousand and a hundred thousand conversations: what a page costs, and how it grows."""

import time
from statistics import median

from bench.desk import Desk, Workspace
from bench.figures import Report, percentile
from bench.wire import Line

SIZES = (1_000, 100_000)
ROUNDS = 40
VIEWS = ("needs_person", "mine", "agent", "open", "closed")

# Of a hundred: 94 closed, 3 with the agent, 2 with a member, 1 waits. Every page of 50 is full in the big one.
FILL = """
INSERT INTO conversations (workspace_id, id, agent_id, visitor_id, visitor_name, state, epoch, segment, priority,
                           since, reason, waiting_since, holder_id, holder_name, last_seq, last_visitor_seq,
                           last_message, page, created_at, updated_at)
SELECT %(workspace)s, gen_random_uuid(), %(agent)s, gen_random_uuid(), 'Visitor ' || n, s.state, 2, 1, 'normal',
       s.at, CASE s.state WHEN 'waiting' THEN 'no_answer' END, CASE s.state WHEN 'waiting' THEN s.at END,
       CASE s.state WHEN 'member' THEN %(member)s::uuid END, CASE s.state WHEN 'member' THEN 'Bench Owner' END, 6, 5,
       jsonb_build_object('author', 'visitor', 'kind', 'text', 'text', repeat('what was written last ', 5), 'at', s.at),
       'https://clinic.example/visits', s.at, s.at
FROM generate_series(1, %(count)s) AS n
CROSS JOIN LATERAL (
  SELECT CASE WHEN n %% 100 < 94 THEN 'resolved' WHEN n %% 100 < 97 THEN 'agent'
              WHEN n %% 100 < 99 THEN 'member' ELSE 'waiting' END AS state,
         now() - n * interval '20 seconds' AS at
) AS s
"""


async def measure(desk: Desk, report: Report) -> None:
    """Requests to both sizes take turns, so that both meet the same noise. Cached by nobody."""
    report.section("Inbox: a page of 50 with the counts of all views")
    places = dict(zip(SIZES, desk.workspaces[-2:], strict=True))
    for size, workspace in places.items():
        _fill(desk, workspace, size)
    lines = {size: desk.member(workspace) for size, workspace in places.items()}
    floor: list[float] = []
    took: dict[tuple[int, str], list[float]] = {(size, view): [] for size in SIZES for view in VIEWS}
    for _ in range(ROUNDS):
        floor.append(await _milliseconds(lines[SIZES[0]], "/api/health"))
        for (size, view), found in took.items():
            found.append(await _milliseconds(lines[size], f"/api/inbox?view={view}"))
    for view in VIEWS:
        _tell(report, view, took[SIZES[0], view], took[SIZES[1], view], floor)
    for line in lines.values():
        line.close()


def _tell(report: Report, view: str, small: list[float], big: list[float], floor: list[float]) -> None:
    report.judges(f"{view}: p50 at {SIZES[1]:,}", median(big), 15, "ms")
    growth = median(big) / median(small)
    times = median(big) / median(floor)
    words = f"growth {growth:.2f} times from {SIZES[0]:,}, {times:.0f} times an empty answer"
    report.tells("  p99 and beside its references", f"{percentile(big, 0.99):8.1f} ms   {words}")


def _fill(desk: Desk, workspace: Workspace, count: int) -> None:
    named = {"workspace": workspace.id, "agent": workspace.agent_id, "member": workspace.member_id}
    with desk.as_superuser() as connection:
        connection.execute(FILL, {**named, "count": count})
        connection.execute("VACUUM ANALYZE conversations")


async def _milliseconds(line: Line, path: str) -> float:
    began = time.perf_counter()
    await line.get(path)
    return (time.perf_counter() - began) * 1000
