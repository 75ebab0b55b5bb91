"""The story that must always work: a visitor on the clinic's website, two members in the dashboard, nothing refreshed by hand."""

from playwright.sync_api import expect

from e2e.conftest import Cast


def test_the_agent_answers_from_the_content_and_nothing_rings(cast: Cast) -> None:
    maya = cast.member("maya@cedarrow.example")
    badge_before = maya.page.get_by_role("link", name="Inbox").inner_text()
    vera = cast.visitor().arrives().opens_the_widget().says("What are your clinic hours?")
    vera.reads("We are open Monday to Friday from 8 am to 7 pm", "From:", "Clinic hours and holidays")
    maya.views("Agent")
    expect(maya.row("What are your clinic hours?").or_(maya.row("We are open Monday")).first).to_be_visible()
    assert maya.page.get_by_role("link", name="Inbox").inner_text() == badge_before


def test_the_source_opens_in_place_and_leads_nowhere_else(cast: Cast) -> None:
    vera = cast.visitor().arrives().opens_the_widget().says("What happens if I cancel the same day?")
    vera.reads("$25")
    vera.panel.get_by_role("button", name="From:").last.click()
    expect(vera.panel.get_by_role("blockquote").or_(vera.panel.locator("blockquote")).last).to_be_visible()
    site = vera.site.removeprefix("http://")
    assert {host for host in vera.hosts if host != site} <= {cast.member().url.removeprefix("http://")}


def test_a_person_is_asked_for_and_the_whole_story_reaches_the_inbox(cast: Cast) -> None:
    maya, jonas = cast.member("maya@cedarrow.example"), cast.member("jonas@cedarrow.example")
    vera = cast.visitor().arrives().opens_the_widget().says("What are your clinic hours?")
    vera.reads("We are open Monday to Friday")
    vera.says("Can a human review my test results?")
    expect(vera.panel.get_by_label("Patient name")).to_be_visible()
    vera.says("Vera Quist, Dr. Chen, ref 90317")

    for member in (maya, jonas):
        expect(member.row("Vera Quist").first).to_be_visible()
    maya.opens_thread("Vera Quist")
    for text in ("What are your clinic hours?", "Can a human review my test results?", "asked for a person"):
        expect(maya.thread).to_contain_text(text)
    for text in ("Vera Quist", "Dr. Chen", "Test results", "90317"):
        expect(maya.context_column).to_contain_text(text)


def test_a_member_takes_over_replies_and_closes_and_the_agent_stays_silent(cast: Cast) -> None:
    maya, jonas = cast.member("maya@cedarrow.example"), cast.member("jonas@cedarrow.example")
    vera = cast.visitor().arrives().opens_the_widget().says("agent pls")
    vera.panel.get_by_role("button", name="Just connect me").click()
    vera.says("My name is Runa Ek, it is about my billing")
    maya.opens_thread("Runa Ek")
    jonas.opens_thread("Runa Ek")

    maya.takes_over()
    vera.reads("Maya joined")
    expect(jonas.page.get_by_text("Maya Osei").first).to_be_visible()
    vera.says("What are your clinic hours?").says("Hello?")
    maya.replies("Hello Runa, I am looking at your bill.")
    vera.reads("Hello Runa, I am looking at your bill.")
    expect(vera.panel.get_by_text("AI assistant · answers from our help pages")).to_have_count(0)

    maya.closes()
    vera.reads("closed")
    expect(vera.panel.get_by_role("button", name="Start a new conversation")).to_be_visible()
    vera.says("One more question about the bill")
    maya.views("Needs a person")
    expect(maya.row("Runa Ek").or_(maya.row("One more question")).first).to_contain_text("Reopened")
    texts = vera.log.inner_text()
    assert "We are open Monday to Friday" not in texts


def test_two_members_take_over_at_once_and_the_second_is_told_who(cast: Cast) -> None:
    maya, jonas = cast.member("maya@cedarrow.example"), cast.member("jonas@cedarrow.example")
    vera = cast.visitor().arrives().opens_the_widget().says("I want to talk to a real person")
    vera.panel.get_by_role("button", name="Just connect me").click()
    vera.says("It is Tova Lind again")
    for member in (maya, jonas):
        member.opens_thread("It is Tova Lind again")
    jonas.page.get_by_role("textbox", name="Reply to").fill("My half-written reply")
    maya.takes_over()
    expect(jonas.page.get_by_text("Maya Osei").first).to_be_visible()
    assert jonas.page.get_by_role("textbox").last.input_value() == "My half-written reply"


def test_returned_to_the_agent_it_answers_only_what_comes_after(cast: Cast) -> None:
    maya = cast.member("maya@cedarrow.example")
    vera = cast.visitor().arrives().opens_the_widget().says("Can I speak to a person please")
    vera.panel.get_by_role("button", name="Just connect me").click()
    vera.says("This is Ylva Holm")
    maya.opens_thread("This is Ylva Holm")
    maya.takes_over()
    maya.page.get_by_role("button", name="Return to AI").click()
    vera.reads("The AI assistant is answering again.")
    vera.says("How do I get a refill?")
    vera.reads("From:")
    assert vera.log.inner_text().count("From:") == 1
