"""Mails: sent when there is a mail server, always readable in the outbox, never with a word of a visitor."""

from uuid import UUID

import pytest

from deskbell.kit.db import Database
from deskbell.kit.mail import MailNotSentError
from tests.cast import Desk, Letterbox, Person
from tests.stage import open_desk


@pytest.fixture
def letterbox() -> Letterbox:
    return Letterbox()


@pytest.fixture
def desk(database: Database, letterbox: Letterbox) -> Desk:
    """This file's desk has a mail server."""
    return open_desk(database, letterbox)


async def test_the_invited_person_gets_the_link_by_mail(
    desk: Desk, ada: Person, letterbox: Letterbox
) -> None:
    invitation = (await ada.invites("dora@cedarrow.example"))["invited"][0]
    assert invitation["mail_state"] == "waiting"

    await desk.runs_jobs()

    [letter] = letterbox.letters
    assert (letter.to, letter.subject) == (
        "dora@cedarrow.example",
        "Ada Lin invites you to Cedar Row Virtual Care on Deskbell",
    )
    assert invitation["link"] in letter.text
    assert "until March 9, 2026" in letter.text
    assert [one["mail_state"] for one in (await ada.team())["invitations"]] == ["sent"]


async def test_a_mail_job_that_runs_twice_sends_once(desk: Desk, ada: Person, letterbox: Letterbox) -> None:
    await ada.invites("dora@cedarrow.example")
    await desk.runs_jobs()
    async with desk.database.transaction(UUID((await ada.me())["workspace"]["id"])) as tx:
        await tx.run(
            """
            INSERT INTO jobs (workspace_id, kind, run_after, args)
            SELECT workspace_id, 'notifications.invitation_mail', '-infinity',
                   jsonb_build_object('invitation_id', id)
            FROM invitations
            """
        )

    assert await desk.runs_jobs() == 1
    assert len(letterbox.letters) == 1


async def test_a_refused_mail_leaves_the_invitation_and_says_why(
    desk: Desk, ada: Person, letterbox: Letterbox
) -> None:
    letterbox.refuses = MailNotSentError("The mail server does not accept this address.", temporary=False)
    await ada.invites("full@cedarrow.example")

    await desk.runs_jobs()

    [invitation] = (await ada.team())["invitations"]
    assert (invitation["state"], invitation["mail_state"], invitation["mail_error"]) == (
        "pending",
        "failed",
        "The mail server does not accept this address.",
    )


async def test_a_mail_that_could_not_leave_is_tried_again(
    desk: Desk, ada: Person, letterbox: Letterbox
) -> None:
    letterbox.refuses = MailNotSentError("The mail server cannot be reached.", temporary=True)
    await ada.invites("dora@cedarrow.example")
    await desk.runs_jobs()
    assert (await ada.team())["invitations"][0]["mail_error"] == "The mail server cannot be reached."

    letterbox.refuses = None
    desk.clock.moves_on(minutes=5)
    await desk.runs_jobs()

    assert [letter.to for letter in letterbox.letters] == ["dora@cedarrow.example"]
    assert (await ada.team())["invitations"][0]["mail_state"] == "sent"


async def test_without_a_mail_server_mails_are_kept_to_be_read(database: Database) -> None:
    desk = open_desk(database)
    ada = Person(desk, "Ada Lin", "ada@cedarrow.example")
    await ada.sets_up(await desk.prints_setup_token())
    invitation = (await ada.invites("dora@cedarrow.example"))["invited"][0]

    await desk.runs_jobs()

    outbox = await ada.outbox()
    assert (outbox["smtp"], [(mail["to"], mail["state"]) for mail in outbox["mails"]]) == (
        False,
        [("dora@cedarrow.example", "kept")],
    )
    assert invitation["link"] in outbox["mails"][0]["text"]


async def test_the_outbox_does_not_show_a_link_that_is_dead(desk: Desk, ada: Person) -> None:
    old = (await ada.invites("dora@cedarrow.example"))["invited"][0]
    await desk.runs_jobs()
    new = await ada.sends_again(old)
    await desk.runs_jobs()

    texts = [mail["text"] for mail in (await ada.outbox())["mails"]]

    assert sorted((new["link"] in text, "does not work any more" in text) for text in texts) == [
        (False, True),
        (True, False),
    ]
    assert not [text for text in texts if old["link"] in text]


async def test_who_asks_for_a_new_link_reaches_the_inviter_once_an_hour(
    desk: Desk, ada: Person, letterbox: Letterbox
) -> None:
    link = (await ada.invites("dora@cedarrow.example"))["invited"][0]["link"]
    desk.clock.moves_on(days=8)
    dora = Person(desk, "Dora Klein", "dora@cedarrow.example")

    for _ in range(5):
        await dora.asks_for_a_new_link(link)
        await desk.runs_jobs()

    asked = [(letter.to, letter.subject) for letter in letterbox.letters if "asks" in letter.subject]
    assert asked == [
        ("ada@cedarrow.example", "dora@cedarrow.example asks for a new invitation to Cedar Row Virtual Care")
    ]


async def test_asking_for_a_new_link_with_a_living_or_unknown_one_sends_nothing(
    desk: Desk, ada: Person, letterbox: Letterbox
) -> None:
    link = (await ada.invites("dora@cedarrow.example"))["invited"][0]["link"]
    await desk.runs_jobs()
    dora = Person(desk, "Dora Klein", "dora@cedarrow.example")

    await dora.asks_for_a_new_link(link)
    await dora.asks_for_a_new_link("http://localhost:8400/invitation#unknown")
    await desk.runs_jobs()

    assert dora.refused is None
    assert len(letterbox.letters) == 1


async def test_operators_do_not_read_the_outbox(ada: Person, ben: Person) -> None:
    await ben.outbox()

    assert ben.refused == (403, "role_needed")
