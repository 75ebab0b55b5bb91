"""axe finds no serious and no critical violation on the main pages, light and dark."""

from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from e2e.conftest import ROOT, Cast

AXE = (ROOT / "web/node_modules/axe-core/axe.min.js").read_text("utf-8")
BAD = {"serious", "critical"}
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
RUN = """async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
  .map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 4).map(({ html, failureSummary }) => html.slice(0, 160) + ' ' + failureSummary.slice(0, 200)) }))"""


def violations(page: Page, place: Frame | Page) -> list[dict[str, Any]]:
    """Of the page as it is shown, in both themes."""
    found: list[dict[str, Any]] = []
    place.evaluate(AXE)
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        place.evaluate(TWO_FRAMES)  # the brand's tints follow the theme with the next frame
        found += [{"theme": theme, **each} for each in place.evaluate(RUN) if each["impact"] in BAD]
    return found


def test_the_sign_in_page(cast: Cast) -> None:
    stranger = cast.stranger().opens("/signin")
    expect(stranger.page.get_by_label("Password")).to_be_visible()
    assert violations(stranger.page, stranger.page) == []


def test_a_button_without_a_name_would_be_noticed(cast: Cast) -> None:
    stranger = cast.stranger().opens("/signin")
    expect(stranger.page.get_by_label("Password")).to_be_visible()
    stranger.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {each["id"] for each in violations(stranger.page, stranger.page)} == {"button-name"}


@pytest.mark.parametrize(
    "path", ["/content", "/agent", "/agent/tests", "/rules", "/team", "/settings", "/settings/outbox"]
)
def test_the_pages_of_a_workspace(cast: Cast, path: str) -> None:
    priya = cast.member("priya").opens(path)
    expect(priya.page.get_by_role("heading", level=1)).to_be_visible()
    priya.has_loaded()
    assert violations(priya.page, priya.page) == []


def test_the_inbox_with_its_list_thread_and_brief(cast: Cast) -> None:
    maya = cast.member("maya").opens_thread("Marisol Vega")
    expect(maya.context_column).to_contain_text("88231")
    assert violations(maya.page, maya.page) == []
    maya.views("Closed")
    expect(maya.row("Grace Okafor")).to_be_visible()
    assert violations(maya.page, maya.page) == []


def test_the_widget_greeting_answering_asking_and_waiting(cast: Cast) -> None:
    vera = cast.visitor().arrives().opens_the_widget()
    panel = next(frame for frame in vera.page.frames if "/widget/" in frame.url)
    expect(vera.panel.get_by_text("People often ask")).to_be_visible()
    assert violations(vera.page, panel) == []
    vera.says("What happens if I cancel the same day?")
    vera.reads("From:")
    vera.presses("From:")
    assert violations(vera.page, panel) == []
    vera.says("Can I talk to a real person?")
    expect(vera.panel.get_by_label("Patient name")).to_be_visible()
    vera.presses("Send and connect me")
    assert violations(vera.page, panel) == []
    vera.presses("Just connect me")
    expect(vera.panel.get_by_text("Waiting for a person")).to_be_visible()
    assert violations(vera.page, panel) == []


def test_the_widget_in_an_emergency(cast: Cast) -> None:
    vera = cast.visitor().begins("I can't breathe")
    expect(vera.panel.get_by_role("alert")).to_be_visible()
    panel = next(frame for frame in vera.page.frames if "/widget/" in frame.url)
    assert violations(vera.page, panel) == []
