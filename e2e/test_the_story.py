"""The story that must always work: a visitor on the clinic's website, two members in the dashboard, nothing refreshed by hand."""

from playwright.sync_api import expect

from e2e.conftest import Cast

HOURS = "We are open Monday to Friday from 8 am to 7 pm"


def test_the_agent_answers_from_the_content_and_nothing_rings(cast: Cast) -> None:
    maya = cast.member("maya")
    bell = maya.page.get_by_role("link", name="Inbox")
    expect(bell).to_contain_text("need a person")
    before = bell.inner_text()
    vera = cast.visitor().begins("What are your clinic hours?")
    vera.reads(HOURS, "From:", "Clinic hours and holidays")
    maya.views("Agent")
    expect(maya.row(HOURS)).to_be_visible()
    expect(maya.row(HOURS)).to_contain_text("Answered by the agent")
    assert bell.inner_text() == before


def test_the_source_opens_in_place_and_nobody_else_is_asked_for_anything(cast: Cast) -> None:
    vera = cast.visitor().begins("What happens if I cancel the same day?")
    vera.reads("$25")
    vera.panel.get_by_role("button", name="From:").last.click()
    expect(vera.panel.locator("blockquote mark").last).to_contain_text("$25")
    assert vera.hosts == {vera.site.removeprefix("http://"), cast.server.url.removeprefix("http://")}


def test_a_person_is_asked_for_and_the_whole_story_reaches_the_inbox_of_everybody(cast: Cast) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    vera = cast.visitor().begins("What are your clinic hours?")
    vera.reads(HOURS)
    vera.says("Can a human review my test results?")
    expect(vera.panel.get_by_label("Patient name")).to_be_visible()
    vera.says("Vera Quist, Dr. Chen, ref 90317")
    expect(vera.panel.get_by_text("Waiting for a person")).to_be_visible()
    assert vera.log.inner_text().count("Passed to our team") <= 1

    for member in (maya, jonas):
        expect(member.row("Vera Quist")).to_contain_text("sked for a person")
    maya.opens_thread("Vera Quist")
    for text in (HOURS, "What are your clinic hours?", "Can a human review my test results?"):
        expect(maya.thread).to_contain_text(text)
    for text in ("sked for a person", "Vera Quist", "Dr. Chen", "Test results", "90317"):
        expect(maya.context_column).to_contain_text(text)


def test_a_member_takes_over_and_replies_and_the_agent_never_speaks_again(cast: Cast) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    runa = cast.visitor().asks_for_a_person_as("Runa Ek")
    maya.opens_thread("This is Runa Ek")
    jonas.opens_thread("This is Runa Ek")
    said_before = len(runa.agent_texts)

    maya.takes_over()
    runa.reads("Maya joined")
    jonas.reads("Maya Osei has this.")
    runa.says("What are your clinic hours?").says("Which insurance do you take?").says("Hello?")
    maya.replies("Hello Runa, I am looking at your bill.")
    runa.reads("Hello Runa, I am looking at your bill.")
    expect(jonas.thread).to_contain_text("Hello Runa, I am looking at your bill.")
    expect(runa.panel.get_by_text("answers from our help pages")).to_have_count(0)

    runa.page.reload()
    runa.opens_the_widget()
    runa.reads("What are your clinic hours?", "Hello Runa, I am looking at your bill.")
    maya.page.reload()
    expect(maya.thread).to_contain_text("Which insurance do you take?")
    assert len(runa.agent_texts) == said_before
    assert HOURS not in runa.log.inner_text() + maya.thread.inner_text()


def test_a_closed_conversation_is_silent_and_comes_back_to_people(cast: Cast) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    siv = cast.visitor().asks_for_a_person_as("Siv Dahl")
    maya.opens_thread("This is Siv Dahl")
    maya.takes_over()
    maya.replies("All done, Siv.")
    said_before = len(siv.agent_texts)

    maya.closes()
    siv.reads("Maya closed this")
    maya.views("Closed")
    expect(maya.row("All done, Siv.")).to_be_visible()
    expect(siv.panel.get_by_role("button", name="Start a new conversation")).to_be_visible()
    siv.presses("Write in this one again")
    siv.says("What are your clinic hours, by the way?")
    siv.reads("Open again. A person will answer.")
    expect(jonas.row("What are your clinic hours, by the way?")).to_contain_text("eopened")
    assert len(siv.agent_texts) == said_before


def test_replying_takes_over_and_sending_is_enough(cast: Cast) -> None:
    jonas = cast.member("jonas")
    elin = cast.visitor().asks_for_a_person_as("Elin Berg")
    jonas.opens_thread("This is Elin Berg")
    jonas.replies("Hello Elin, how can I help?")
    jonas.reads("You have this.")
    elin.reads("Jonas joined", "Hello Elin, how can I help?")


def test_two_members_take_over_at_once_and_the_second_keeps_the_draft_and_is_told_who(cast: Cast) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    tova = cast.visitor().asks_for_a_person_as("Tova Lind")
    for member in (maya, jonas):
        member.opens_thread("This is Tova Lind")
    jonas.composer.fill("My half-written reply")
    maya.takes_over()
    tova.reads("Maya joined")
    jonas.reads("Maya Osei has this.")
    jonas.presses("Send")
    jonas.reads("Maya Osei took this first. Your text is kept.")
    expect(jonas.composer).to_have_value("My half-written reply")
    assert "My half-written reply" not in tova.log.inner_text()


def test_taking_from_a_colleague_asks_first_and_the_visitor_sees_who_came(cast: Cast) -> None:
    maya, jonas = cast.member("maya"), cast.member("jonas")
    ase = cast.visitor().asks_for_a_person_as("Åse Moe")
    maya.opens_thread("This is Åse Moe")
    maya.takes_over()
    jonas.views("Open").opens_thread("This is Åse Moe")
    jonas.presses("Take from Maya")
    dialog = jonas.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Maya Osei")
    dialog.get_by_role("button", name="Take").click()
    jonas.reads("You have this.")
    maya.reads("Jonas Weber has this.")
    ase.reads("Jonas joined")


def test_returned_to_the_agent_it_answers_only_what_comes_after(cast: Cast) -> None:
    maya = cast.member("maya")
    ylva = cast.visitor().asks_for_a_person_as("Ylva Holm")
    ylva.says("Are you open on Saturday?")
    maya.opens_thread("Are you open on Saturday?")
    maya.takes_over()
    maya.presses("Return to AI")
    ylva.reads("The AI assistant is answering again")
    ylva.says("How do I get a refill?")
    ylva.reads("From:")
    assert ylva.log.inner_text().count("From:") == 1
    expect(ylva.panel.get_by_role("button", name="Talk to a person")).to_be_visible()
