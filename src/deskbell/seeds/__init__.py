"""The demo clinic: one coherent story, used by the demo, the screenshots and the journeys. All people in it are fiction.

Seeding twice changes nothing.
"""

from pathlib import Path

from deskbell.kit.db import Database, open_pool
from deskbell.seeds.people import demo_password, owner_of_demo
from deskbell.settings import Settings
from deskbell.workspaces.access import Actor


async def seed_demo(settings: Settings, content: Path | None = None) -> str:
    """Fill the database with the clinic, its team, its content and a morning of conversations.

    `content`: a folder that a second agent learns. Returns how to sign in. Needs a running worker for the training.
    """
    password = demo_password(settings.data_dir)
    async with open_pool(settings.database_url, max_size=4) as pool:
        database = Database(pool)
        owner = await owner_of_demo(database) or await _seed(database, settings, password)
        if content is not None:
            from deskbell.seeds.extra import add_folder

            await add_folder(_settling(database), owner.workspace_id, content, settings.public_url)
    return f"{owner.email}  /  {password}"


async def _seed(database: Database, settings: Settings, password: str) -> Actor:
    """Imports wait until here: a demo that was seeded before starts two seconds sooner."""
    from deskbell.embedding import BuiltIn
    from deskbell.kit.clock import now
    from deskbell.seeds.clinic import add_agent, add_question_tests, add_saved_replies, learned, let_learn
    from deskbell.seeds.people import found_clinic
    from deskbell.seeds.story import play

    logged = _settling(database)
    staff = await found_clinic(logged, settings.server_key, password, now())
    agent = await add_agent(logged, staff.owner, settings, now())
    await add_question_tests(logged, staff.owner.workspace_id, agent)
    await add_saved_replies(logged, staff.owner)
    help_pages = f"http://localhost:{settings.sample_site_port}/help"
    await let_learn(logged, staff.owner.workspace_id, agent, help_pages)
    if await learned(logged, staff.owner.workspace_id, agent):
        await play(Database(database.pool), BuiltIn(), staff, agent)
    return staff.owner


def _settling(database: Database) -> Database:
    """Its commits append their events and the jobs that follow."""
    from deskbell.events.commands import settling
    from deskbell.reactions import reactions

    return Database(database.pool, settling(reactions))
