"""`python -m bench [part …]`: a real server, its clients and the references in one run on this machine (about four minutes).

Parts: messages, inbox, answers, footprint, finding, ingestion. Ends with status 1 when a target is missed.
"""

import os
import sys
from types import ModuleType

import uvloop

from bench import answers, finding, footprint, inbox, ingestion, messages
from bench.desk import open_desk
from bench.figures import Report

PARTS: dict[str, ModuleType] = {
    "messages": messages,
    "inbox": inbox,
    "answers": answers,
    "footprint": footprint,
    "finding": finding,
    "ingestion": ingestion,
}
WORKSPACES = 12  # ten for messages, two for the inbox


async def main(chosen: list[str]) -> int:
    """The exit status."""
    report = Report()
    load = os.getloadavg()[0]
    print(
        f"{os.cpu_count()} cores, load before {load:.1f} (anything above 0 comes from others and slows this run)"
    )
    async with open_desk(WORKSPACES) as desk:
        everything, desk.workspaces = desk.workspaces, desk.workspaces[:10]
        for name in chosen:
            desk.workspaces = everything if name == "inbox" else everything[:10]
            await PARTS[name].measure(desk, report)
    print(f"\n{'Missed: ' + ', '.join(report.missed) if report.missed else 'Every target was met.'}")
    return 1 if report.missed else 0


if __name__ == "__main__":
    asked = [name for name in sys.argv[1:] if name in PARTS] or list(PARTS)
    sys.exit(uvloop.run(main(asked)))
