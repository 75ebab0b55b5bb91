"""Fetching pages politely through the guarded client: redirects by hand, each checked; at most two connections per host; sizes and times capped."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import urlsplit

import httpx

from deskbell import __version__
from deskbell.kit.clock import Clock
from deskbell.kit.errors import Refused
from deskbell.knowledge.crawling import failures
from deskbell.knowledge.crawling.addresses import normalized
from deskbell.knowledge.crawling.failures import Failure
from deskbell.knowledge.crawling.robots import NAME

MOST_BYTES = 20 * 1024 * 1024
MOST_REDIRECTS = 6
WALL_SECONDS = 60.0
CONNECTIONS_PER_HOST = 2
SHORTEST_GAP_SECONDS = 0.05
LONGEST_GAP_SECONDS = 5.0
TIMEOUT = httpx.Timeout(connect=10, read=20, write=10, pool=60)
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.8,text/plain;q=0.7,*/*;q=0.3"
_OF_OUR_DOOR = {
    "host_unknown": failures.UNKNOWN_HOST,
    "host_not_allowed": failures.PRIVATE,
    "address_not_allowed": failures.PRIVATE,
    "answer_too_large": failures.TOO_LARGE,
}


@dataclass(frozen=True)
class Fetched:
    """An answer with a body. `url` is where it was found in the end, in our spelling."""

    url: str
    body: bytes
    content_type: str
    etag: str | None
    last_modified: str | None
    robots_tag: str


@dataclass(frozen=True)
class NotModified:
    """The page says that it is as it was."""


@dataclass(frozen=True)
class Elsewhere:
    """A redirect leads where it may not be followed; `sentence` says why."""

    url: str
    sentence: str


Answer: TypeAlias = Fetched | NotModified | Elsewhere | Failure
Admit: TypeAlias = Callable[[str], str | None]
"""Why a redirect may not be followed to an address, as a sentence; None when it may."""


@dataclass
class Pace:
    """How quickly one host is asked: as quickly as it answers, and never by more than two at once."""

    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CONNECTIONS_PER_HOST))
    asked_gap_seconds: float = 0.0
    free_at: float = 0.0
    answer_seconds: float = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        async with self.turns:
            wait, self.free_at = self.free_at - loop.time(), max(self.free_at, loop.time()) + self._gap()
            if wait > 0:
                await asyncio.sleep(wait)
            began = loop.time()
            yield
            self.answer_seconds = (self.answer_seconds + loop.time() - began) / 2

    def _gap(self) -> float:
        own = min(self.answer_seconds / CONNECTIONS_PER_HOST, LONGEST_GAP_SECONDS)
        return max(SHORTEST_GAP_SECONDS, own, self.asked_gap_seconds)


def user_agent(public_url: str) -> str:
    """Who we are, and where the people are that can be asked about it."""
    return f"{NAME}/{__version__} (reads a website for its support desk; +{public_url})"


class Web:
    """The outside as a crawl sees it. Every request names Deskbell and where it runs."""

    def __init__(self, http_client: httpx.AsyncClient, clock: Clock, user_agent: str) -> None:
        self._client = http_client
        self._clock = clock
        self._headers = {"User-Agent": user_agent, "Accept": _ACCEPT}
        self._paces: dict[str, Pace] = {}

    def pace_of(self, url: str) -> Pace:
        return self._paces.setdefault(urlsplit(url).netloc, Pace())

    async def fetch(self, url: str, admit: Admit, *, conditions: Mapping[str, str] | None = None) -> Answer:
        """The page at `url`, with redirects followed as far as `admit` lets them. Never raises for what the web does."""
        seen = {url}
        for _ in range(MOST_REDIRECTS):
            answer = await self._ask_safely(url, conditions or {})
            if not isinstance(answer, str):
                return answer
            if answer in seen:
                return failures.LOOP
            if (sentence := admit(answer)) is not None:
                return Elsewhere(answer, sentence)
            seen.add(answer)
            url = answer
        return failures.LOOP

    async def _ask_safely(self, url: str, conditions: Mapping[str, str]) -> Answer | str:
        try:
            async with self.pace_of(url).turn(), asyncio.timeout(WALL_SECONDS):
                return await self._ask(url, conditions)
        except Refused as refused:
            return _OF_OUR_DOOR.get(refused.code, failures.PRIVATE)
        except (TimeoutError, httpx.TimeoutException):
            return failures.TIMED_OUT
        except httpx.ConnectError as error:
            return failures.BAD_CERTIFICATE if _is_about_tls(error) else failures.NO_CONNECTION
        except httpx.DecodingError:
            return failures.NOT_READABLE
        except (httpx.TransportError, httpx.InvalidURL):
            return failures.BROKEN_OFF

    async def _ask(self, url: str, conditions: Mapping[str, str]) -> Answer | str:
        """One request: its answer, or the address that it redirects to."""
        async with self._client.stream("GET", url, headers={**self._headers, **conditions}) as response:
            headers = response.headers
            if response.status_code == 304:
                return NotModified()
            if response.is_redirect:
                return normalized(headers.get("location", ""), url) or failures.LOOP
            failure = failures.of_status(response.status_code, headers.get("retry-after", ""), self._clock())
            if failure is not None:
                return failure
            body = await _body(response)
            return (
                failures.TOO_LARGE
                if body is None
                else Fetched(
                    url=url,
                    body=body,
                    content_type=headers.get("content-type", "").lower(),
                    etag=(headers.get("etag") or "")[:500] or None,
                    last_modified=(headers.get("last-modified") or "")[:100] or None,
                    robots_tag=headers.get("x-robots-tag", ""),
                )
            )


async def _body(response: httpx.Response) -> bytes | None:
    """Unpacked, and None as soon as it is more than we take: a small answer may unpack to a very large one."""
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _is_about_tls(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
