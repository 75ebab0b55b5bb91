"""The web process: composition of the routes. It never runs a model or a parser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from deskbell.actions import api as actions
from deskbell.agents import api as agents
from deskbell.alarms import api as alarms
from deskbell.bus import Bus, open_bus, wakes
from deskbell.channels import pages
from deskbell.channels.widget import api as widget
from deskbell.conversations import api as conversations
from deskbell.events.commands import settling
from deskbell.handoff import api as handoff
from deskbell.inbox import api as inbox
from deskbell.kit.clock import Clock, now
from deskbell.kit.db import Database, open_pool
from deskbell.kit.headers import SecureHeaders
from deskbell.kit.log import set_up_logging
from deskbell.kit.sizes import BoundedBodies
from deskbell.kit.stopping import stop_event
from deskbell.kit.web import render_errors
from deskbell.knowledge import api as knowledge
from deskbell.notifications import api as notifications
from deskbell.question_tests import api as question_tests
from deskbell.reactions import reactions
from deskbell.realtime import api as realtime
from deskbell.realtime.hub import Hub
from deskbell.rehearsals import api as rehearsals
from deskbell.saved_replies import api as saved_replies
from deskbell.settings import Settings
from deskbell.setup_checks import api as setup_checks
from deskbell.setup_checks.jobs import Checking, World
from deskbell.workspaces import api as workspaces

ROUTERS = [
    workspaces.router,
    notifications.router,
    agents.router,
    knowledge.router,
    actions.router,
    handoff.router,
    conversations.router,
    inbox.router,
    saved_replies.router,
    alarms.router,
    rehearsals.router,
    question_tests.router,
    setup_checks.router,
    widget.router,
    realtime.router,
    pages.router,  # last: the dashboard answers every other address
]


def create_app(settings: Settings | None = None) -> FastAPI:
    """Made by uvicorn (`--factory`)."""
    given = settings or Settings()
    set_up_logging(level=given.log_level)
    app = bare_app(given, now)
    app.router.lifespan_context = _lifespan
    return app


def bare_app(settings: Settings, clock: Clock) -> FastAPI:
    """The routes without their world; `furnish` brings it (the lifespan, or a test)."""
    app = FastAPI(title="Deskbell", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.settings = settings
    app.state.clock = clock
    app.add_middleware(BoundedBodies)
    app.add_middleware(SecureHeaders)  # outermost: on refusals too
    render_errors(app)
    app.add_api_route("/api/health", _health, include_in_schema=False)
    for path, files in pages.asset_apps().items():
        app.mount(path, files)
    for router in ROUTERS:
        app.include_router(router)
    return app


def furnish(app: FastAPI, database: Database, bus: Bus) -> Hub:
    """Give the routes what they work with. Every commit appends its events and their jobs."""
    database.settle = settling(reactions)
    database.wake = wakes(bus)
    app.state.database = database
    app.state.bus = bus
    app.state.hub = Hub(database, bus)
    world = World(database, bus, app.state.hub, app.state.clock, app.state.settings)
    app.state.checking = Checking(world)
    return app.state.hub


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    async with (
        open_pool(settings.database_url, max_size=settings.pool_size) as pool,
        open_bus(settings.bus_url or settings.database_url) as bus,
    ):
        hub = furnish(app, Database(pool), bus)
        # The server waits for open streams before it lets the lifespan end: they must go at the signal itself.
        closing = asyncio.create_task(_close_when(stop_event(), hub))
        yield
        closing.cancel()
        await app.state.checking.close()
        hub.close()


async def _close_when(stopping: asyncio.Event, hub: Hub) -> None:
    await stopping.wait()
    hub.close()


async def _health() -> dict[str, str]:
    return {"status": "ok"}
