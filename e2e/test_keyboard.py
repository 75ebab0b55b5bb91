"""The inbox without a mouse: every key does what the sheet says, and Tab reaches every control."""

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import Cast
from e2e.people import Member

MARK_CONTROLS = """() => {
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
    .filter(control => control.checkVisibility({ visibilityProperty: true }) && !control.disabled
      && control.tabIndex >= 0 && !control.closest('[inert], [aria-hidden=true]')
      && !(control.type === 'radio' && !control.checked));
  controls.forEach((control, number) => { control.dataset.journey = String(number); });
  return controls.map(control => control.ariaLabel || control.innerText || control.outerHTML.slice(0, 80));
}"""
STOPS_OF_A_TIME = 4  # hour, minute, half of the day, and its picker
FOCUSED = "document.activeElement?.dataset?.journey ?? null"


def test_the_whole_work_is_done_by_keys(cast: Cast) -> None:
    maya = cast.member("maya")
    hedda = cast.visitor().asks_for_a_person_as("Hedda Krog")
    expect(maya.row("This is Hedda Krog")).to_be_visible()
    keys = maya.page.keyboard
    keys.press("Control+k")
    expect(maya.page.get_by_role("dialog")).to_be_visible()
    keys.type("Hedda Krog")
    expect(maya.page.get_by_role("option").first).to_contain_text("Hedda Krog")
    keys.press("Enter")
    expect(maya.thread).to_contain_text("This is Hedda Krog")

    keys.press("t")
    maya.reads("You have this.")
    keys.press("r")
    expect(maya.composer).to_be_focused()
    keys.type("Hello Hedda, by keys alone.")
    keys.press("Control+Enter")
    hedda.reads("Hello Hedda, by keys alone.")
    keys.press("Escape")
    keys.press("n")
    expect(maya.page.get_by_role("textbox", name="Note for your team")).to_be_focused()
    keys.type("Prefers keys")
    keys.press("Control+Enter")
    expect(maya.thread).to_contain_text("Prefers keys")
    keys.press("Escape")
    keys.press("e")
    maya.reads("The agent stays silent here.")
    assert "Prefers keys" not in hedda.log.inner_text()


def test_j_and_k_move_through_the_list_and_the_question_mark_shows_every_key(cast: Cast) -> None:
    maya = cast.member("maya")
    expect(maya.inbox.get_by_role("link").nth(6)).to_be_visible()
    keys = maya.page.keyboard
    places = [_after(maya.page, key) for key in ("j", "j", "k")]
    assert places[0] == places[2] != places[1]
    keys.press("?")
    sheet = maya.page.get_by_role("dialog")
    expect(sheet).to_contain_text("Keyboard shortcuts")
    for words in ("Take over", "Reply", "Write a note", "Next conversation", "Search"):
        expect(sheet).to_contain_text(words)
    keys.press("Escape")
    expect(sheet).to_have_count(0)
    for key, heading in (("c", "Content"), ("r", "Rules"), ("t", "Team"), ("i", "Inbox")):
        keys.press("g")
        keys.press(key)
        expect(maya.page.get_by_role("heading", level=1, name=heading)).to_be_visible()


@pytest.mark.parametrize("path", ["/content", "/agent", "/rules", "/team", "/settings"])
def test_tab_reaches_every_control_of_the_page(cast: Cast, path: str) -> None:
    priya = cast.member("priya").opens(path)
    expect(priya.page.get_by_role("main")).to_be_visible()
    priya.has_loaded()
    assert unreached(priya) == []


def test_tab_reaches_every_control_of_the_inbox(cast: Cast) -> None:
    cast.visitor().asks_for_a_person_as("Nils Ferm")
    maya = cast.member("maya").opens_thread("This is Nils Ferm")
    expect(maya.context_column).to_be_visible()
    assert unreached(maya) == []


def unreached(member: Member) -> list[str]:
    """The names of the controls that no number of Tabs leads to."""
    names: list[str] = member.page.evaluate(MARK_CONTROLS)
    assert len(names) > 5
    reached: set[int] = set()
    for _ in range(STOPS_OF_A_TIME * len(names) + 20):
        if len(reached) == len(names):
            break
        member.page.keyboard.press("Tab")
        number = member.page.evaluate(FOCUSED)
        if number is not None:
            reached.add(int(number))
    return [name for number, name in enumerate(names) if number not in reached]


def _after(page: Page, key: str) -> str:
    before = page.url
    page.keyboard.press(key)
    page.wait_for_url(lambda url: url != before)
    return page.url
