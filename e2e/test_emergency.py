"""Emergencies: the card, the silence of the agent, the top of the inbox, and who has seen it."""

from playwright.sync_api import Locator, expect

from e2e.conftest import Cast
from e2e.people import Member, Visitor


def sees_the_card(visitor: Visitor) -> None:
    """With numbers that a telephone dials."""
    card = visitor.panel.get_by_role("alert")
    expect(card).to_be_visible()
    expect(card.get_by_role("link", name="Call 911")).to_have_attribute("href", "tel:911")
    expect(card.get_by_role("link", name="Call 988")).to_have_attribute("href", "tel:988")
    expect(visitor.panel.get_by_text("answers from our help pages")).to_have_count(0)


def alarm(member: Member, text: str) -> Locator:
    """The list's entry of the emergency, with what hangs below its link."""
    return member.inbox.locator("[data-index]").filter(has_text=text)


def is_above_everything_else(member: Member, text: str) -> None:
    expect(alarm(member, text)).to_contain_text("Emergency")
    entries = member.inbox.locator("[data-index]").all()
    shown = {int(entry.get_attribute("data-index") or 0): entry.inner_text() for entry in entries}
    place = next(index for index, words in shown.items() if text in words)
    assert all("Emergency" in shown[index] for index in shown if index < place)


def test_an_emergency_shows_the_card_mutes_the_agent_and_tops_every_inbox_until_somebody_answers_for_it(
    cast: Cast,
) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    visitor = cast.visitor().begins("I can't breathe, Ragna here")
    sees_the_card(visitor)
    for member in (maya, jonas):
        is_above_everything_else(member, "Ragna here")

    visitor.says("Ragna again, what are your clinic hours?")
    alarm(maya, "Ragna again, what are your clinic hours?").get_by_role("button", name="Acknowledge").click()
    expect(alarm(jonas, "Ragna again, what are your clinic hours?")).to_contain_text(
        "Maya Osei acknowledged at"
    )
    assert visitor.agent_texts == []


def test_an_emergency_is_not_closed_before_somebody_has_acknowledged_it_and_said_what_came_of_it(
    cast: Cast,
) -> None:
    maya = cast.member("maya")
    visitor = cast.visitor().begins("I took too many pills, Signe here")
    sees_the_card(visitor)
    maya.opens_thread("Signe here")
    expect(maya.page.get_by_role("button", name="Return to AI")).to_have_count(0)
    maya.takes_over()
    visitor.reads("Maya joined")
    maya.presses("Close")
    maya.reads("An emergency is closed only after somebody has acknowledged it.")
    obstacle = maya.page.get_by_role("alert").filter(has_text="An emergency is closed")
    obstacle.get_by_role("button", name="Acknowledge").click()
    expect(obstacle).to_have_count(0)
    expect(maya.thread).to_contain_text("Maya Osei acknowledged it after")
    maya.closes_the_emergency("Unable to reach")
    expect(maya.thread).to_contain_text("You closed this emergency: unable to reach.")
    visitor.reads("Maya closed this")


def test_an_emergency_in_the_middle_of_the_questions_ends_them(cast: Cast) -> None:
    visitor = cast.visitor().begins("Can I talk to a real person?")
    expect(visitor.panel.get_by_label("Patient name")).to_be_visible()
    visitor.says("i cant breathe, Solveig here")
    sees_the_card(visitor)
    expect(visitor.panel.get_by_label("Patient name")).to_have_count(0)
    is_above_everything_else(cast.member("maya"), "Solveig here")


def test_an_emergency_after_the_end_opens_the_conversation_again(cast: Cast) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    visitor = cast.visitor().asks_for_a_person_as("Bodil Ravn")
    maya.opens_thread("This is Bodil Ravn")
    maya.takes_over()
    maya.closes()
    visitor.presses("Write in this one again")
    visitor.says("I want to die. Bodil")
    sees_the_card(visitor)
    is_above_everything_else(jonas, "I want to die. Bodil")
    assert visitor.panel.get_by_role("alert").count() == 1
