"""`deskbell seed`: the demo clinic, trained by this process when no worker runs."""

from pathlib import Path

from deskbell.seeds import seed_demo
from deskbell.settings import Settings
from deskbell.worker import open_tools, working_along


async def seed_and_train(settings: Settings, content: Path | None) -> str:
    """Returns how to sign in."""
    async with open_tools(settings) as tools, working_along(tools):
        return await seed_demo(settings, content)
