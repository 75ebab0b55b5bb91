"""Removing a source hides it at once; for ten minutes it can be brought back as it was, then it is forgotten."""

from datetime import timedelta
from typing import Any

import pytest

from deskbell.knowledge import commands, queries
from deskbell.knowledge.access import open_removed_source, open_source_to_change
from deskbell.knowledge.tables import Refresh, Source, Status
from tests.cast import Person
from tests.knowledge.conftest import NOON, Clinic
from tests.knowledge.crawling.conftest import Reading, reading, site

__all__ = ["reading", "site"]

HOURS = "The clinic is open from 8 to 18 on weekdays."


async def removes(clinic: Clinic, source: Source) -> None:
    async with clinic.transaction() as tx:
        await commands.remove(tx, await open_source_to_change(tx, source.id), at=NOON)


async def brings_back(clinic: Clinic, source: Source) -> Source:
    async with clinic.transaction() as tx:
        return await commands.bring_back(tx, await open_removed_source(tx, source.id), at=NOON)


async def kept(clinic: Clinic) -> list[Any]:
    """Everything that was learned, with its ids."""
    async with clinic.transaction() as tx:
        return [
            await tx.values("SELECT id FROM passages ORDER BY id"),
            await tx.values("SELECT jsonb_build_array(id, version) FROM documents ORDER BY id"),
            await tx.values("SELECT number FROM passage_vectors ORDER BY number"),
            await tx.values("SELECT jsonb_build_array(passages, length) FROM corpora"),
            await tx.values("SELECT jsonb_build_array(id, status, etag) FROM pages ORDER BY id"),
        ]


async def test_what_was_removed_is_found_by_nobody_and_brought_back_as_it_was(clinic: Clinic) -> None:
    source = await clinic.given_text("Hours", HOURS)
    parking = await clinic.given_text("Parking", "Parking is open from 8 to 18 and costs 4 dollars.")
    await clinic.trains()
    before, all_of_it = await clinic.finds("When is it open?"), await kept(clinic)
    assert {found.source_id for found in before} == {source.id, parking.id}

    await removes(clinic, source)
    assert {found.source_id for found in await clinic.finds("When is it open?")} == {parking.id}
    assert await clinic.source(source.id) is None
    async with clinic.transaction() as tx:
        assert [one.id for one in await queries.list_sources(tx, clinic.agent_id)] == [parking.id]
        assert await queries.titles(tx, clinic.agent_id, limit=9) == ["Parking"]

    back = await brings_back(clinic, source)
    assert (back.status, back.passages) == (Status.TRAINED, 1)
    assert await clinic.finds("When is it open?") == before
    await clinic.trains()  # nothing forgets it now
    assert (await clinic.finds("When is it open?"), await kept(clinic)) == (before, all_of_it)


async def test_what_nobody_brings_back_is_forgotten(clinic: Clinic) -> None:
    source = await clinic.given_text("Hours", HOURS)
    await clinic.trains()
    await removes(clinic, source)
    await clinic.trains()
    async with clinic.transaction() as tx:
        left = [
            await tx.value(f"SELECT count(*) FROM {table}") for table in ("sources", "passages", "originals")
        ]
    assert left == [0, 0, 0]
    with pytest.raises(Exception, match="cannot be brought back any more"):
        await brings_back(clinic, source)


async def test_a_source_removed_while_it_was_read_is_read_when_it_comes_back(clinic: Clinic) -> None:
    source = await clinic.given_text("Hours", HOURS)
    await removes(clinic, source)
    await brings_back(clinic, source)
    await clinic.trains()
    assert [found.source_id for found in await clinic.finds("When is it open?")] == [source.id]


async def test_a_website_keeps_its_pages_and_its_schedule_and_is_not_fetched_again(reading: Reading) -> None:
    reading.site.has_page("/", "Home", "Welcome to the clinic.", "/visits", etag='"1"')
    reading.site.has_page("/visits", "Visits", "A visit takes 20 minutes.", etag='"1"')
    source = await reading.given(refresh=Refresh.DAILY)
    await reading.works()
    before, all_of_it, asked = (
        await reading.source(source.id),
        await kept(reading.clinic),
        len(reading.site.asked),
    )
    await removes(reading.clinic, source)
    reading.moves_on(hours=25)
    await reading.works()  # its hour has come, and nobody reads it
    reading.moves_on(hours=-25)
    await brings_back(reading.clinic, source)
    assert (await reading.source(source.id), await kept(reading.clinic)) == (before, all_of_it)
    assert len(reading.site.asked) == asked
    reading.moves_on(hours=25)
    await reading.works()
    assert len(reading.site.asked) > asked
    assert (await reading.source(source.id)).last_read_at == NOON + timedelta(hours=25)


async def test_an_admin_undoes_a_removal_an_operator_and_a_stranger_do_not(
    ada: Person, ben: Person, cleo: Person
) -> None:
    lumi = await ada.creates_agent("Lumi")
    given = await ada.sends(
        "POST", f"/api/agents/{lumi['id']}/sources/text", {"title": "Hours", "text": HOURS}
    )
    await ada.sends("DELETE", f"/api/sources/{given['id']}")
    assert (await ben.get(f"/api/agents/{lumi['id']}/sources"))["sources"] == []
    for person, refusal in ((ben, (403, "role_needed")), (cleo, (404, "source_not_found"))):
        await person.sends("DELETE", f"/api/sources/{given['id']}/removal")
        assert person.refused == refusal
    back = await ada.sends("DELETE", f"/api/sources/{given['id']}/removal")
    assert back["title"] == "Hours"
    assert [one["id"] for one in (await ben.get(f"/api/agents/{lumi['id']}/sources"))["sources"]] == [
        given["id"]
    ]
    await ada.sends("DELETE", f"/api/sources/{given['id']}/removal")
    assert ada.refused == (404, "source_not_found")
