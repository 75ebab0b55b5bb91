"""The widget on somebody's page: what is always visible, what survives, what works without a mouse or a connection."""

import re

from playwright.sync_api import Page, expect

from e2e.conftest import Cast
from e2e.people import LAUNCHER, Visitor

DISCLOSURE = "answers from our help pages"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def test_a_reload_keeps_the_thread(cast: Cast) -> None:
    vera = cast.visitor().begins("Which insurance do you take?")
    vera.reads("From:")
    said = vera.log.inner_text()
    vera.page.goto(vera.site + "/help.html")
    vera.opens_the_widget()
    expect(vera.log).to_contain_text("Which insurance do you take?")
    assert vera.log.inner_text() == said


def test_the_ai_line_and_the_way_to_a_person_never_scroll_away(cast: Cast) -> None:
    vera = cast.visitor(viewport={"width": 1280, "height": 560}).begins("How do I get a refill?")
    vera.reads("From:")
    vera.says("How do I join my video visit?").says("Which insurance do you take?")
    for _ in range(2):
        expect(vera.panel.get_by_text(DISCLOSURE)).to_be_in_viewport()
        expect(vera.panel.get_by_role("button", name="Talk to a person")).to_be_in_viewport()
        vera.panel.get_by_role("region", name="Conversation").evaluate("area => area.scrollTo(0, 0)")


def test_talk_to_a_person_is_one_press(cast: Cast) -> None:
    vera = cast.visitor().arrives().opens_the_widget()
    vera.presses("Talk to a person")
    vera.presses("Just connect me")
    expect(vera.panel.get_by_text("Waiting for a person")).to_be_visible()
    expect(vera.panel.get_by_text(DISCLOSURE)).to_have_count(0)
    assert vera.log.get_by_role("heading").count() == 1


def test_the_card_can_be_filled_in_instead_of_written(cast: Cast) -> None:
    maya = cast.member("maya")
    vera = cast.visitor().begins("I need to speak with someone about my billing")
    vera.presses("Send and connect me")
    expect(vera.panel.get_by_text("Patient name is needed")).to_be_visible()
    vera.panel.get_by_label("Patient name").fill("Yrsa Holt")
    expect(vera.panel.get_by_label("Inquiry type")).to_have_count(0)  # said already
    vera.presses("Send and connect me")
    expect(vera.panel.get_by_text("Waiting for a person")).to_be_visible()
    vera.says("That is all from Yrsa")
    maya.opens_thread("That is all from Yrsa")
    for text in ("Yrsa Holt", "Billing", "not given"):
        expect(maya.context_column).to_contain_text(text)


def test_two_tabs_of_one_visitor_stay_in_step(cast: Cast) -> None:
    vera = cast.visitor().begins("What are your clinic hours?")
    second = vera.new_tab()
    second.goto(vera.site)
    second.get_by_role("button", name=LAUNCHER).click()
    there = second.frame_locator("iframe")
    expect(there.get_by_role("log")).to_contain_text("What are your clinic hours?")
    there.locator("form.composer textarea").fill("And on Sunday?")
    there.locator("form.composer textarea").press("Enter")
    vera.reads("And on Sunday?")
    vera.says("Thanks!")
    expect(there.get_by_role("log")).to_contain_text("Thanks!")
    expect(there.get_by_text("And on Sunday?")).to_have_count(1)


def test_what_is_written_offline_goes_out_exactly_once(cast: Cast) -> None:
    maya = cast.member("maya")
    vera = cast.visitor().asks_for_a_person_as("Ode Lund")
    maya.opens_thread("This is Ode Lund")
    vera.goes_offline()
    vera.types("First from the tunnel")
    vera.types("Second from the tunnel")
    expect(vera.panel.get_by_text("2 messages will go out when you are back.")).to_be_visible()
    expect(vera.panel.locator(".bubble-waiting")).to_have_count(2)
    vera.comes_back()
    expect(vera.panel.locator(".bubble-waiting")).to_have_count(0)
    expect(maya.thread).to_contain_text("Second from the tunnel")
    for text in ("First from the tunnel", "Second from the tunnel"):
        expect(maya.thread.get_by_text(text)).to_have_count(1)
        expect(vera.log.get_by_text(text)).to_have_count(1)
    texts = maya.thread.inner_text()
    assert texts.index("First from") < texts.index("Second from")


def test_an_address_left_while_nobody_is_there_reaches_the_team(cast: Cast) -> None:
    maya = cast.member("maya")
    vera = cast.visitor().asks_for_a_person_as("Liv Storm")
    vera.panel.get_by_label("E-mail address").fill("liv@example.com")
    vera.presses("Leave my address")
    expect(vera.panel.get_by_text("Our team has your address")).to_be_visible()
    maya.opens_thread("This is Liv Storm")
    expect(maya.context_column).to_contain_text("liv@example.com")


def test_on_a_phone_it_fills_the_screen_and_nothing_is_cut_off(cast: Cast) -> None:
    vera = cast.visitor(**PHONE).begins("What happens if I cancel the same day?")
    vera.reads("From:")
    box = vera.page.locator("iframe").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    expect(vera.panel.get_by_role("button", name="Talk to a person")).to_be_in_viewport()
    expect(vera.composer).to_be_in_viewport()
    assert vera.log.evaluate("() => document.documentElement.scrollWidth") == 390
    vera.presses("Close chat")
    expect(vera.launcher).to_be_focused()


def test_a_member_works_on_a_phone_from_list_to_thread_to_brief(cast: Cast) -> None:
    cast.visitor().asks_for_a_person_as("Pia Norr")
    maya = cast.member("maya", **PHONE)
    maya.opens_thread("This is Pia Norr")
    expect(maya.inbox).to_have_count(0)
    maya.takes_over()
    maya.replies("Hello Pia, from the train.")
    maya.page.get_by_role("button", name="Can I speak to a person please").first.click()
    expect(maya.context_column).to_be_visible()
    maya.page.get_by_role("button", name="Back to the conversation").click()
    maya.page.get_by_role("link", name="Back to the list").click()
    expect(maya.inbox).to_be_visible()
    assert maya.page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_keyboard_alone_is_enough(cast: Cast) -> None:
    vera = cast.visitor().arrives()
    expect(vera.launcher).to_be_visible()
    vera.launcher.focus()
    vera.page.keyboard.press("Enter")
    expect(vera.composer).to_be_focused()
    vera.page.keyboard.type("What happens if I cancel the same day?")
    vera.page.keyboard.press("Enter")
    vera.reads("From:")
    tabs_to(vera, "From:")
    vera.page.keyboard.press("Enter")
    expect(vera.panel.locator("blockquote")).to_be_visible()
    vera.page.keyboard.press("Escape")
    expect(vera.panel.locator("blockquote")).to_have_count(0)
    tabs_to(vera, "Yes")
    vera.page.keyboard.press("Space")
    expect(vera.panel.get_by_text("Thanks. This helps us answer better.")).to_be_visible()
    tabs_to(vera, "Talk to a person")
    vera.page.keyboard.press("Enter")
    expect(vera.panel.get_by_label("Patient name")).to_be_visible()
    tabs_to(vera, "Just connect me")
    vera.page.keyboard.press("Enter")
    expect(vera.panel.get_by_text("Waiting for a person")).to_be_visible()
    vera.composer.focus()
    vera.page.keyboard.press("Escape")
    expect(vera.launcher).to_be_focused()


def tabs_to(vera: Visitor, name: str) -> None:
    """Press Shift+Tab until the control of this name has the focus."""
    wanted = re.compile(re.escape(name))
    for _ in range(30):
        vera.page.keyboard.press("Shift+Tab")
        if wanted.search(focused(vera.page)):
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


def focused(page: Page) -> str:
    """The words of the control that has the focus, in the panel or in the page."""
    for frame in page.frames:
        words = frame.evaluate(
            "() => document.hasFocus() && document.activeElement?.tagName !== 'IFRAME'"
            " ? document.activeElement?.innerText ?? '' : ''"
        )
        if words and len(words) < 200:
            return str(words)
    return ""
