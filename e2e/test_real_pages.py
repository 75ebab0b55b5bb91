"""Real input: ten real questions to 70 real, public-domain help pages, in the widget's own page."""

import tomllib

from playwright.sync_api import Browser, expect

from e2e.conftest import ROOT
from e2e.people import Member
from e2e.server import Server


def questions() -> list[tuple[str, list[str]]]:
    """The ten that the evals set aside for a browser, each with what a right answer quotes (any of several)."""
    text = (ROOT / "evals" / "telehealth_questions.toml").read_text("utf-8")
    asked = tomllib.loads(text)["answerable"]
    return [(each["question"], each["says"]) for each in asked if each.get("journey")]


def test_ten_real_questions_are_answered_from_the_real_pages_with_their_source(
    browser: Browser, clinic_with_real_pages: Server
) -> None:
    address = clinic_with_real_pages.printed_after("Ask about it:")
    assert len(questions()) == 10
    waits_until_all_is_read(Member(browser, clinic_with_real_pages.url), clinic_with_real_pages.password())
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


ALL_READ = """async () => {
  const get = async (path) => (await fetch(path)).json();
  const [guide] = (await get('/api/agents')).agents.filter(({ name }) => name === 'Guide');
  const { sources } = await get(`/api/agents/${guide.id}/sources`);
  return sources.length === 70 && sources.every(({ status }) => status === 'trained');
}"""


def waits_until_all_is_read(priya: Member, password: str) -> None:
    """The demo says where to ask before the worker is through with the last page."""
    priya.signs_in("priya@cedarrow.example", password)
    priya.page.wait_for_function(ALL_READ, polling=500, timeout=60_000)
    priya.leaves()
