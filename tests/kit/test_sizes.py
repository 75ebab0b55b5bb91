"""A request ends somewhere, whoever sends it and whatever length it says."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from deskbell.kit.sizes import BoundedBodies, largest
from deskbell.kit.web import render_errors


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    app.add_middleware(BoundedBodies)
    render_errors(app)

    @app.post("/api/widget/echo")
    async def echo(body: dict[str, Any]) -> int:
        return len(body["text"])

    transport, headers = httpx.ASGITransport(app), {"content-type": "application/json"}
    async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers) as opened:
        yield opened


async def in_pieces(letters: int) -> AsyncIterator[bytes]:
    """A body that does not say how long it is."""
    yield b'{"text": "'
    for _ in range(letters // 1000):
        yield b"x" * 1000
    yield b'"}'


async def test_what_fits_is_taken_in(client: httpx.AsyncClient) -> None:
    said = await client.post("/api/widget/echo", json={"text": "x" * 200_000})
    streamed = await client.post("/api/widget/echo", content=in_pieces(200_000))
    assert (said.json(), streamed.json()) == (200_000, 200_000)


async def test_what_says_that_it_is_too_large_is_refused_unread(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/widget/echo", json={"text": "x" * 300_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


async def test_what_grows_too_large_on_the_way_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/widget/echo", content=in_pieces(300_000))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_visitors_may_bring_least_and_files_most() -> None:
    widget, members, files = (
        largest(path)
        for path in ("/api/widget/wk_1/messages", "/api/conversations/1/notes", "/api/agents/1/sources/files")
    )
    assert widget < members < files
