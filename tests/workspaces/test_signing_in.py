"""Sessions: what opens them, what ends them, and what a guesser learns."""

import asyncio

import pytest

from deskbell.kit import passwords
from deskbell.workspaces.commands.signing_in import PER_ADDRESS, PER_PERSON_AND_ADDRESS
from tests.cast import PASSWORD, Desk, Person


async def test_signing_in_opens_the_workspace_used_last(ada: Person) -> None:
    first = (await ada.me())["workspace"]["id"]
    second = (await ada.founds("Cedar Row Dental"))["workspace"]["id"]
    ada.desk.clock.moves_on(minutes=5)
    await ada.enters(first)
    await ada.signs_out()

    me = await ada.signs_in()

    assert me["workspace"]["id"] == first
    assert {workspace["id"] for workspace in me["workspaces"]} == {first, second}


async def test_after_signing_out_the_session_opens_nothing(ada: Person) -> None:
    kept = dict(ada.browser.cookies)
    await ada.signs_out()
    ada.browser.cookies.update(kept)

    await ada.me()

    assert ada.refused == (401, "sign_in_needed")


async def test_a_wrong_password_and_an_unknown_address_get_one_answer(ada: Person) -> None:
    wrong_password = await ada.signs_in(password="not this one")
    unknown = await ada.signs_in(email="nobody@cedarrow.example")

    assert wrong_password == unknown
    assert ada.refused == (401, "wrong_sign_in")


async def test_an_unknown_address_costs_as_much_hashing_as_a_known_one(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    real = passwords.hashes.verify
    monkeypatch.setattr(passwords.hashes, "verify", lambda *given: verified.append(given[1]) or real(*given))

    await ada.signs_in(password="not this one")
    await ada.signs_in(email="nobody@cedarrow.example")

    assert len(verified) == 2


async def test_guessing_is_stopped_even_when_the_next_guess_is_right(ada: Person) -> None:
    for _ in range(PER_PERSON_AND_ADDRESS.attempts):
        await ada.signs_in(password="a wrong guess")
    assert ada.refused == (401, "wrong_sign_in")

    await ada.signs_in()

    assert ada.refused == (429, "too_many_attempts")


async def test_guesses_at_the_same_instant_count_too(ada: Person) -> None:
    answers = await asyncio.gather(
        *(
            ada.browser.post("/api/session", json={"email": ada.email, "password": f"guess {number}"})
            for number in range(40)
        )
    )

    statuses = [answer.status_code for answer in answers]
    assert (statuses.count(401), statuses.count(429)) == (PER_PERSON_AND_ADDRESS.attempts, 30)


async def test_one_address_cannot_try_one_password_on_everybody(ada: Person) -> None:
    for number in range(PER_ADDRESS.attempts):
        await ada.signs_in(email=f"p{number}@cedarrow.example", password="Summer2026!")

    await ada.signs_in(email="next@cedarrow.example", password="Summer2026!")

    assert ada.refused == (429, "too_many_attempts")


async def test_the_limit_passes_with_time(ada: Person) -> None:
    for _ in range(PER_PERSON_AND_ADDRESS.attempts):
        await ada.signs_in(password="a wrong guess")
    ada.desk.clock.moves_on(minutes=15)

    await ada.signs_in()

    assert ada.refused is None


async def test_signing_in_rightly_forgets_the_wrong_guesses(ada: Person) -> None:
    for _ in range(3):
        for _ in range(PER_PERSON_AND_ADDRESS.attempts - 1):
            await ada.signs_in(password="a slip")
        await ada.signs_in()

    assert ada.refused is None


async def test_a_session_ends_after_twelve_idle_hours_and_not_before(ada: Person) -> None:
    ada.desk.clock.moves_on(hours=11, minutes=59)
    await ada.me()
    assert ada.refused is None
    ada.desk.clock.moves_on(hours=12)

    await ada.me()

    assert ada.refused == (401, "sign_in_needed")


async def test_a_session_in_daily_use_ends_after_fourteen_days(ada: Person) -> None:
    for _ in range(14 * 3 - 1):
        ada.desk.clock.moves_on(hours=8)
        await ada.me()
    assert ada.refused is None
    ada.desk.clock.moves_on(hours=8)

    await ada.me()

    assert ada.refused == (401, "sign_in_needed")


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(ada: Person) -> None:
    answer = await ada.browser.post("/api/session", json={"email": ada.email, "password": PASSWORD})

    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("deskbell=")
    assert {part.strip() for part in cookie.split(";")[1:]} == {
        "httponly",
        "max-age=1209600",
        "path=/",
        "samesite=lax",
    }
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:8400", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://localhost:8400", "Sec-Fetch-Site": "same-site"},
        {"Origin": ""},
    ],
)
async def test_a_change_from_another_site_is_refused(ada: Person, headers: dict[str, str]) -> None:
    ada.browser.headers.update(headers)

    await ada.founds("Forged")

    assert ada.refused == (403, "other_site")
    assert [workspace["name"] for workspace in (await ada.me())["workspaces"]] == ["Cedar Row Virtual Care"]


async def test_only_digests_of_sessions_and_passwords_are_kept(desk: Desk, ada: Person) -> None:
    secret = ada.browser.cookies["deskbell"]

    async with desk.database.transaction() as tx:
        kept = await tx.values(
            "SELECT to_jsonb(s)::text FROM sessions s UNION ALL SELECT to_jsonb(p)::text FROM people p"
        )

    assert len(kept) == 2
    assert not [row for row in kept if secret in row or PASSWORD in row]
