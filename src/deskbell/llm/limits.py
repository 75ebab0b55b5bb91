"""What both adapters share: how long a call may take, how much it may say, and what its failure is called.

The two official clients are made by one generator: their errors have the same names and attributes.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

import httpx

from deskbell.kit.errors import Refused
from deskbell.llm.chat import LONGEST_ANSWER_CHARACTERS, FailureKind, ModelFailed, Usage

OVERLOADED = 529
MOST_RETRY_AFTER_SECONDS = 600.0


# An answer that is JSON, but not in the shape that was promised: the clients do not check it.
_OTHER_SHAPE = (AttributeError, KeyError, TypeError, ValueError)


async def bounded(
    pieces: AsyncGenerator[str | Usage, None], *, seconds: float, errors: type[Exception]
) -> AsyncGenerator[str | Usage, None]:
    """The pieces, until the time or the length is used up. Every failure comes out as `ModelFailed`.

    `errors`: what the official client raises.
    """
    ends_at = asyncio.get_running_loop().time() + seconds
    written = 0
    async with aclosing(pieces):
        while True:
            try:
                async with asyncio.timeout_at(ends_at):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            except ModelFailed:
                raise
            except TimeoutError as late:
                raise ModelFailed(FailureKind.TIMED_OUT) from late
            except (errors, httpx.HTTPError, Refused, *_OTHER_SHAPE) as failure:
                raise _named(failure) from failure
            if isinstance(piece, str):
                written += len(piece)
                if written > LONGEST_ANSWER_CHARACTERS:
                    raise ModelFailed(FailureKind.TOO_LONG)
            yield piece


def _named(failure: Exception) -> ModelFailed:
    status = getattr(failure, "status_code", None)
    if isinstance(status, int):
        return ModelFailed(_kind_of_status(status), status=status, retry_after_seconds=_retry_after(failure))
    return ModelFailed(_kind_of(failure))


def _kind_of_status(status: int) -> FailureKind:
    if status == 429:
        return FailureKind.RATE_LIMITED
    if status in (OVERLOADED, 503):
        return FailureKind.OVERLOADED
    if status < 400:  # an error that came inside a stream that had begun well
        return FailureKind.PROVIDER_ERROR
    return FailureKind.REFUSED if status < 500 else FailureKind.PROVIDER_ERROR


def _kind_of(failure: BaseException) -> FailureKind:
    match type(failure).__name__, failure:
        case ("APITimeoutError", _) | (_, httpx.TimeoutException()):
            return FailureKind.TIMED_OUT
        case "APIConnectionError", _:
            return _kind_of_connection(failure)
        case _, Refused(code="answer_too_large"):
            return FailureKind.TOO_LONG
        case _, Refused():
            return FailureKind.REFUSED
        case _, httpx.HTTPError():
            return FailureKind.BROKE_OFF
        case _:
            return FailureKind.PROVIDER_ERROR


def _kind_of_connection(failure: BaseException) -> FailureKind:
    return FailureKind.REFUSED if isinstance(failure.__cause__, Refused) else FailureKind.UNREACHABLE


def _retry_after(failure: Any) -> float | None:
    """Seconds, when the provider named them; dates and nonsense are ignored."""
    response = getattr(failure, "response", None)
    given = response.headers.get("retry-after", "") if isinstance(response, httpx.Response) else ""
    try:
        seconds = float(given)
    except ValueError:
        return None
    return min(seconds, MOST_RETRY_AFTER_SECONDS) if seconds >= 0 else None
