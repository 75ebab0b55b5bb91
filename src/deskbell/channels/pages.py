"""The built web app as files: the dashboard at /, the widget's loader and panel. Built by hatch_build.py into `_built/`.

The panel may be framed only by the agent's allowed sites; the dashboard by nobody.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import FileResponse, Response
from starlette.datastructures import Headers
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from deskbell.agents.access import open_agent
from deskbell.channels.packed import packed
from deskbell.channels.widget.access import AtDoor
from deskbell.kit.errors import NotFound
from deskbell.kit.web import Db

BUILT = Path(__file__).parent.parent / "_built"
DASHBOARD = BUILT / "dashboard"
WIDGET = BUILT / "widget"

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
DASHBOARD_POLICY = f"{_OWN}; frame-src 'self'; frame-ancestors 'none'"
FOREVER = "public, max-age=31536000, immutable"  # hashed names
ASK_AGAIN = "no-cache"

Accepted = Annotated[str, Header(alias="accept-encoding")]

router = APIRouter(include_in_schema=False)


@router.get("/widget.js")
async def loader(accepted: Accepted = "") -> Response:
    """The one script that a site includes. Any site may load it; it shows nothing without a known key."""
    headers = {"cache-control": "public, max-age=300", "cross-origin-resource-policy": "cross-origin"}
    return _file(WIDGET / "widget.js", "text/javascript", headers, accepted)


@router.get("/widget/{widget_key}")
async def panel(door: AtDoor, db: Db, accepted: Accepted = "") -> Response:
    """The widget's panel, to be framed by the sites that the workspace allows."""
    async with db.transaction(door.workspace_id) as tx:
        agent = await open_agent(tx, door.agent_id)
    policy = f"{_OWN}; frame-ancestors {frame_ancestors(agent.allowed_sites)}"
    headers = {"cache-control": ASK_AGAIN, "content-security-policy": policy}
    return _file(WIDGET / "panel" / "index.html", "text/html", headers, accepted)


@router.get("/{path:path}")
async def dashboard(path: str, accepted: Accepted = "") -> Response:
    """Every other address belongs to the dashboard's own routing."""
    if path.startswith(("api/", "assets/", "widget-assets/")):
        raise NotFound("not_found", "There is nothing at this address.")
    icon = DASHBOARD / path
    if path in {"favicon.svg", "favicon.ico", "robots.txt"} and icon.is_file():
        return FileResponse(icon, headers={"cache-control": "public, max-age=3600"})
    headers = {"cache-control": ASK_AGAIN, "content-security-policy": DASHBOARD_POLICY}
    return _file(DASHBOARD / "index.html", "text/html", headers, accepted)


def frame_ancestors(allowed_sites: Sequence[str]) -> str:
    """The sites of a content policy; an agent without a list may be shown anywhere. Our own pages always may."""
    return " ".join(["'self'", *allowed_sites]) if allowed_sites else "*"


def asset_apps() -> dict[str, StaticFiles]:
    """Mount path → the hashed files below it. Empty while the web app is not built (pure-Python steps)."""
    folders = {"/assets": DASHBOARD / "assets", "/widget-assets": WIDGET / "panel"}
    return {path: _Hashed(directory=folder) for path, folder in folders.items() if folder.is_dir()}


class _Hashed(StaticFiles):
    """Files whose names change with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse):
            accepted = Headers(scope=scope).get("accept-encoding", "")
            response = packed(Path(response.path), accepted, response.media_type) or response
        response.headers["cache-control"] = FOREVER
        response.headers["cross-origin-resource-policy"] = "cross-origin"
        return response


def _file(path: Path, media_type: str, headers: dict[str, str], accepted: str) -> Response:
    if not path.is_file():
        raise NotFound("not_built", "The web app is not built yet. Run `make demo`, or build with pip.")
    response = packed(path, accepted, media_type) or FileResponse(path, media_type=media_type)
    response.headers.update(headers)
    return response
