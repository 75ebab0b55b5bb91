"""Members give their agent content over HTTP: admins add and remove, operators look, strangers find nothing."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.cast import Person
from tests.knowledge.test_reading import pdf


@pytest.fixture
async def agent_id(ada: Person) -> str:
    return (await ada.creates_agent("Lumi"))["id"]


async def upload(person: Person, agent_id: str, files: Sequence[tuple[str, bytes]]) -> Any:
    parts = [("files", (name, content, "application/octet-stream")) for name, content in files]
    answer = await person.browser.post(f"/api/agents/{agent_id}/sources/files", files=parts)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_pasted_text_and_questions_are_listed_newest_first(ada: Person, ben: Person, agent_id: str):
    await ada.sends("POST", f"/api/agents/{agent_id}/sources/text", {"title": "Hours", "text": "Open daily."})
    await ada.sends(
        "POST", f"/api/agents/{agent_id}/sources/questions", {"question": "Is it free?", "answer": "Yes."}
    )
    listed = (await ben.get(f"/api/agents/{agent_id}/sources"))["sources"]
    assert [(row["kind"], row["title"], row["status"]) for row in listed] == [
        ("qa", "Is it free?", "pending"),
        ("text", "Hours", "pending"),
    ]


async def test_each_file_is_taken_or_refused_on_its_own(ada: Person, agent_id: str):
    given = await upload(
        ada,
        agent_id,
        [("hours.md", b"# Hours"), ("photo.png", b"x"), ("fees.pdf", pdf("Fees")), ("none.txt", b"")],
    )
    assert [row["file_name"] for row in given["added"]] == ["hours.md", "fees.pdf"]
    assert given["refused"] == [
        {
            "file_name": "photo.png",
            "sentence": "Deskbell reads .pdf, .docx, .xlsx, .pptx, .csv, .md, .html and .txt files. Save it as one of these and add it again.",
        },
        {"file_name": "none.txt", "sentence": "This file is empty."},
    ]


async def test_a_source_that_waits_shows_nothing_understood_yet(ada: Person, agent_id: str):
    added = (await upload(ada, agent_id, [("hours.md", b"# Hours\n\nOpen daily.")]))["added"][0]
    detail = await ada.get(f"/api/sources/{added['id']}")
    assert (detail["source"], detail["body"], detail["passages"]) == (added, "", [])


async def test_a_source_is_not_read_twice_at_once(ada: Person, agent_id: str):
    added = (await upload(ada, agent_id, [("hours.md", b"# Hours")]))["added"][0]
    await ada.sends("POST", f"/api/sources/{added['id']}/retry")
    assert ada.refused == (409, "already_training")


async def test_operators_look_and_do_not_touch(ada: Person, ben: Person, agent_id: str):
    added = (await upload(ada, agent_id, [("hours.md", b"# Hours")]))["added"][0]
    assert (await ben.get(f"/api/sources/{added['id']}"))["source"]["id"] == added["id"]
    await ben.sends("DELETE", f"/api/sources/{added['id']}")
    assert ben.refused == (403, "role_needed")
    await ben.sends("POST", f"/api/agents/{agent_id}/sources/text", {"title": "T", "text": "x"})
    assert ben.refused == (403, "role_needed")


async def test_a_removed_source_is_gone(ada: Person, agent_id: str):
    added = (await upload(ada, agent_id, [("hours.md", b"# Hours")]))["added"][0]
    await ada.sends("DELETE", f"/api/sources/{added['id']}")
    assert ada.refused is None
    await ada.get(f"/api/sources/{added['id']}")
    assert ada.refused == (404, "source_not_found")


async def test_strangers_cannot_tell_that_content_exists(ada: Person, cleo: Person, agent_id: str):
    added = (await upload(ada, agent_id, [("hours.md", b"# Hours")]))["added"][0]
    for method, path in (
        ("GET", f"/api/agents/{agent_id}/sources"),
        ("GET", f"/api/sources/{added['id']}"),
        ("DELETE", f"/api/sources/{added['id']}"),
    ):
        await cleo.sends(method, path)
        assert cleo.refused is not None
        assert cleo.refused[0] == 404


@pytest.mark.parametrize("text", ["", "   ", "x" * 200_001])
async def test_text_must_hold_something_and_not_too_much(ada: Person, agent_id: str, text: str):
    await ada.sends("POST", f"/api/agents/{agent_id}/sources/text", {"title": "T", "text": text})
    assert ada.refused == (422, "invalid")
