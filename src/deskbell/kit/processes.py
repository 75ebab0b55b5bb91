"""Child processes that never outlive us: the kernel signals them when their parent is gone, however it went."""

import ctypes
import os
import signal
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def dies_with_parent(last_signal: signal.Signals) -> Callable[[], None]:
    """A `preexec_fn` for Popen: the child receives `last_signal` when this process ends (prctl(2)).

    Start children from the main thread: Linux counts the end of the starting *thread* as the parent's death.
    """
    parent = os.getpid()
    prctl = getattr(_libc, "prctl", None)  # Linux only: elsewhere an orderly stop is all there is
    number = int(last_signal)

    def arm() -> None:
        if prctl is None:
            return
        prctl(PR_SET_PDEATHSIG, number)
        if os.getppid() != parent:  # the parent died between fork and prctl: nobody would signal us any more
            os.kill(os.getpid(), number)

    return arm
