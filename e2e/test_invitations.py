"""Inviting people by address, and every state a link can be in."""

from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Locator, expect

from deskbell.kit.embedded_postgres import joined
from e2e.conftest import Cast
from e2e.people import Member

PASSWORD = "a long enough password"


class Admin(Member):
    """Somebody who may invite."""

    def line(self, email: str) -> Locator:
        return self.page.get_by_role("listitem").filter(has_text=email)

    def invites(self, email: str) -> str:
        """The link, copied as a person would."""
        self.page.get_by_label("E-mail addresses to invite").fill(email)
        self.page.get_by_role("button", name="Invite", exact=True).click()
        return self.copies_link(email)

    def copies_link(self, email: str) -> str:
        line = self.line(email)
        line.get_by_role("button", name="Copy link").click()
        expect(line.get_by_text("Link copied")).to_be_visible()
        link: str = self.page.evaluate("navigator.clipboard.readText()")
        return link

    def sends_again(self, email: str) -> None:
        self.line(email).get_by_role("button", name="Send again").click()
        self.reads(f"Sent again to {email}. The old link is dead.")

    def removes(self, email: str) -> None:
        self.line(email).get_by_role("button", name="Remove").click()
        expect(self.line(email)).to_have_count(0)


@pytest.fixture
def priya(cast: Cast) -> Iterator[Admin]:
    """The clinic's owner on the team page."""
    cast.member("priya").leaves()
    priya = Admin(
        cast.browser,
        cast.server.url,
        storage_state=cast.signed_in["priya"],
        permissions=["clipboard-read", "clipboard-write"],
    )
    priya.opens("/team").reads("Maya Osei")
    yield priya
    priya.leaves()


def joins(person: Member, link: str, name: str) -> None:
    """Accept as somebody who has no login yet."""
    person.opens(link).reads("Join Cedar Row Virtual Care")
    person.page.get_by_label("Your name").fill(name)
    person.page.get_by_label("Choose a password").fill(PASSWORD)
    person.page.get_by_role("button", name="Join").click()
    person.is_inside()


def test_somebody_is_invited_by_address_and_becomes_a_member(cast: Cast, priya: Admin) -> None:
    link = priya.invites("ida@cedarrow.example")
    priya.reads("No mail server is set, so nothing was sent.")
    priya.opens("/settings/outbox").reads("to ida@cedarrow.example", "kept here, not sent")
    mail = priya.page.get_by_role("listitem").filter(has_text="ida@cedarrow.example")
    mail.locator("summary").click()
    expect(mail).to_contain_text(link)

    ida = cast.stranger()
    joins(ida, link, "Ida Nyberg")
    ida.reads("Needs a person")
    expect(ida.inbox.get_by_role("link").nth(6)).to_be_visible()
    priya.opens("/team").reads("Ida Nyberg")
    cast.stranger().opens(link).reads("This invitation has been used")


def test_the_wrong_account_is_told_so_and_can_switch(cast: Cast, priya: Admin) -> None:
    link = priya.invites("olaf@cedarrow.example")
    jonas = cast.stranger().signs_in("jonas@cedarrow.example", cast.server.password())
    jonas.opens(link).reads("This invitation is for somebody else", "olaf@cedarrow.example")
    jonas.reads("jonas@cedarrow.example")
    jonas.page.get_by_role("button", name="Switch account").click()
    jonas.reads("Join Cedar Row Virtual Care")
    expect(jonas.page.get_by_label("E-mail")).to_have_value("olaf@cedarrow.example")


def test_replaced_withdrawn_and_unknown_links_each_say_so_and_inviting_again_works(
    cast: Cast, priya: Admin
) -> None:
    email = "rune@cedarrow.example"
    first = priya.invites(email)
    priya.sends_again(email)
    second = priya.copies_link(email)
    assert second != first
    rune = cast.stranger()
    rune.opens(first).reads("There is a newer link")
    priya.removes(email)
    rune.opens(second).reads("This invitation was withdrawn")
    rune.opens(second[:-6]).reads("This link is not complete")
    joins(rune, priya.invites(email), "Rune Falk")


def test_an_expired_link_says_so_and_asks_for_a_new_one(cast: Cast, priya: Admin) -> None:
    email = "stale@cedarrow.example"
    link = priya.invites(email)
    _let_expire(priya, cast, email)
    late = cast.stranger().opens(link)
    late.reads("This invitation has expired")
    late.page.get_by_role("button", name="Ask for a new one").click()
    late.reads("You have asked for a new one")
    priya.opens("/team")
    expect(priya.line(email)).to_contain_text("Asked for a new link")
    expect(priya.line(email)).to_contain_text("Expired")
    priya.line(email).get_by_role("button", name="New invitation").click()
    joins(cast.stranger(), priya.copies_link(email), "Stella Lind")


def test_a_removed_member_is_out_at_once_and_can_be_invited_again(cast: Cast, priya: Admin) -> None:
    email = "kaj@cedarrow.example"
    kaj = cast.stranger()
    joins(kaj, priya.invites(email), "Kaj Rask")
    priya.opens("/team").reads("Kaj Rask")
    priya.presses("Remove Kaj Rask")
    priya.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(priya.page.get_by_text("Kaj Rask")).to_have_count(0)
    kaj.opens("/inbox").reads("You are in no workspace yet")
    kaj.opens(priya.invites(email))
    kaj.page.get_by_role("button", name="Accept and open the inbox").click()
    kaj.is_inside()


def _let_expire(priya: Admin, cast: Cast, email: str) -> None:
    """Nobody waits seven days for a test."""
    me = priya.context.request.get(f"{priya.url}/api/me").json()
    with joined(cast.server.home) as cluster, psycopg.connect(cluster.owner_url) as connection:
        connection.execute("SELECT set_config('app.workspace_id', %s, false)", (me["workspace"]["id"],))
        changed = connection.execute(
            "UPDATE invitations SET expires_at = now() - interval '1 hour' WHERE email = %s", (email,)
        )
        assert changed.rowcount == 1
