"""Seeding again changes nothing: a restarted demo keeps its people, its content and its morning as they are."""

from pathlib import Path
from typing import Any

import psycopg
import pytest
from pydantic import SecretStr

import deskbell.seeds
from deskbell.kit.db import Database
from deskbell.kit.errors import Conflict
from deskbell.seeds import clinic, seed_demo
from deskbell.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, app_url: str, database: Database, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Without a worker nothing is trained, so the story is told at once and the agent finds no answers in it."""

    async def at_once(*_: Any) -> bool:
        return True

    monkeypatch.setattr(clinic, "learned", at_once)
    return Settings(data_dir=tmp_path, database_url=app_url, server_key_base64=SecretStr("A" * 43))


def rows(superuser_url: str) -> dict[str, int]:
    """How many rows each table holds."""
    with psycopg.connect(superuser_url) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        counted = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone() for (name,) in names}
    return {name: count[0] for name, count in counted.items() if count}


async def test_seeding_twice_changes_nothing(settings: Settings, superuser_url: str) -> None:
    sign_in = await seed_demo(settings)
    once = rows(superuser_url)
    assert (once["people"], once["agents"], once["conversations"] > 10) == (3, 1, True)
    assert (await seed_demo(settings), rows(superuser_url)) == (sign_in, once)


async def test_seeds_that_do_not_look_would_be_noticed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nobody(_: Database) -> None:
        return None

    await seed_demo(settings)
    monkeypatch.setattr(deskbell.seeds, "owner_of_demo", nobody)
    with pytest.raises(Conflict):
        await seed_demo(settings)
