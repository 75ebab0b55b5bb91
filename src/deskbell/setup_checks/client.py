"""Looking at the sites where the widget should be: whether their page carries the script line."""

from typing import Literal, TypeAlias
from urllib.parse import urljoin

import httpx

from deskbell.kit.errors import DeskbellError
from deskbell.kit.http import guarded_client

TIMEOUT = httpx.Timeout(5)
LIMIT_BYTES = 3_000_000
MOST_REDIRECTS = 3

Seen: TypeAlias = Literal["there", "missing", "unreachable"]


async def look_for_widget(site: str, widget_key: str, loopback_targets: frozenset[str]) -> Seen:
    """Whether the start page of `site` names the widget's key. A tag manager may put it there later, which nobody sees here."""
    try:
        async with guarded_client(loopback_targets, limit_bytes=LIMIT_BYTES, timeout=TIMEOUT) as http_client:
            page = await _page(http_client, f"https://{site}/")
    except (httpx.HTTPError, httpx.InvalidURL, DeskbellError, OSError):
        return "unreachable"
    return "there" if widget_key in page else "missing"


async def _page(http_client: httpx.AsyncClient, address: str) -> str:
    for _ in range(MOST_REDIRECTS):
        answer = await http_client.get(address)
        if not answer.has_redirect_location:
            return answer.raise_for_status().text
        address = urljoin(address, answer.headers["location"])
    raise httpx.TooManyRedirects(f"more than {MOST_REDIRECTS} redirects")
