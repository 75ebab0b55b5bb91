"""From nothing to an agent that answers: the set-up token, the owner, the first content, the line for the site, a second workspace."""

from playwright.sync_api import Browser, Locator, expect

from e2e.people import Member, everyone_leaves
from e2e.server import Server

MOST_CLICKS = 10


class Owner(Member):
    """Counts what it takes."""

    clicks = 0

    def clicks_on(self, place: Locator) -> None:
        self.clicks += 1
        place.click()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def sets_up(self, workspace: str) -> None:
        self.page.get_by_label("Your name").fill("Ana Ruiz")
        self.page.get_by_label("E-mail").fill("ana@firstlight.example")
        self.page.get_by_label("Password").fill("a long enough password")
        self.page.get_by_label("Workspace").fill(workspace)
        self.clicks_on(self.button("Create workspace"))

    def makes_an_agent(self, name: str) -> None:
        self.page.get_by_label("Name of the agent").fill(name)
        self.clicks_on(self.button("Create the agent"))

    def gives_it_words(self, title: str, text: str) -> None:
        self.clicks_on(self.button("your own words"))
        self.page.get_by_label("Title").fill(title)
        self.page.get_by_label("Text", exact=True).fill(text)
        self.clicks_on(self.button("Add"))


def test_the_first_run_leads_from_the_token_to_an_answer_within_ten_clicks(
    browser: Browser, fresh: Server
) -> None:
    ana = Owner(browser, fresh.url)
    ana.opens("/")
    expect(ana.page.get_by_role("heading", name="Set up Deskbell")).to_be_visible()
    ana.page.get_by_label("Set-up token").fill("a guess")
    ana.sets_up("First Light")
    expect(ana.page.get_by_text("token").last).to_be_visible()
    expect(ana.page).to_have_url(fresh.url + "/setup")

    ana.clicks = 0
    ana.opens(fresh.printed_after("First run"))
    ana.sets_up("First Light")
    ana.makes_an_agent("Lumi")
    ana.gives_it_words("Opening hours", "Our clinic hours are Monday to Friday from 8 am to 6 pm.")
    ana.reads("Read 1 of 1", "1 passage")
    ana.clicks_on(ana.button("Continue"))
    ana.clicks_on(ana.button("Continue"))
    expect(ana.page.locator("code")).to_contain_text(f'<script async src="{fresh.url}/widget.js"')

    playground = ana.page.frame_locator("iframe")
    playground.locator("form.composer textarea").fill("What are your clinic hours?")
    playground.locator("form.composer textarea").press("Enter")
    expect(playground.get_by_role("log")).to_contain_text("Monday to Friday from 8 am to 6 pm")
    expect(playground.get_by_role("button", name="From: Opening hours")).to_be_visible()
    assert ana.clicks <= MOST_CLICKS

    makes_a_second_workspace_and_comes_back(ana)
    ana.opens("/setup").reads("Deskbell is already set up")
    everyone_leaves([ana])


def makes_a_second_workspace_and_comes_back(ana: Owner) -> None:
    """Nothing of the one is seen in the other."""
    ana.clicks_on(ana.button("Open the inbox"))
    ana.presses("Workspace First Light")
    ana.page.get_by_role("menuitem", name="New workspace").click()
    ana.page.get_by_role("dialog").get_by_label("Name").fill("Second Dawn")
    ana.button("Create workspace").click()
    ana.makes_an_agent("Sol")
    ana.page.get_by_role("link", name="Finish later").click()
    ana.opens("/content").reads("The agent knows nothing yet")

    ana.presses("Workspace Second Dawn")
    ana.page.get_by_role("menuitem", name="First Light").click()
    expect(ana.page.get_by_role("button", name="Workspace First Light")).to_be_visible()
    ana.opens("/content").reads("Opening hours", "Ready")
