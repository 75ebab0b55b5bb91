"""A source becomes passages that are found, or a sentence that says why not."""

from collections.abc import Sequence

from deskbell.embedding.embedder import Vectors
from deskbell.events import queries as log
from deskbell.kit.jobs import GiveUp
from deskbell.knowledge import commands, queries
from deskbell.knowledge.access import open_source_to_change
from deskbell.knowledge.tables import Status
from tests.knowledge.conftest import NOON, Clinic

HOURS = "# Opening hours\n\nThe clinic is open Monday to Friday, 8:00 to 18:00.\n\n# Parking\n\nParking is free for two hours.\n"


async def test_pasted_text_is_trained_and_found_under_its_heading(clinic: Clinic):
    given = await clinic.given_text("Visiting us", HOURS)
    assert (given.status, given.passages) == (Status.PENDING, 0)

    await clinic.trains()

    trained = await clinic.source(given.id)
    assert trained is not None
    assert (trained.status, trained.title, trained.passages, trained.trained_at) == (
        Status.TRAINED,
        "Visiting us",
        2,
        NOON,
    )
    best = (await clinic.finds("Is parking free?"))[0]
    assert (best.path, best.text) == ("Visiting us › Parking", "Parking is free for two hours.")


async def test_every_step_of_a_source_is_in_the_log(clinic: Clinic):
    given = await clinic.given_file("empty.md", b"---\ntitle: Nothing\n---\n")
    await clinic.trains()
    async with clinic.transaction() as tx:
        await commands.remove(tx, await open_source_to_change(tx, given.id), at=NOON)
    async with clinic.transaction() as tx:
        entries = await log.entries_after(tx, 0)
    events = [entry.event for entry in entries]
    assert [(event.type, event.source.status if hasattr(event, "source") else None) for event in events] == [
        ("source.added", "pending"),
        ("source.changed", "processing"),
        ("source.changed", "failed"),
        ("source.removed", None),
    ]


async def test_a_file_that_cannot_be_read_fails_with_a_sentence_and_may_be_tried_again(clinic: Clinic):
    given = await clinic.given_file("letter.pdf", b"Dear patient, this is not a PDF.")
    await clinic.trains()
    failed = await clinic.source(given.id)
    assert failed is not None
    assert (failed.status, failed.failure) == (
        Status.FAILED,
        "This file is named .pdf, but it is not a PDF.",
    )

    async with clinic.transaction() as tx:
        again = await commands.retry(tx, await open_source_to_change(tx, given.id), at=NOON)
    assert (again.status, again.failure) == (Status.PENDING, None)


async def test_a_question_with_its_answer_is_one_passage_under_the_question(clinic: Clinic):
    async with clinic.transaction() as tx:
        await commands.add_question(
            tx,
            clinic.agent_id,
            question="Do you treat children?",
            answer="Yes, from the age of two.",
            at=NOON,
        )
    await clinic.trains()
    found = await clinic.finds("treat children")
    assert [(f.title, f.path, f.text) for f in found] == [
        ("Do you treat children?", "Do you treat children?", "Yes, from the age of two.")
    ]


async def test_a_removed_source_is_not_found_and_leaves_the_counts_as_they_were(clinic: Clinic):
    await clinic.given_text("Visiting us", HOURS)
    await clinic.trains()
    before = await _corpus(clinic)
    extra = await clinic.given_text("Refills", "Refills take two business days.")
    await clinic.trains()
    assert await _corpus(clinic) != before

    async with clinic.transaction() as tx:
        await commands.remove(tx, await open_source_to_change(tx, extra.id), at=NOON)

    assert "Refills" not in {found.title for found in await clinic.finds("How long do refills take?")}
    await clinic.trains()  # ten minutes later it is forgotten
    assert await _corpus(clinic) == before
    assert "Refills" not in {found.title for found in await clinic.finds("How long do refills take?")}


async def test_training_again_replaces_what_was_learned(clinic: Clinic):
    given = await clinic.given_file("hours.md", b"# Hours\n\nOpen until 18:00.\n")
    await clinic.trains()
    before = await _corpus(clinic)
    async with clinic.transaction() as tx:
        source = await open_source_to_change(tx, given.id)
        await commands.replace_file(tx, source, content=b"# Hours\n\nOpen until 20:00.\n", url=None, at=NOON)
    assert [found.text for found in await clinic.finds("hours")] == ["Open until 18:00."]

    await clinic.trains()

    assert [found.text for found in await clinic.finds("hours")] == ["Open until 20:00."]
    assert await _corpus(clinic) == before


async def test_a_source_removed_while_it_waits_is_not_trained(clinic: Clinic):
    given = await clinic.given_text("Visiting us", HOURS)
    async with clinic.transaction() as tx:
        await commands.remove(tx, await open_source_to_change(tx, given.id), at=NOON)
    await clinic.trains()
    assert await clinic.finds("Is parking free?") == []


async def test_nobody_finds_what_another_workspace_knows(clinic: Clinic, other_clinic: Clinic):
    await other_clinic.given_text("Visiting us", HOURS)
    await other_clinic.trains()
    assert len(await other_clinic.finds("Is parking free?")) == 2
    assert await clinic.finds("Is parking free?", agent_id=other_clinic.agent_id) == []


async def test_passages_show_what_was_understood_in_the_order_of_the_page(clinic: Clinic):
    given = await clinic.given_text("Visiting us", HOURS)
    await clinic.trains()
    async with clinic.transaction() as tx:
        document = await queries.document_of(tx, given.id)
        passages = await queries.passages_of(tx, given.id)
    assert document is not None
    assert document.body.startswith("## Opening hours\n\nThe clinic is open")
    assert [passage.path for passage in passages] == ["Visiting us › Opening hours", "Visiting us › Parking"]


async def _corpus(clinic: Clinic) -> list[int]:
    async with clinic.transaction() as tx:
        return await tx.values("SELECT unnest(ARRAY[passages, length]) FROM corpora")


async def test_a_source_removed_while_it_is_read_leaves_nothing_behind(clinic: Clinic):
    given = await clinic.given_text("Visiting us", HOURS)
    embed = clinic.training.embedder.embed_passages

    async def removes_meanwhile(texts: Sequence[str]) -> Vectors:
        async with clinic.transaction() as tx:
            await commands.remove(tx, await open_source_to_change(tx, given.id), at=NOON)
        return await embed(texts)

    clinic.training.embedder.embed_passages = removes_meanwhile  # type: ignore[method-assign]
    await clinic.trains()

    assert await clinic.source(given.id) is None
    assert await clinic.finds("Is parking free?") == []


async def test_a_reading_that_keeps_dying_ends_as_failed_with_a_sentence(clinic: Clinic):
    given = await clinic.given_text("Visiting us", HOURS)

    async def dies(texts: Sequence[str]) -> Vectors:
        raise GiveUp("the model is broken")

    clinic.training.embedder.embed_passages = dies  # type: ignore[method-assign]
    await clinic.trains()

    failed = await clinic.source(given.id)
    assert failed is not None
    assert (failed.status, (failed.failure or "")[:45]) == (
        Status.FAILED,
        "Reading this source was interrupted several t",
    )
