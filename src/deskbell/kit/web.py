"""What every HTTP route shares: its dependencies, and how a refusal looks on the wire."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import structlog
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from psycopg import DataError
from starlette.exceptions import HTTPException

from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.kit.errors import DeskbellError, Json, LimitReached
from deskbell.kit.log import cause

log = structlog.get_logger(__name__)


async def _database(request: Request) -> Database:
    return request.app.state.database


async def _clock(request: Request) -> Clock:
    return request.app.state.clock


Db = Annotated[Database, Depends(_database)]
Now = Annotated[Clock, Depends(_clock)]  # call it: `now()`


def render_errors(app: FastAPI) -> None:
    """Every failure leaves as `{"code", "message", "detail"}`, with a sentence a person can act on."""
    app.add_exception_handler(DeskbellError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DataError, _unstorable)
    app.add_exception_handler(Exception, _unexpected)


def problem(
    status: int, code: str, message: str, detail: Mapping[str, Json], headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The one shape of a refusal."""
    content = {"code": code, "message": message, "detail": dict(detail)}
    return JSONResponse(content, status_code=status, headers=headers)


async def _expected(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DeskbellError)  # noqa: S101 - registered for it
    return problem(error.status, error.code, error.sentence, error.detail, _retry_after(error))


def _retry_after(error: DeskbellError) -> Mapping[str, str] | None:
    seconds = error.detail.get("retry_after_seconds")
    if isinstance(error, LimitReached) and isinstance(seconds, int | float):
        return {"Retry-After": str(max(1, round(seconds)))}
    return None


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    if any(broken["loc"][:1] == ("path",) for broken in error.errors()):
        return problem(404, "not_found", "There is nothing at this address.", {})
    fields = invalid_fields(error.errors())
    first = fields[0] if fields else {"field": "", "problem": "The request cannot be read."}
    message = f"{first['field']}: {first['problem']}" if first["field"] else first["problem"]
    return problem(422, "invalid", message, {"fields": [*fields]})


def invalid_fields(errors: Sequence[Any]) -> list[dict[str, str]]:
    """Field and problem of each error. What was typed is not repeated: it may be a secret."""
    return [
        {
            "field": ".".join(str(part) for part in error["loc"][1:]),
            "problem": str(error["msg"]).removeprefix("Value error, "),
        }
        for error in errors
    ]


async def _unstorable(_: Request, error: Exception) -> JSONResponse:
    """Characters that no text column takes (NUL above all). Nothing was stored."""
    log.info("request.unstorable", error=type(error).__name__)
    return problem(
        422, "unstorable", "This text holds characters that cannot be stored. Type it again without them.", {}
    )


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    code = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}.get(
        error.status_code, "http_error"
    )
    return problem(error.status_code, code, str(error.detail), {}, error.headers)


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("request.failed", method=request.method, route=_route_of(request), cause=cause(error))
    return problem(500, "internal", "Something went wrong on our side. It was logged; please try again.", {})


def _route_of(request: Request) -> str:
    """The route's template, never the path: paths carry tokens."""
    return str(getattr(request.scope.get("route"), "path", "?"))
