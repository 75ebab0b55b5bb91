"""Why this answer, why this handoff: what a member reads of a turn, runs again, and keeps as a question test."""

from playwright.sync_api import Locator, expect

from e2e.conftest import Cast
from e2e.people import Member
from e2e.test_axe import violations
from e2e.test_question_tests import content_forgets, content_says, removes_test, row

LAMP = ("Harbor lamp", "The Harbor lamp is lit at 5:45 every evening.")
LATER = ("Harbor lamp", "The Harbor lamp is lit at 6:20 every evening.")
ASKED = "When is the Harbor lamp lit?"


def asks_why(member: Member) -> Locator:
    member.page.keyboard.press("w")
    drawer = member.page.get_by_role("dialog")
    expect(drawer.get_by_role("button", name="Run again with today’s settings")).to_be_visible()
    return drawer


def test_an_answer_is_explained_and_run_again_after_the_content_has_changed(cast: Cast) -> None:
    priya = cast.member("priya")
    content_says(priya, *LAMP)
    vera = cast.visitor().begins(ASKED)
    vera.reads("5:45")

    priya.opens("/inbox?view=agent").opens_thread("The Harbor lamp is lit at 5:45")
    drawer = asks_why(priya)
    expect(drawer.get_by_role("heading", name="Why this answer")).to_be_visible()
    for words in (f"The visitor wrote “{ASKED}”.", "What was found", "How sure it was", "so it answered."):
        expect(drawer).to_contain_text(words)
    first = drawer.get_by_role("listitem").filter(has_text="1. Harbor lamp")
    for words in ("quoted", "Words", "Meaning", "Together"):
        expect(first).to_contain_text(words)
    expect(first.locator("mark")).to_contain_text("5:45")
    expect(
        drawer.get_by_role("listitem").filter(has_text="≥ 0.55").filter(has_text="Confidence").first
    ).to_be_visible()
    assert violations(priya.page, priya.page) == []
    drawer.get_by_role("button", name="Run again with today’s settings").click()
    replayed = drawer.get_by_label("With today’s settings")
    expect(replayed).to_contain_text("It would do the same today.")

    drawer.get_by_role("button", name="Add as question test").click()
    dialog = priya.page.get_by_role("dialog", name="Add question test")
    expect(dialog.get_by_label("When a visitor asks")).to_have_value(ASKED)
    expect(dialog.get_by_label("The agent must")).to_have_value("from_source")
    dialog.get_by_role("button", name="Add test").click()
    expect(dialog).to_have_count(0)

    content_forgets(priya, LAMP[0])
    content_says(priya, *LATER)
    priya.opens("/inbox?view=agent").opens_thread("The Harbor lamp is lit at 5:45")
    drawer = asks_why(priya)
    expect(drawer).to_contain_text("This source has been removed since.")
    drawer.get_by_role("button", name="Run again with today’s settings").click()
    for words in ("The answer has other words.", "lit at 6:20"):
        expect(replayed).to_contain_text(words)
    assert vera.agent_texts[-1].count("5:45") >= 1, "a replay is not told to the visitor"

    priya.opens("/agent/tests")
    expect(row(priya, ASKED)).to_contain_text("Must come from “Harbor lamp”")
    removes_test(priya, ASKED)
    content_forgets(priya, LATER[0])


def test_a_handoff_names_its_rule_and_a_visitors_words_become_a_test_in_place(cast: Cast) -> None:
    priya = cast.member("priya").opens_thread("Marisol Vega")
    drawer = asks_why(priya)
    expect(drawer.get_by_role("heading", name="Why this handoff")).to_be_visible()
    expect(drawer).to_contain_text("asks for a person, so it handed over as “Asked for a person”.")
    assert violations(priya.page, priya.page) == []
    priya.page.keyboard.press("Escape")

    asked = priya.thread.get_by_text("What are your clinic hours?", exact=True)
    asked.hover()
    priya.thread.get_by_role("button", name="Add as question test").first.click()
    dialog = priya.page.get_by_role("dialog", name="Add question test")
    expect(dialog.get_by_label("When a visitor asks")).to_have_value("What are your clinic hours?")
    assert "clinic" not in priya.page.url, "words of a visitor never stand in an address"
    dialog.get_by_role("button", name="Cancel").click()


def test_an_operator_reads_why_and_writes_no_tests(cast: Cast) -> None:
    maya = cast.member("maya").opens_thread("Marisol Vega")
    expect(asks_why(maya).get_by_role("button", name="Add as question test")).to_have_count(0)
    maya.page.keyboard.press("Escape")
    expect(maya.thread.get_by_role("button", name="Add as question test")).to_have_count(0)
