"""`make screenshots`: the main pages of the demo, desktop and phone, light and dark, into docs/screenshots."""

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import expect, sync_playwright

from e2e.conftest import QUIET, ROOT, Cast, running
from e2e.people import Member, Somebody, Visitor

FOLDER = ROOT / "docs" / "screenshots"
LARGEST_BYTES = 250_000
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
MORNING = (21 - datetime.now(UTC).hour) % 24 - 12  # hours east of Greenwich where it is nine o'clock now
SOMEWHERE = f"Etc/GMT{'-' if MORNING > 0 else '+'}{abs(MORNING)}" if MORNING else "Etc/UTC"
CLINIC = "America/Denver"
PAGES = {
    "content": "/content",
    "agent": "/agent",
    "tests": "/agent/tests",
    "rules": "/rules",
    "team": "/team",
    "settings": "/settings",
    "replies": "/settings/replies",
    "check": "/settings/check",
    "alarm": "/settings/alarm",
}
PAGES_IN_DARK = ("content", "tests", "rules", "alarm")


def seen(theme: str) -> dict[str, Any]:
    """The theme, and a clock that suits a demo."""
    return {"color_scheme": theme, "timezone_id": SOMEWHERE}


def main() -> None:
    """All of them, from one demo that was seeded just now."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with running("demo") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        cast = Cast(browser, server, {})
        for theme in ("light", "dark"):
            take_dashboard(cast, theme)
            take_phone(cast, theme)
        for theme in ("light", "dark"):
            take_widget(cast, theme)
        browser.close()


def take_dashboard(cast: Cast, theme: str) -> None:
    """The inbox with a thread and its brief, then every other page."""
    priya = cast.member("priya", **seen(theme))
    shows_marisol(priya)
    keep(priya, "inbox", theme)
    keep_why(priya, theme)
    for name in PAGES if theme == "light" else PAGES_IN_DARK:
        priya.opens(PAGES[name])
        expect(priya.page.get_by_role("heading", level=1)).to_be_visible()
        priya.has_loaded()
        keep(priya, name, theme)
    stranger = cast.stranger(**seen(theme)).opens("/signin")
    expect(stranger.page.get_by_label("Password")).to_be_visible()
    keep(stranger, "sign-in", theme)


def keep_why(member: Member, theme: str) -> None:
    """The thread on screen, with the drawer that explains the last turn."""
    member.page.keyboard.press("w")
    drawer = member.page.get_by_role("dialog")
    expect(drawer.get_by_role("button", name="Run again with today’s settings")).to_be_visible()
    keep(member, "why", theme)
    member.page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)


def take_phone(cast: Cast, theme: str) -> None:
    """List, thread, brief."""
    priya = cast.member("priya", **seen(theme), **PHONE)
    expect(priya.row("Marisol Vega")).to_be_visible()
    keep(priya, "phone-list", theme)
    shows_marisol(priya)
    keep(priya, "phone-thread", theme)
    priya.page.get_by_role("button", name="Marisol Vega").first.click()
    expect(priya.context_column).to_be_visible()
    keep(priya, "phone-brief", theme)


def take_widget(cast: Cast, theme: str) -> None:
    """On the clinic's website: greeting, answer, questions, waiting, emergency; the answer also on a phone."""
    vera = cast.visitor(color_scheme=theme, timezone_id=CLINIC).arrives().opens_the_widget()
    expect(vera.panel.get_by_text("People often ask")).to_be_visible()
    keep(vera, "widget-greeting", theme)
    answered(vera)
    keep(vera, "widget-answer", theme, "iframe")
    vera.says("Can a human review my test results?")
    expect(vera.panel.get_by_label("Patient name")).to_be_visible()
    keep(vera, "widget-questions", theme, "iframe")
    vera.presses("Just connect me")
    expect(vera.panel.get_by_text("Waiting for a person")).to_be_visible()
    keep(vera, "widget-waiting", theme, "iframe")
    alarmed = cast.visitor(color_scheme=theme, timezone_id=CLINIC).begins("I can't breathe")
    expect(alarmed.panel.get_by_role("alert")).to_be_visible()
    keep(alarmed, "widget-emergency", theme, "iframe")
    phone = cast.visitor(color_scheme=theme, timezone_id=CLINIC, **PHONE).arrives().opens_the_widget()
    answered(phone)
    keep(phone, "phone-widget", theme)


def answered(visitor: Visitor) -> None:
    visitor.says("What happens if I cancel the same day?")
    visitor.reads("From:")
    visitor.presses("From:")
    expect(visitor.panel.locator("blockquote")).to_be_visible()


def shows_marisol(member: Member) -> None:
    """The thread that has everything: an answer, a handoff, collected details."""
    member.opens_thread("Marisol Vega")
    expect(member.thread).to_contain_text("I’m at work, so I may be slow to answer.")


def keep(somebody: Somebody, name: str, theme: str, part: str = "body") -> None:
    """Write (a part of) the window as a picture, small enough for a repository."""
    somebody.page.evaluate("document.fonts.ready.then(() => undefined)")
    path = FOLDER / f"{name}-{theme}.png"
    somebody.page.mouse.move(0, 0)
    box = somebody.page.locator(part).bounding_box() if part != "body" else None
    somebody.page.screenshot(path=path, animations="disabled", caret="hide", **({"clip": box} if box else {}))
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}  {size // 1000} kB")
    if size > LARGEST_BYTES:
        raise SystemExit(f"{path.name} is larger than {LARGEST_BYTES // 1000} kB")


if __name__ == "__main__":
    main()
