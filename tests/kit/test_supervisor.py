"""Children are kept alive, restarted when they die, and never outlive the supervisor."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SUPERVISE = """
import json, sys
from pathlib import Path
from deskbell.kit import supervisor
supervisor.FIRST_PAUSE_SECONDS = 0.05
folder = Path(sys.argv[1])
programs = [
    supervisor.Program(label, [sys.executable, "-S", "-c", code, str(folder / label)], once=once)
    for label, code, once in json.loads(sys.argv[2])
]
stopped = supervisor.Supervisor(programs, lambda: not (folder / "ground is lost").exists()).run()
(folder / "ended").write_text(str(stopped))
"""

# Each start adds a line with its process id; then it stays, or ends.
STAYS = "import os,sys,time; open(sys.argv[1],'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
ENDS = "import os,sys; open(sys.argv[1],'a').write(f'{os.getpid()}\\n')"
IN_ORDER = (
    "import os,sys,time,signal\n"
    "def bye(*_): open(sys.argv[1],'a').write('bye\\n'); sys.exit()\n"
    "signal.signal(signal.SIGTERM, bye)\n"
    "open(sys.argv[1],'a').write(f'{os.getpid()}\\n'); time.sleep(60)"
)


class Stage:
    """A supervisor in a process of its own, and what its children wrote."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def opens(self, *programs: tuple[str, str, bool]) -> "subprocess.Popen[bytes]":
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISE, str(self.folder), json.dumps(programs)]
        )
        return self.process

    def lines(self, label: str) -> list[str]:
        path = self.folder / label
        return path.read_text().split() if path.exists() else []

    def sees(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < deadline
            time.sleep(0.01)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    if stage.process is not None and stage.process.poll() is None:
        stage.process.kill()
        stage.process.wait()


def is_running(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    except FileNotFoundError:
        return False


def test_a_child_that_dies_is_started_again_and_its_sister_is_left_alone(stage: Stage) -> None:
    stage.opens(("web", STAYS, False), ("worker", STAYS, False))
    stage.sees(lambda: len(stage.lines("web")) == 1 and len(stage.lines("worker")) == 1)
    os.kill(int(stage.lines("web")[0]), signal.SIGKILL)
    stage.sees(lambda: len(stage.lines("web")) == 2)
    assert len(stage.lines("worker")) == 1
    assert is_running(stage.lines("worker")[0])


def test_a_child_that_keeps_dying_is_started_ever_more_rarely(stage: Stage) -> None:
    started = time.monotonic()
    stage.opens(("web", ENDS, False))
    stage.sees(lambda: len(stage.lines("web")) == 4)
    assert time.monotonic() - started > 0.05 + 0.1 + 0.2


def test_a_program_that_runs_once_is_not_started_again(stage: Stage) -> None:
    stage.opens(("welcome", ENDS, True), ("web", ENDS, False))
    stage.sees(lambda: len(stage.lines("web")) == 3)
    assert len(stage.lines("welcome")) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_all_children_in_order_and_then_us(stage: Stage, number: signal.Signals) -> None:
    supervisor = stage.opens(("web", IN_ORDER, False), ("worker", IN_ORDER, False))
    stage.sees(lambda: len(stage.lines("web")) == 1 and len(stage.lines("worker")) == 1)
    supervisor.send_signal(number)
    assert supervisor.wait(timeout=20) == 0
    assert (stage.lines("web")[1:], stage.lines("worker")[1:]) == (["bye"], ["bye"])
    assert stage.lines("ended") == ["True"]


def test_killing_the_supervisor_leaves_no_child(stage: Stage) -> None:
    supervisor = stage.opens(("web", STAYS, False), ("worker", STAYS, False))
    stage.sees(lambda: len(stage.lines("web")) == 1 and len(stage.lines("worker")) == 1)
    pids = [stage.lines("web")[0], stage.lines("worker")[0]]
    assert all(is_running(pid) for pid in pids)
    supervisor.kill()
    supervisor.wait()
    stage.sees(lambda: not any(is_running(pid) for pid in pids))


def test_when_the_ground_is_lost_all_end_and_the_caller_is_told(stage: Stage) -> None:
    supervisor = stage.opens(("web", STAYS, False), ("worker", STAYS, False))
    stage.sees(lambda: len(stage.lines("web")) == 1 and len(stage.lines("worker")) == 1)
    (stage.folder / "ground is lost").touch()
    os.kill(int(stage.lines("worker")[0]), signal.SIGKILL)  # any death makes it look
    assert supervisor.wait(timeout=20) == 0
    assert stage.lines("ended") == ["False"]
    assert not is_running(stage.lines("web")[0])
