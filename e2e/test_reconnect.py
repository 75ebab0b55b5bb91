"""A member whose connection breaks: told so, and afterwards equal to a page that was opened just now."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.conftest import Cast
from e2e.line import Line
from e2e.server import Server

WITHOUT_TIMES = """region => {
  const copy = region.cloneNode(true);
  copy.querySelectorAll('time, svg, [role=img], .sr-only').forEach(part => part.remove());
  return [...copy.querySelectorAll('[data-index], li, p, article, dl')].map(part => part.textContent.replace(/\\d+ (s|min|h)\\b|now/g, '').trim());
}"""


def words_of(place: Locator) -> list[str]:
    """What it says, without times."""
    words: list[str] = place.evaluate(WITHOUT_TIMES)
    assert words != []
    return words


@pytest.fixture
def line(demo: Server) -> Iterator[Line]:
    """Maya's connection to the clinic."""
    line = Line(demo.port)
    yield line
    line.close()


def test_a_member_who_was_cut_off_catches_up_without_a_refresh(cast: Cast, line: Line) -> None:
    maya, jonas = cast.member("maya", by=line.url), cast.member("jonas")
    frej = cast.visitor().asks_for_a_person_as("Frej Aas")
    for member in (maya, jonas):
        member.opens_thread("This is Frej Aas")

    line.cut()
    maya.reads("Not live right now.")
    jonas.takes_over()
    for number in range(6):
        frej.says(f"Message {number} of the storm")
        jonas.replies(f"Answer {number} in the storm")
    jonas.closes()
    frej.presses("Write in this one again")
    frej.says("One more after the storm")
    frej.reads("Open again. A person will answer.")
    jonas.takes_over()
    sigge = cast.visitor().asks_for_a_person_as("Sigge Roos")
    alarmed = cast.visitor().begins("I can't breathe, Orvar here")
    expect(alarmed.panel.get_by_role("alert")).to_be_visible()
    sigge.says("Still there?")
    assert "storm" not in maya.thread.inner_text()

    line.mend()
    expect(maya.thread).to_contain_text("One more after the storm", timeout=40_000)
    expect(maya.page.get_by_text("Not live right now.")).to_have_count(0)
    maya.reads("Jonas Weber has this.")
    for text in ("Still there?", "Orvar here"):
        expect(maya.row(text)).to_be_visible()
    fresh = maya.new_tab()
    fresh.goto(maya.page.url)
    expect(thread(fresh)).to_contain_text("One more after the storm")
    assert words_of(maya.thread) == words_of(thread(fresh))
    for number in range(6):
        expect(maya.thread.get_by_text(f"Message {number} of the storm")).to_have_count(1)
    for page in (maya.page, fresh):
        page.get_by_role("link", name="Open", exact=True).click()
        expect(inbox(page)).to_contain_text("One more after the storm")
    assert words_of(inbox(maya.page)) == words_of(inbox(fresh))


def inbox(page: Page) -> Locator:
    return page.get_by_role("region", name="Inbox", exact=True)


def thread(page: Page) -> Locator:
    return page.get_by_role("log", name="Conversation with")


def test_what_a_member_writes_offline_is_kept_and_can_be_sent_later(cast: Cast) -> None:
    maya = cast.member("maya")
    grim = cast.visitor().asks_for_a_person_as("Grim Vik")
    maya.opens_thread("This is Grim Vik")
    maya.takes_over()
    maya.goes_offline()
    maya.reads("You are offline.")
    maya.replies("Written on the ferry")
    expect(maya.page.get_by_role("button", name="Try again").first).to_be_visible()
    maya.comes_back()
    maya.presses("Try again")
    grim.reads("Written on the ferry")
    expect(maya.page.get_by_role("button", name="Try again")).to_have_count(0)
    expect(grim.log.get_by_text("Written on the ferry")).to_have_count(1)
