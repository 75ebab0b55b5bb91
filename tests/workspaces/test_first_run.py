"""Whoever runs the server becomes the first owner: once, with the token that the console printed."""

import asyncio

from tests.cast import Desk, Person


async def test_the_printed_token_makes_the_first_owner(desk: Desk) -> None:
    ada = Person(desk, "Ada Lin", "Ada@CedarRow.example ")
    assert await ada.get("/api/setup") == {"needed": True}

    me = await ada.sets_up(await desk.prints_setup_token())

    assert me["person"] | {"id": None} == {"id": None, "email": "ada@cedarrow.example", "name": "Ada Lin"}
    assert [(w["name"], w["role"]) for w in me["workspaces"]] == [("Cedar Row Virtual Care", "owner")]
    assert (me["workspace"]["role"], me["workspace"]["reopen_policy"]) == ("owner", "to_people")
    assert await ada.me() == me
    assert await ada.get("/api/setup") == {"needed": False}


async def test_another_token_sets_up_nothing(desk: Desk) -> None:
    await desk.prints_setup_token()
    mallory = Person(desk, "Mallory", "mallory@elsewhere.example")

    await mallory.sets_up("guessed")

    assert mallory.refused == (422, "wrong_setup_token")
    assert await mallory.get("/api/setup") == {"needed": True}


async def test_fifty_set_ups_at_once_make_one_owner(desk: Desk) -> None:
    token = await desk.prints_setup_token()
    people = [Person(desk, f"Person {n}", f"p{n}@cedarrow.example") for n in range(50)]

    await asyncio.gather(*(person.sets_up(token) for person in people))

    outcomes = sorted(str(person.refused) for person in people)
    assert outcomes == ["(409, 'already_set_up')"] * 49 + ["None"]


async def test_no_token_is_printed_once_there_is_an_owner(desk: Desk, ada: Person) -> None:
    assert await desk.prints_setup_token() is None
