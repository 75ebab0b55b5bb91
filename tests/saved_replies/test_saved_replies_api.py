"""Saved replies over HTTP: shared by a workspace, written by everybody in it, ranked by use."""

import asyncio

import pytest

from deskbell.kit.errors import Refused
from deskbell.saved_replies.placeholders import check_placeholders
from deskbell.seeds.clinic import SAVED_REPLIES
from tests.cast import Person

GREETING = {"name": "Greeting", "text": "Hi {visitor}, this is {my name} from {workspace}."}


async def saves(person: Person, name: str, text: str = "Thanks.") -> dict:
    return await person.sends("POST", "/api/saved-replies", {"name": name, "text": text})


async def names(person: Person) -> list[str]:
    return [reply["name"] for reply in await person.get("/api/saved-replies")]


async def test_an_operator_saves_a_reply_and_the_whole_workspace_has_it(ada: Person, ben: Person) -> None:
    saved = await ben.sends("POST", "/api/saved-replies", GREETING)

    assert saved == GREETING | {
        "id": saved["id"],
        "uses": 0,
        "used_at": None,
        "changed_by": "Ben Ortiz",
        "changed_at": "2026-03-02T15:00:00Z",
    }
    assert await ada.get("/api/saved-replies") == [saved]


async def test_what_is_used_most_stands_first_then_the_alphabet(ada: Person) -> None:
    later, sooner, used = [await saves(ada, name) for name in ("thanks", "Greeting", "Refund")]
    for reply in (used, used, later):
        await ada.sends("POST", f"/api/saved-replies/{reply['id']}/uses")
    assert await names(ada) == ["Refund", "thanks", "Greeting"]
    assert [reply["uses"] for reply in await ada.get("/api/saved-replies")] == [2, 1, 0]
    assert sooner["uses"] == 0


async def test_changing_one_replaces_its_words_and_keeps_its_rank(ada: Person, ben: Person) -> None:
    reply = await saves(ada, "Greeting")
    await ada.sends("POST", f"/api/saved-replies/{reply['id']}/uses")
    changed = await ben.sends("PUT", f"/api/saved-replies/{reply['id']}", {"name": "Hello", "text": "Hello!"})
    assert (changed["name"], changed["text"], changed["uses"], changed["changed_by"]) == (
        "Hello", "Hello!", 1, "Ben Ortiz",
    )  # fmt: skip


async def test_two_have_different_names_also_when_saved_at_once(ada: Person) -> None:
    await asyncio.gather(*(saves(ada, name) for name in ("Greeting", "GREETING", "greeting")))
    assert len(await names(ada)) == 1
    other = await saves(ada, "Goodbye")
    await ada.sends("PUT", f"/api/saved-replies/{other['id']}", {"name": "Greeting", "text": "x"})
    assert ada.refused == (409, "name_taken")
    assert len(await names(ada)) == 2


async def test_a_placeholder_that_nothing_fills_in_is_refused(ada: Person) -> None:
    await saves(ada, "Greeting", "Hi {vistor}!")
    assert ada.refused == (422, "unknown_placeholder")
    reply = await saves(ada, "Greeting", "Hi {visitor}!")
    await ada.sends("PUT", f"/api/saved-replies/{reply['id']}", {"name": "Greeting", "text": "Hi {name}!"})
    assert ada.refused == (422, "unknown_placeholder")
    assert [kept["text"] for kept in await ada.get("/api/saved-replies")] == ["Hi {visitor}!"]


@pytest.mark.parametrize("text", ["Hi { visitor }", "a { b", "a } b", "{visitor}{workspace}{my name}"])
def test_braces_of_other_kinds_are_words(text: str) -> None:
    check_placeholders(text)


@pytest.mark.parametrize("text", ["{}", "{Visitor}", "{name} {visitor}"])
def test_braces_around_anything_else_are_refused_by_name(text: str) -> None:
    with pytest.raises(Refused, match=r"You can use \{visitor\}, \{my name\}, \{workspace\}\."):
        check_placeholders(text)


@pytest.mark.parametrize(
    "body", [{"name": " ", "text": "x"}, {"name": "x", "text": " "}, {"name": "x" * 81, "text": "x"}]
)
async def test_without_a_name_or_words_nothing_is_saved(ada: Person, body: dict) -> None:
    await ada.sends("POST", "/api/saved-replies", body)
    assert ada.refused is not None
    assert ada.refused[0] == 422
    assert await names(ada) == []


async def test_a_removed_one_is_gone_and_says_so(ada: Person, ben: Person) -> None:
    reply = await saves(ada, "Greeting")
    await ben.sends("DELETE", f"/api/saved-replies/{reply['id']}")
    await ada.sends("PUT", f"/api/saved-replies/{reply['id']}", GREETING)
    assert ada.refused == (404, "saved_reply_not_found")
    assert await names(ada) == []


async def test_another_workspace_has_its_own(ada: Person, cleo: Person) -> None:
    reply = await saves(ada, "Greeting")
    assert await names(cleo) == []
    for method, path in (("PUT", ""), ("DELETE", ""), ("POST", "/uses")):
        body = GREETING if method == "PUT" else {}
        await cleo.sends(method, f"/api/saved-replies/{reply['id']}{path}", body)
        assert cleo.refused == (404, "saved_reply_not_found")
    await saves(cleo, "Greeting")
    assert cleo.refused is None
    assert await names(ada) == ["Greeting"]


def test_the_demo_clinic_has_some() -> None:
    assert SAVED_REPLIES.read_text().count("[[reply]]") == 6
