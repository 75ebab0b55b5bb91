"""Real input: ten real questions to 70 real, public-domain help pages, in the widget's own page."""

import tomllib

from playwright.sync_api import Browser, expect

from e2e.conftest import ROOT
from e2e.people import Member
from e2e.server import Server


def questions() -> list[tuple[str, list[str]]]:
    """The ten that the evals set aside for a browser, each with what a right answer quotes (any of several)."""
    text = (ROOT / "evals" / "sets" / "telehealth_dev.toml").read_text("utf-8")
    asked = tomllib.loads(text)["answerable"]
    return [(each["question"], each["says"]) for each in asked if each.get("journey")]


def test_ten_real_questions_are_answered_from_the_real_pages_with_their_source(
    browser: Browser, clinic_with_real_pages: Server
) -> None:
    address = clinic_with_real_pages.printed_after("Ask about it:")
    assert len(questions()) == 10
    sees_what_was_read(Member(browser, clinic_with_real_pages.url), clinic_with_real_pages.password())
    wrong: dict[str, str] = {}
    page = browser.new_page()
    for question, says in questions():
        page.goto(f"{address}?preview=1")
        page.locator("form.composer textarea").fill(question)
        page.locator("form.composer textarea").press("Enter")
        answer = page.locator(".log .agent-row").last
        expect(answer).to_be_visible()
        told = " ".join(answer.inner_text().split())
        cited = answer.get_by_role("button", name="From:").count()
        if not cited or not any(" ".join(each.split()).lower() in told.lower() for each in says):
            wrong[question] = told
    page.close()
    assert wrong == {}


def sees_what_was_read(priya: Member, password: str) -> None:
    """45 pages have words; 25 are only a head that leads elsewhere, and say so. The demo greets before all are read."""
    priya.signs_in("priya@cedarrow.example", password).opens("/content")
    priya.presses("Lumi")
    priya.page.get_by_role("menuitem", name="Guide").click()
    expect(priya.page.get_by_text("70 sources")).to_be_visible()
    expect(priya.page.get_by_text("Ready", exact=True)).to_have_count(45)
    expect(priya.page.get_by_text("This page is empty: no text was found in it.")).to_have_count(25)
    priya.leaves()
