"""The website of the demo clinic: static pages on a port (and so an origin) of their own, with the script line in them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import escape
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from deskbell.agents.access import Agent
from deskbell.agents.queries import list_agents
from deskbell.agents.widget_key import encode
from deskbell.cli.agent.pupils import all_workspaces
from deskbell.cli.help_pages import help_page, with_list
from deskbell.kit.db import Database, open_pool
from deskbell.settings import Settings

PAGES = Path(__file__).parent.parent / "sample_site"
PLACE = "<!-- deskbell -->"


def serve_sample_site(settings: Settings) -> None:
    """Until SIGTERM."""
    app = create_sample_site(settings.public_url, pool_url=settings.database_url)
    uvicorn.run(
        app, host=settings.host, port=settings.sample_site_port, log_level="warning", access_log=False
    )


def create_sample_site(public_url: str, *, pool_url: str, pages: Path = PAGES) -> Starlette:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with open_pool(pool_url, max_size=1) as pool:
            app.state.database = Database(pool)
            yield

    async def page(request: Request) -> Response:
        path: str = request.path_params["path"]
        file = _file(pages, path)
        if file is not None and file.suffix != ".html":
            return FileResponse(file)
        frame = pages / "help.html"
        article = help_page(path, frame.read_text()) if file is None and frame.is_file() else None
        html = article or (with_list(file.read_text()) if file else None)
        if html is None:
            return PlainTextResponse("There is no such page.", status_code=404)
        line = script_line(public_url, await first_widget_key(request.app.state.database))
        return HTMLResponse(with_script(html, line))

    return Starlette(routes=[Route("/{path:path}", page)], lifespan=lifespan)


def script_line(public_url: str, widget_key: str) -> str:
    """The one line that a site includes; empty without an agent."""
    if not widget_key:
        return ""
    return (
        f'<script async src="{escape(public_url)}/widget.js" data-deskbell="{escape(widget_key)}"></script>'
    )


def with_script(html: str, line: str) -> str:
    """At its place, or at the end of the body."""
    if PLACE in html:
        return html.replace(PLACE, line)
    return html.replace("</body>", f"{line}\n</body>")


async def first_widget_key(database: Database) -> str:
    """Of the oldest agent of the server: in the demo, the clinic's."""
    agents: list[Agent] = []
    for workspace_id in await all_workspaces(database):
        async with database.transaction(workspace_id) as tx:
            agents += await list_agents(tx)
    if not agents:
        return ""
    oldest = min(agents, key=lambda agent: agent.created_at)
    return encode(oldest.workspace_id, oldest.id)


def _file(pages: Path, path: str) -> Path | None:
    """A file below `pages`, or None. A folder means its index; a name without an ending means its page."""
    wanted = (pages / (path or "index.html")).resolve()
    if not wanted.is_relative_to(pages.resolve()):
        return None
    candidates = (wanted, wanted / "index.html", wanted.with_suffix(".html"))
    return next((candidate for candidate in candidates if candidate.is_file()), None)
