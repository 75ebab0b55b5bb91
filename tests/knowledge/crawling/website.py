"""A website on this machine, over real HTTP, that does whatever a test wants of it. It remembers what it was asked."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(frozen=True)
class Answer:
    """What the site says at one address."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    path: str
    headers: Mapping[str, str]


@dataclass
class TestSite:
    """`pages` maps paths (with their query) to answers; everything else is 404."""

    __test__ = False

    port: int = 0
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    seconds: float = 0.0
    milestones: dict[int, asyncio.Event] = field(default_factory=dict[int, asyncio.Event])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def target(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, without robots.txt and sitemaps."""
        return [a.path for a in self.asked if a.path not in {"/robots.txt", "/sitemap.xml"}]

    def has(self, path: str, body: str | bytes, *, status: int = 200, **headers: str) -> None:
        """An answer as it is; `content_type="…"` becomes a header."""
        content = body.encode() if isinstance(body, str) else body
        named = {"content-type": "text/html; charset=utf-8"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        self.pages[path] = Answer(content, status, named)

    def has_page(
        self, path: str, title: str, text: str, *links: str, head: str = "", etag: str = "", **headers: str
    ) -> None:
        """An ordinary page in a frame of navigation."""
        listed = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
        named = {"etag": etag} if etag else {}
        self.has(
            path,
            f"<!doctype html><html><head><title>{title} | Harbor</title>{head}</head><body><nav><ul>{listed}</ul></nav>"
            f"<main><h1>{title}</h1><p>{text}</p></main><footer>Harbor Clinic</footer></body></html>",
            **named,
            **headers,
        )

    async def is_asked(self, times: int) -> None:
        """Until that many requests have come in."""
        await self.milestones.setdefault(times, asyncio.Event()).wait()

    def redirects(self, path: str, to: str, status: int = 301) -> None:
        self.pages[path] = Answer(b"", status, {"location": to})

    def has_gzipped(self, path: str, text: str) -> None:
        self.has(path, gzip.compress(text.encode()), content_type="application/gzip")

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (head := await reader.readuntil(b"\r\n\r\n")) != b"":
                path, headers = _parsed(head)
                self.asked.append(Asked(path, headers))
                if len(self.asked) in self.milestones:
                    self.milestones[len(self.asked)].set()
                self.at_once += 1
                self.most_at_once = max(self.most_at_once, self.at_once)
                if self.seconds:
                    await asyncio.sleep(self.seconds)
                writer.write(self._answer(path, headers))
                self.at_once -= 1
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self, path: str, headers: Mapping[str, str]) -> bytes:
        answer = self.pages.get(path, Answer(b"<h1>Not found</h1>", 404, {"content-type": "text/html"}))
        etag = answer.headers.get("etag")
        if etag is not None and headers.get("if-none-match") == etag:
            answer = Answer(status=304, headers={"etag": etag})
        lines = [f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        lines.append(f"content-length: {len(answer.body)}")
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + answer.body


@asynccontextmanager
async def a_site() -> AsyncIterator[TestSite]:
    """It serves until the block ends."""
    site = TestSite()
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()


def _parsed(head: bytes) -> tuple[str, Mapping[str, str]]:
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
    return first.split(" ")[1], headers
