"""Knowing that this process was asked to end, before the server around us waits for open streams to close."""

import asyncio
import signal
import threading
from types import FrameType


def stop_event() -> asyncio.Event:
    """Set at SIGTERM or SIGINT; whoever handled the signal before is called too.

    Outside of the main thread (tests) it is an ordinary event that somebody else sets.
    """
    event = asyncio.Event()
    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            _chain(number, event)
    return event


def _chain(number: signal.Signals, event: asyncio.Event) -> None:
    before = signal.getsignal(number)
    loop = asyncio.get_running_loop()

    def tell(received: int, frame: FrameType | None) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(event.set)
        if callable(before):
            before(received, frame)

    signal.signal(number, tell)
