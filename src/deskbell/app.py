"""The web process: composition of the routes. It never runs a model or a parser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from deskbell.bus import open_bus, wakes
from deskbell.kit.clock import now
from deskbell.kit.db import Database, open_pool
from deskbell.kit.log import set_up_logging
from deskbell.kit.stopping import stop_event
from deskbell.kit.web import render_errors
from deskbell.settings import Settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """Made by uvicorn (`--factory`). `app.state` carries database, clock, settings, bus and `stopping`."""
    given = settings or Settings()
    set_up_logging(level=given.log_level)
    app = FastAPI(title="Deskbell", lifespan=_lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = given
    app.state.clock = now
    render_errors(app)
    app.add_api_route("/api/health", _health, include_in_schema=False)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    async with (
        open_pool(settings.database_url, max_size=settings.pool_size) as pool,
        open_bus(settings.bus_url or settings.database_url) as bus,
    ):
        app.state.bus = bus
        app.state.database = Database(pool, wake=wakes(bus))
        app.state.stopping = (
            stop_event()
        )  # open streams end when it is set, or the server would wait for them
        yield


async def _health() -> dict[str, str]:
    return {"status": "ok"}
