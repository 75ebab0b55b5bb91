"""The demo clinic: one coherent story, used by the demo, the screenshots and the journeys. All people in it are fiction.

Seeding twice changes nothing.
"""

from pathlib import Path

from deskbell.embedding import BuiltIn
from deskbell.events.commands import settling
from deskbell.kit.clock import now
from deskbell.kit.db import Database, open_pool
from deskbell.reactions import reactions
from deskbell.seeds.clinic import add_agent, learned, let_learn
from deskbell.seeds.extra import add_folder
from deskbell.seeds.people import demo_password, found_clinic, owner_of_demo
from deskbell.seeds.story import play
from deskbell.settings import Settings


async def seed_demo(settings: Settings, content: Path | None = None) -> str:
    """Fill the database with the clinic, its team, its content and a morning of conversations.

    `content`: a folder that a second agent learns. Returns how to sign in. Needs a running worker for the training.
    """
    password = demo_password(settings.data_dir)
    async with open_pool(settings.database_url, max_size=4) as pool:
        database = Database(pool, settling(reactions))
        owner = await owner_of_demo(database)
        if owner is None:
            staff = await found_clinic(database, settings.server_key, password, now())
            agent = await add_agent(database, staff.owner, settings, now())
            await let_learn(database, staff.owner.workspace_id, agent)
            if await learned(database, staff.owner.workspace_id, agent):
                await play(Database(pool), BuiltIn(), staff, agent)
            owner = staff.owner
        if content is not None:
            await add_folder(database, owner.workspace_id, content, settings.public_url)
    return f"{owner.email}  /  {password}"
