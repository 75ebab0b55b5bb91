"""Keeps a few child processes alive: starts them, restarts what dies, stops them all. No threads, no polling.

Children never outlive us: the kernel kills them when this process is gone, even by kill -9.
"""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

import structlog

from deskbell.kit.processes import dies_with_parent

FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 30.0
STEADY_AFTER_SECONDS = 60.0
GRACE_SECONDS = 15.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Program:
    """`once`: it ends by itself and is not started again."""

    label: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    once: bool = False


@dataclass
class _Child:
    program: Program
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = field(default_factory=lambda: FIRST_PAUSE_SECONDS)
    due_at: float = 0.0


class Supervisor:
    """Children that need each other and `ground_holds`: what they all stand on, for example the database."""

    def __init__(self, programs: Sequence[Program], ground_holds: Callable[[], bool] = lambda: True) -> None:
        self._children = [_Child(program) for program in programs]
        self._ground_holds = ground_holds
        self._stopping = False

    def run(self) -> bool:
        """Until SIGTERM, SIGINT or SIGHUP (True), or until the ground is lost (False); all children have ended then.

        Call from the main thread: it takes over the signals of this process.
        """
        wake_read, wake_write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(wake_write)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, _wake_up)
        try:
            while not self._stopping and self._ground_holds():
                self._look_after_children()
                select.select([wake_read], [], [], self._seconds_until_due())
                _drain(wake_read)
        finally:
            self._end_children()
        return self._stopping

    def _stop(self, _: int, __: FrameType | None) -> None:
        self._stopping = True

    def _look_after_children(self) -> None:
        for child in list(self._children):
            if child.process is not None and child.process.poll() is not None:
                self._note_death(child, child.process.returncode)
            if child.process is None and child.due_at <= time.monotonic() and child in self._children:
                _start(child)

    def _note_death(self, child: _Child, code: int) -> None:
        child.process = None
        if child.program.once:
            self._children.remove(child)
            return
        lived = time.monotonic() - child.started_at
        child.pause = FIRST_PAUSE_SECONDS if lived > STEADY_AFTER_SECONDS else child.pause
        child.due_at = time.monotonic() + child.pause
        log.warning("process.ended", process=child.program.label, code=code, again_in_seconds=child.pause)
        child.pause = min(child.pause * 2, LONGEST_PAUSE_SECONDS)

    def _seconds_until_due(self) -> float | None:
        """None (wait for a signal) when every child runs."""
        waiting = [child.due_at for child in self._children if child.process is None]
        return max(0.0, min(waiting) - time.monotonic()) if waiting else None

    def _end_children(self) -> None:
        alive = [child.process for child in self._children if child.process is not None]
        for process in alive:
            process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        for process in alive:
            try:
                process.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _start(child: _Child) -> None:
    child.process = subprocess.Popen(  # noqa: S603 - our own programs
        child.program.command,
        env={**os.environ, **child.program.environment},
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us only; we end them in order
        preexec_fn=dies_with_parent(signal.SIGKILL),  # noqa: PLW1509 - this process has no threads
    )
    child.started_at = time.monotonic()


def _wake_up(_: int, __: FrameType | None) -> None:
    """A handler must exist for the wake-up file to be written."""


def _drain(pipe: int) -> None:
    try:
        while os.read(pipe, 64):
            pass
    except BlockingIOError:
        return
