"""`deskbell import`: a folder becomes knowledge of the agent that was named, by the code that the dashboard uses."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from deskbell.agents.commands import create_agent
from deskbell.agents.defaults import new_agent_settings
from deskbell.agents.widget_key import encode
from deskbell.cli.agent.importing import import_documents
from deskbell.cli.agent.pupils import Pupil, find_pupil
from deskbell.cli.databases import CommandError
from deskbell.cli.sample_site import first_widget_key
from deskbell.events.commands import settling
from deskbell.kit.db import Database
from deskbell.knowledge.queries import list_sources
from deskbell.reactions import reactions
from deskbell.settings import Settings
from deskbell.workspaces.commands.setup import NewPerson, ensure_setup_token, set_up

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ADA = NewPerson("Ada Moreno", "ada@clinic.example", "correct horse battery")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "visits").mkdir()
    (tmp_path / "hours.md").write_text("# Hours\n\nThe clinic is open from 8 to 18 on weekdays.\n")
    (tmp_path / "visits" / "video.md").write_text("# Video visits\n\nA video visit takes twenty minutes.\n")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 this is not a document")
    (tmp_path / "photo.jpg").write_bytes(b"jpg")
    return tmp_path


async def make_workspace(database: Database, name: str) -> UUID:
    """Ada's first workspace."""
    token = await ensure_setup_token(database)
    assert token is not None
    await set_up(database, token=token, owner=ADA, workspace_name=name, at=AT)
    async with database.transaction() as tx:
        person_id = await tx.value("SELECT id FROM people")
    async with database.transaction(person_id=person_id) as tx:
        return await tx.value("SELECT workspace_id FROM members")


async def make_agent(database: Database, workspace_id: UUID, name: str) -> UUID:
    async with database.transaction(workspace_id) as tx:
        return (await create_agent(tx, new_agent_settings(name), at=AT)).id


async def test_a_folder_is_learned_and_a_second_run_brings_only_what_changed(
    database: Database, app_url: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database.settle = settling(reactions)
    clinic = await make_workspace(database, "Harbor Clinic")
    lumi = await make_agent(database, clinic, "Lumi")
    settings = Settings(database_url=app_url)

    await import_documents(settings, folder, "lumi", None)
    async with database.transaction(clinic) as tx:
        sources = {source.file_name: source.status for source in await list_sources(tx, lumi)}
    assert sources == {"hours.md": "trained", "visits/video.md": "trained", "broken.pdf": "failed"}
    printed = capsys.readouterr().out
    assert "3 added, 0 changed, 0 unchanged, 0 refused, 1 could not be read" in printed

    (folder / "hours.md").write_text("# Hours\n\nThe clinic is open from 9 to 17 on weekdays.\n")
    await import_documents(settings, folder, "Lumi", "Harbor Clinic")
    assert "0 added, 1 changed, 2 unchanged, 0 refused, 0 could not be read" in capsys.readouterr().out


async def test_an_agent_that_does_not_exist_is_said_so(database: Database) -> None:
    await make_workspace(database, "Harbor Clinic")
    with pytest.raises(CommandError, match="no agent named Lumi"):
        await find_pupil(database, "Lumi", None)


async def test_agents_of_one_name_are_told_apart_by_their_workspace(database: Database) -> None:
    clinic = await make_workspace(database, "Harbor Clinic")
    lumi = await make_agent(database, clinic, "Lumi")
    assert await find_pupil(database, "LUMI", None) == Pupil(clinic, "Harbor Clinic", lumi)
    assert await first_widget_key(database) == encode(clinic, lumi)
    await make_agent(database, clinic, "Lumi")
    with pytest.raises(CommandError, match="several agents named Lumi, in Harbor Clinic, Harbor Clinic"):
        await find_pupil(database, "Lumi", None)
