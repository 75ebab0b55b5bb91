"""What is printed when the server is up: the addresses, and on the first run the way in. In the demo it seeds first."""

import asyncio
import time
from pathlib import Path

from rich.console import Console

from deskbell.cli.databases import CommandError
from deskbell.kit.db import Database, open_pool
from deskbell.settings import Settings
from deskbell.workspaces.commands.setup import ensure_setup_token

WAIT_SECONDS = 60.0
console = Console(highlight=False, soft_wrap=True)


async def welcome(settings: Settings, *, demo: bool, content: Path | None, since: float) -> None:
    if demo:
        from deskbell.seeds import seed_demo

        sign_in = await seed_demo(settings, content)
    else:
        sign_in = ""
    await wait_until_reachable(settings.host, settings.port)
    async with open_pool(settings.database_url, max_size=1) as pool:
        token = await ensure_setup_token(Database(pool))
    console.print(f"\n[bold]Deskbell[/bold] is ready after {time.time() - since:.1f} s")
    console.print(f"  Dashboard    {settings.public_url}")
    if demo:
        console.print(f"  Sample site  http://localhost:{settings.sample_site_port}")
    if sign_in:
        console.print(f"  Sign in      {sign_in}")
    if token is not None:
        console.print(f"  First run    {settings.public_url}/setup#{token}")
    console.print("  Ctrl-C stops everything\n")


async def wait_until_reachable(host: str, port: int) -> None:
    """Until the web process accepts connections."""
    deadline = time.monotonic() + WAIT_SECONDS
    reachable = "127.0.0.1" if host in ("0.0.0.0", "") else host  # noqa: S104 - compared, not bound
    while time.monotonic() < deadline:
        try:
            _, writer = await asyncio.open_connection(reachable, port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise CommandError(
        f"The web process does not answer on port {port} after {WAIT_SECONDS:.0f} seconds. See above."
    )
