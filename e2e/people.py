"""The people of the journeys, each with a browser of their own: members in the dashboard, visitors on the sample site."""

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, expect

expect.set_options(timeout=10_000)
LAUNCHER = 'button[aria-label="Chat with us"]'


class Somebody:
    """A browser window. `problems` collects script errors; `hosts` every host that was asked for anything."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        settings: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "locale": "en-US"} | options
        self.context: BrowserContext = browser.new_context(**settings)
        self.page: Page = self.context.new_page()
        self.problems: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))

    def leaves(self) -> None:
        """Close the window."""
        self.context.close()


class Member(Somebody):
    """Somebody of the team, in the dashboard."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        super().__init__(browser, **options)
        self.url = url

    def opens(self, path: str) -> "Member":
        self.page.goto(self.url + path)
        return self

    def signs_in(self, email: str, password: str) -> "Member":
        self.opens("/signin")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("navigation", name="Main")).to_be_visible()
        return self

    def views(self, name: str) -> "Member":
        """Choose a view of the inbox."""
        self.page.get_by_role("navigation", name="Views").get_by_role("link", name=name).click()
        return self

    def row(self, text: str) -> Locator:
        """The row of the inbox that shows `text`."""
        return self.page.get_by_role("region", name="Inbox").get_by_role("link").filter(has_text=text)

    def opens_thread(self, text: str) -> "Member":
        self.row(text).first.click()
        expect(self.thread).to_be_visible()
        return self

    @property
    def thread(self) -> Locator:
        return self.page.get_by_role("log", name="Conversation with")

    @property
    def context_column(self) -> Locator:
        return self.page.get_by_role("complementary", name="Context")

    def takes_over(self) -> None:
        self.page.get_by_role("button", name="Take over").click()

    def replies(self, text: str) -> None:
        self.page.get_by_role("textbox", name="Reply to").fill(text)
        self.page.get_by_role("button", name="Send", exact=True).click()
        expect(self.thread).to_contain_text(text)

    def closes(self) -> None:
        self.page.get_by_role("button", name="Close").first.click()


class Visitor(Somebody):
    """Somebody on the clinic's website, with the widget."""

    def __init__(self, browser: Browser, site: str, **options: Any) -> None:
        super().__init__(browser, **({"viewport": {"width": 1280, "height": 860}} | options))
        self.site = site

    def arrives(self) -> "Visitor":
        self.page.goto(self.site)
        return self

    def opens_the_widget(self) -> "Visitor":
        launcher = self.page.locator(LAUNCHER)
        expect(launcher).to_be_visible()
        launcher.click()
        expect(self.panel.get_by_role("textbox").last).to_be_visible()
        return self

    @property
    def panel(self) -> Any:
        return self.page.frame_locator("iframe")

    @property
    def frame(self) -> Frame:
        """The panel's frame, for scripts."""
        return next(frame for frame in self.page.frames if "/widget/" in frame.url)

    @property
    def log(self) -> Locator:
        log: Locator = self.panel.get_by_role("log")
        return log

    def says(self, text: str) -> "Visitor":
        field = self.panel.get_by_role("textbox").last
        field.fill(text)
        field.press("Enter")
        expect(self.log).to_contain_text(text)
        return self

    def reads(self, *texts: str) -> None:
        """Wait until the thread shows every one of `texts`."""
        for text in texts:
            expect(self.log).to_contain_text(text)


def everyone_leaves(people: Sequence[Somebody]) -> None:
    """Close all windows, and complain of script errors in any of them."""
    problems = [problem for somebody in people for problem in somebody.problems]
    for somebody in people:
        somebody.leaves()
    assert problems == []
