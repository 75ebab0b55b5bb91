"""Inviting and accepting: one use, one address, seven days; every other link says what it is."""

import asyncio

import pytest

from tests.cast import Desk, Person, joined, token_in


@pytest.fixture
def dora(desk: Desk) -> Person:
    """Somebody who is about to be invited."""
    return Person(desk, "Dora Klein", "dora@cedarrow.example")


async def invitation_for(ada: Person, person: Person, *, role: str = "operator") -> dict[str, str]:
    return (await ada.invites(person.email, role=role))["invited"][0]


async def test_an_invited_person_joins_with_the_role_of_the_invitation(ada: Person, dora: Person) -> None:
    invitation = await invitation_for(ada, dora, role="admin")

    assert await dora.opens(invitation["link"]) == {
        "state": "pending",
        "workspace_name": "Cedar Row Virtual Care",
        "email": "dora@cedarrow.example",
        "role": "admin",
        "invited_by": "Ada Lin",
        "signed_in_as": None,
        "has_login": False,
    }
    me = await dora.accepts(invitation["link"], creating_sign_in=True)

    assert (me["person"]["name"], me["workspace"]["role"]) == ("Dora Klein", "admin")
    assert (await ada.team())["invitations"] == []


async def test_the_token_travels_in_the_fragment_and_only_its_digest_is_kept(
    desk: Desk, ada: Person, dora: Person
) -> None:
    invitation = await invitation_for(ada, dora)
    assert invitation["link"].startswith("http://localhost:8400/invitation#")

    await desk.runs_jobs()

    workspace = (await ada.me())["workspace"]["id"]
    async with desk.database.transaction(workspace) as tx:
        kept = await tx.values(
            """
            SELECT to_jsonb(i)::text FROM invitations i UNION ALL SELECT to_jsonb(m)::text FROM mails m
            UNION ALL SELECT to_jsonb(j)::text FROM jobs j UNION ALL SELECT to_jsonb(e)::text FROM events e
            """
        )
    assert len(kept) > 3
    assert not [row for row in kept if token_in(invitation["link"]).partition(".")[2] in row]


async def test_somebody_with_a_sign_in_joins_a_second_workspace(ada: Person, cleo: Person) -> None:
    invitation = await invitation_for(ada, cleo)

    me = await cleo.accepts(invitation["link"])

    assert me["workspace"]["name"] == "Cedar Row Virtual Care"
    assert sorted(w["name"] for w in me["workspaces"]) == ["Cedar Row Virtual Care", "Other Desk"]


async def test_a_sign_in_that_exists_must_be_used(desk: Desk, ada: Person, cleo: Person) -> None:
    invitation = await invitation_for(ada, cleo)
    not_signed_in = Person(desk, "Cleo Marsh", cleo.email)
    assert (await not_signed_in.opens(invitation["link"]))["has_login"] is True

    await not_signed_in.accepts(invitation["link"], creating_sign_in=True)

    assert not_signed_in.refused == (401, "sign_in_to_accept")


async def test_the_wrong_person_is_told_and_does_not_join(ada: Person, cleo: Person, dora: Person) -> None:
    invitation = await invitation_for(ada, dora)

    page = await cleo.opens(invitation["link"])
    await cleo.accepts(invitation["link"])

    assert (page["state"], page["signed_in_as"]) == ("wrong_person", "cleo@otherdesk.example")
    assert cleo.refused == (403, "wrong_person")
    assert len((await ada.team())["members"]) == 1


async def test_the_address_is_compared_without_case(ada: Person, cleo: Person) -> None:
    invited = await ada.invites("  CLEO@OtherDesk.example ")

    await cleo.accepts(invited["invited"][0]["link"])

    assert cleo.refused is None


async def test_a_link_works_once(ada: Person, dora: Person, cleo: Person) -> None:
    invitation = await invitation_for(ada, dora)
    await dora.accepts(invitation["link"], creating_sign_in=True)

    await dora.accepts(invitation["link"])

    assert dora.refused == (409, "invitation_used")
    assert (await cleo.opens(invitation["link"]))["state"] == "used"


async def test_fifty_accepts_at_once_make_one_member(desk: Desk, ada: Person, dora: Person) -> None:
    invitation = await invitation_for(ada, dora)
    twins = [Person(desk, dora.name, dora.email) for _ in range(50)]

    await asyncio.gather(*(twin.accepts(invitation["link"], creating_sign_in=True) for twin in twins))

    assert [twin.refused for twin in twins].count(None) == 1
    assert {twin.refused[0] for twin in twins if twin.refused} <= {401, 409}
    assert len((await ada.team())["members"]) == 2


async def test_after_seven_days_the_link_says_expired_and_a_new_one_can_be_asked_for(
    desk: Desk, ada: Person, dora: Person
) -> None:
    invitation = await invitation_for(ada, dora)
    desk.clock.moves_on(days=7)
    await ada.signs_in()

    assert (await dora.opens(invitation["link"]))["state"] == "expired"
    await dora.accepts(invitation["link"], creating_sign_in=True)
    assert dora.refused == (409, "invitation_expired")
    await dora.asks_for_a_new_link(invitation["link"])

    shown = (await ada.team())["invitations"]
    assert [(one["state"], one["renewal_asked_at"]) for one in shown] == [("expired", "2026-03-09T15:00:00Z")]


async def test_just_before_seven_days_the_link_works(desk: Desk, ada: Person, dora: Person) -> None:
    invitation = await invitation_for(ada, dora)
    desk.clock.moves_on(days=6, hours=23, minutes=59)

    await dora.accepts(invitation["link"], creating_sign_in=True)

    assert dora.refused is None


async def test_sending_again_kills_the_old_link_and_starts_seven_new_days(
    desk: Desk, ada: Person, dora: Person
) -> None:
    old = await invitation_for(ada, dora)
    desk.clock.moves_on(days=8)
    await ada.signs_in()

    new = await ada.sends_again(old)

    assert (new["id"], new["state"]) == (old["id"], "pending")
    assert (await dora.opens(old["link"]))["state"] == "replaced"
    await dora.accepts(old["link"], creating_sign_in=True)
    assert dora.refused == (409, "invitation_replaced")
    await dora.accepts(new["link"], creating_sign_in=True)
    assert dora.refused is None


async def test_a_removed_invitation_is_dead_and_the_address_can_be_invited_again(
    ada: Person, dora: Person
) -> None:
    old = await invitation_for(ada, dora)

    await ada.removes_invitation(old)
    assert (await dora.opens(old["link"]))["state"] == "revoked"
    new = await invitation_for(ada, dora)

    assert new["id"] != old["id"]
    assert (await dora.opens(old["link"]))["state"] == "revoked"
    assert (await dora.opens(new["link"]))["state"] == "pending"


async def test_an_expired_invitation_does_not_block_a_new_one(desk: Desk, ada: Person, dora: Person) -> None:
    old = await invitation_for(ada, dora)
    desk.clock.moves_on(days=7)
    await ada.signs_in()

    new = await invitation_for(ada, dora)

    assert [one["id"] for one in (await ada.team())["invitations"]] == [new["id"]]
    assert (await dora.opens(old["link"]))["state"] == "revoked"


@pytest.mark.parametrize("token", ["", "nonsense", "AZzW9nE6dcmTwlM0LqOnCw.c2VjcmV0", "a" * 200])
async def test_an_unknown_link_tells_nothing(ada: Person, cleo: Person, token: str) -> None:
    page = await cleo.opens(f"http://localhost:8400/invitation#{token}")

    assert page == {
        "state": "unknown",
        "workspace_name": None,
        "email": None,
        "role": None,
        "invited_by": None,
        "signed_in_as": "cleo@otherdesk.example",
        "has_login": False,
    }


async def test_a_workspace_name_with_a_made_up_proof_tells_nothing(
    ada: Person, cleo: Person, dora: Person
) -> None:
    invitation = await invitation_for(ada, dora)
    forged = invitation["link"].rpartition(".")[0] + "." + "A" * 43

    assert (await cleo.opens(forged))["state"] == "unknown"


async def test_of_twenty_pasted_addresses_the_good_ones_are_invited(ada: Person, ben: Person) -> None:
    await ada.invites("waiting@cedarrow.example")
    pasted = [f"p{n}@cedarrow.example" for n in range(16)]

    outcome = await ada.invites(
        *pasted, "not an address", ben.email, "waiting@cedarrow.example", "P1@cedarrow.example"
    )

    assert [one["email"] for one in outcome["invited"]] == pasted
    assert [(one["email"], one["code"]) for one in outcome["refused"]] == [
        ("not an address", "not_an_address"),
        ("ben@cedarrow.example", "already_member"),
        ("waiting@cedarrow.example", "already_invited"),
        ("p1@cedarrow.example", "already_invited"),
    ]
    assert len((await ada.team())["invitations"]) == 17


async def test_an_admin_invites_admins_but_no_owner_and_sees_no_link_to_ownership(
    desk: Desk, ada: Person, dora: Person
) -> None:
    dan = await joined(ada, Person(desk, "Dan Wu", "dan@cedarrow.example"), role="admin")
    await dan.invites(dora.email, role="owner")
    assert dan.refused == (403, "role_out_of_reach")

    owners = await invitation_for(ada, dora, role="owner")
    await dan.sends_again(owners)
    assert dan.refused == (403, "role_out_of_reach")
    await desk.runs_jobs()

    assert [one["link"] for one in (await dan.team())["invitations"]] == [None]
    proof = token_in(owners["link"]).partition(".")[2]
    assert proof in str(await ada.outbox())
    assert proof not in str(await dan.outbox())


async def test_operators_do_not_see_invitations(ada: Person, ben: Person, dora: Person) -> None:
    await invitation_for(ada, dora)

    assert (await ben.team())["invitations"] == []
    assert len((await ada.team())["invitations"]) == 1


async def test_two_admins_inviting_one_address_at_once_make_one_invitation(ada: Person, dora: Person) -> None:
    outcomes = await asyncio.gather(*(ada.invites(dora.email) for _ in range(10)))

    assert sum(len(outcome["invited"]) for outcome in outcomes) == 1
    assert {one["code"] for outcome in outcomes for one in outcome["refused"]} == {"already_invited"}
