"""How much a request may bring. The body is read before anybody is asked who they are, so it must end somewhere."""

import re

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskbell.kit.web import problem

TOO_LARGE = "This is more than can be taken in at once. Send less."
KIB, MIB = 1024, 1024 * 1024

# The first pattern that the path begins with. A visitor's longest message, each character escaped, fits.
LARGEST = (
    (re.compile(r"/api/widget/"), 256 * KIB),
    (re.compile(r"/api/agents/[^/]+/sources/files"), 512 * MIB),  # spooled to disk, not held in memory
    (re.compile(r""), 4 * MIB),
)


class BoundedBodies:
    """ASGI middleware: a body beyond its limit is refused with 413, before it is read when it says its length."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = largest(scope["path"])
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared[:18]) > most:
            await problem(413, "too_large", TOO_LARGE, {})(scope, receive, send)
            return
        await self.app(scope, _counted(receive, most), send)


def largest(path: str) -> int:
    """The largest body of a request to `path`, in bytes."""
    return next(limit for pattern, limit in LARGEST if pattern.match(path))


def _counted(receive: Receive, most: int) -> Receive:
    """`receive`, until more than `most` bytes have come."""
    came = 0

    async def counting() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise HTTPException(413, TOO_LARGE)
        return message

    return counting
