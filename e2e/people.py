"""The people of the journeys, each with a browser of their own: members in the dashboard, visitors on the sample site."""

import re
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

expect.set_options(timeout=30_000)
LAUNCHER = re.compile("^Chat with")


class Somebody:
    """A browser window. `problems` collects script errors; `hosts` every host that was asked for anything."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        settings: dict[str, Any] = {
            "viewport": {"width": 1440, "height": 900},
            "locale": "en-US",
            "reduced_motion": "reduce",
        }
        self.context: BrowserContext = browser.new_context(**(settings | options))
        self.context.set_default_timeout(30_000)
        self.problems: list[str] = []
        self.hosts: set[str] = set()
        self.page: Page = self.new_tab()

    def new_tab(self) -> Page:
        """One more tab of the same browser."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        return page

    def goes_offline(self) -> None:
        self.context.set_offline(True)

    def comes_back(self) -> None:
        self.context.set_offline(False)

    def leaves(self) -> None:
        """Close the window."""
        self.context.close()


class Member(Somebody):
    """Somebody of the team, or about to be, in the dashboard."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        super().__init__(browser, **options)
        self.url = url

    def opens(self, path: str) -> "Member":
        self.page.goto(path if path.startswith("http") else self.url + path)
        return self

    def signs_in(self, email: str, password: str) -> "Member":
        self.opens("/signin")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.is_inside()
        return self

    def is_inside(self) -> None:
        """A workspace is open."""
        expect(self.page.get_by_role("navigation", name="Main")).to_be_visible()

    def has_loaded(self) -> None:
        """The page shows its contents, no longer its shape."""
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        expect(self.page.locator(".skeleton")).to_have_count(0)

    def reads(self, *texts: str) -> None:
        """Wait until the page shows every one of `texts`."""
        for text in texts:
            expect(self.page.get_by_text(text).first).to_be_visible()

    def presses(self, name: str) -> None:
        """The button whose name begins so (what follows is its key)."""
        self.page.get_by_role("button", name=re.compile(f"^{name}")).first.click()

    def views(self, name: str) -> "Member":
        """Choose a view of the inbox."""
        self.page.get_by_role("navigation", name="Views").get_by_role("link", name=name).click()
        return self

    @property
    def inbox(self) -> Locator:
        return self.page.get_by_role("region", name="Inbox", exact=True)

    def row(self, text: str) -> Locator:
        """The row of the inbox that shows `text`."""
        return self.inbox.get_by_role("link").filter(has_text=text).first

    def opens_thread(self, text: str) -> "Member":
        self.row(text).click()
        expect(self.thread).to_be_visible()
        return self

    @property
    def thread(self) -> Locator:
        return self.page.get_by_role("log", name="Conversation with")

    @property
    def context_column(self) -> Locator:
        return self.page.get_by_label("Context", exact=True)

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("textbox", name="Reply to")

    def takes_over(self) -> None:
        self.presses("Take over")
        self.reads("You have this.")

    def replies(self, text: str) -> None:
        self.composer.fill(text)
        self.presses("Send")
        expect(self.thread).to_contain_text(text)

    def closes(self) -> None:
        self.presses("Close")
        self.reads("The agent stays silent here.")

    def closes_the_emergency(self, disposition: str) -> None:
        """With a word on what came of it."""
        self.presses("Close")
        question = self.page.get_by_role("dialog", name="What came of this emergency?")
        expect(question.get_by_role("button", name="Close the emergency")).to_be_disabled()
        question.get_by_text(disposition, exact=True).click()
        question.get_by_role("button", name="Close the emergency").click()
        self.reads("The agent stays silent here.")


class Visitor(Somebody):
    """Somebody on the clinic's website, with the widget."""

    def __init__(self, browser: Browser, site: str, **options: Any) -> None:
        super().__init__(browser, **({"viewport": {"width": 1280, "height": 860}} | options))
        self.site = site

    def arrives(self) -> "Visitor":
        self.page.goto(self.site)
        return self

    @property
    def launcher(self) -> Locator:
        return self.page.get_by_role("button", name=LAUNCHER)

    def opens_the_widget(self) -> "Visitor":
        self.launcher.click()
        expect(self.composer).to_be_visible()
        return self

    def begins(self, text: str) -> "Visitor":
        """Arrive, open the widget, write the first words."""
        return self.arrives().opens_the_widget().says(text)

    @property
    def panel(self) -> Any:
        return self.page.frame_locator("iframe")

    @property
    def composer(self) -> Locator:
        composer: Locator = self.panel.locator("form.composer textarea")
        return composer

    @property
    def log(self) -> Locator:
        log: Locator = self.panel.get_by_role("log")
        return log

    def says(self, text: str) -> "Visitor":
        """Write, and see it sent."""
        self.types(text)
        expect(self.panel.locator(".bubble-sent", has_text=text).last).to_be_visible()
        return self

    def types(self, text: str) -> None:
        self.composer.fill(text)
        self.composer.press("Enter")

    def reads(self, *texts: str) -> None:
        """Wait until the thread shows every one of `texts`."""
        for text in texts:
            expect(self.log).to_contain_text(text)

    def presses(self, name: str) -> None:
        self.panel.get_by_role("button", name=name).first.click()

    def asks_for_a_person_as(self, name: str) -> "Visitor":
        """Waiting, without details, and known by `name` to the team."""
        self.begins("Can I speak to a person please")
        self.presses("Just connect me")
        expect(self.panel.get_by_text("Waiting for a person")).to_be_visible()
        return self.says(f"This is {name}")

    @property
    def agent_texts(self) -> list[str]:
        """What the agent has written in this thread."""
        texts: list[str] = self.panel.locator(".log .agent-row").all_inner_texts()
        return texts


def everyone_leaves(people: Sequence[Somebody]) -> None:
    """Close all windows, and complain of script errors in any of them."""
    problems = [problem for somebody in people for problem in somebody.problems]
    for somebody in people:
        somebody.leaves()
    assert problems == []
