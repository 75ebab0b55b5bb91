"""Every failure leaves in one shape, with a sentence and without what was typed."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from pydantic import BaseModel, Field

from deskbell.kit.errors import Conflict, LimitReached
from deskbell.kit.web import Db, Now, render_errors


class Typed(BaseModel):
    email: str = Field(max_length=5)
    secret: int


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    render_errors(app)
    app.state.database, app.state.clock = "the database", lambda: "noon"

    @app.get("/conflict")
    async def conflict() -> None:
        raise Conflict("held", "Ben has this conversation.", holder="Ben")

    @app.get("/limit")
    async def limit() -> None:
        raise LimitReached("too_fast", "Please wait a moment.", retry_after_seconds=7.4)

    @app.get("/bug/{token}")
    async def bug(token: str) -> None:
        raise ValueError(f"a visitor wrote {token}")

    @app.get("/page/{number}")
    async def page(number: int) -> int:
        return number

    @app.post("/typed")
    async def typed(body: Typed) -> None:
        return None

    @app.get("/world")
    async def world(db: Db, now: Now) -> list[str]:
        return [str(db), str(now())]

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as opened:
        yield opened


async def test_a_refusal_carries_code_sentence_and_next_step(client: httpx.AsyncClient) -> None:
    answer = await client.get("/conflict")
    assert (answer.status_code, answer.json()) == (
        409,
        {"code": "held", "message": "Ben has this conversation.", "detail": {"holder": "Ben"}},
    )


async def test_a_limit_says_when_to_come_back(client: httpx.AsyncClient) -> None:
    answer = await client.get("/limit")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "7")


async def test_a_bug_says_nothing_about_what_was_written(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await client.get("/bug/tangerine")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    printed = capsys.readouterr()
    assert "request.failed" in printed.out + printed.err
    assert "tangerine" not in answer.text + printed.out + printed.err


async def test_invalid_fields_are_named_and_their_values_are_not_repeated(client: httpx.AsyncClient) -> None:
    answer = await client.post("/typed", json={"email": "tangerine", "secret": "hunter2"})
    assert answer.status_code == 422
    body = answer.json()
    assert [field["field"] for field in body["detail"]["fields"]] == ["email", "secret"]
    assert body["message"] == "email: String should have at most 5 characters"
    assert "tangerine" not in answer.text
    assert "hunter2" not in answer.text


async def test_an_address_with_a_broken_id_is_an_unknown_address(client: httpx.AsyncClient) -> None:
    answer = await client.get("/page/tangerine")
    assert (answer.status_code, answer.json()) == (
        404,
        {"code": "not_found", "message": "There is nothing at this address.", "detail": {}},
    )


async def test_an_unknown_address_has_the_same_shape(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nowhere")
    assert (answer.status_code, answer.json()) == (
        404,
        {"code": "not_found", "message": "Not Found", "detail": {}},
    )


async def test_routes_get_the_database_and_the_clock_of_their_app(client: httpx.AsyncClient) -> None:
    assert (await client.get("/world")).json() == ["the database", "noon"]
