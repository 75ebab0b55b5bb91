"""What the agent must get right: a test is written, the content breaks it, the page says so, the content is mended."""

from playwright.sync_api import Locator, expect

from e2e.conftest import Cast
from e2e.people import Member
from e2e.test_axe import violations
from e2e.test_content import adds_words, source

FERRY = ("Harbor ferry", "The Harbor ferry to the island sails at 9:15 every morning.")
LATER = ("Harbor ferry", "The Harbor ferry to the island sails at 10:40 every morning.")
ASKED = "When does the Harbor ferry to the island sail?"


def rows(member: Member) -> Locator:
    return member.page.get_by_role("list", name="Question tests").get_by_role("listitem")


def row(member: Member, question: str) -> Locator:
    return rows(member).filter(has_text=question)


def runs_it(member: Member, question: str) -> Locator:
    """Alone; waits for its result."""
    one = row(member, question)
    one.get_by_role("button", name="Run this test").click()
    return one


def content_says(member: Member, title: str, text: str) -> None:
    member.opens("/content")
    adds_words(member, "Text", ("Title", title), ("Text", text))
    expect(source(member, title)).to_contain_text("Ready")


def content_forgets(member: Member, title: str) -> None:
    member.opens("/content")
    source(member, title).get_by_role("button").first.click()
    pane = member.page.get_by_label("Source", exact=True)
    pane.get_by_role("button", name="Remove this source").click()
    member.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(source(member, title)).to_have_count(0)


def adds_test(member: Member, question: str, words: str) -> None:
    member.has_loaded()
    member.page.keyboard.press("n")
    dialog = member.page.get_by_role("dialog")
    dialog.get_by_label("When a visitor asks").fill(question)
    dialog.get_by_label("Words of the answer").fill(words)
    dialog.get_by_role("button", name="Add test").click()
    expect(dialog).to_have_count(0)


def removes_test(member: Member, question: str) -> None:
    row(member, question).get_by_role("button", name="Remove this test").click()
    expect(row(member, question)).to_have_count(0)


def test_a_test_turns_red_when_the_content_changes_says_what_is_different_and_turns_green_again(
    cast: Cast,
) -> None:
    priya = cast.member("priya")
    content_says(priya, *FERRY)
    priya.opens("/agent/tests").has_loaded()
    expect(rows(priya)).to_have_count(20)
    by_themselves = priya.page.get_by_label("Run after changes of the content")
    by_themselves.click()  # a slow machine would otherwise see red before anybody looks
    expect(by_themselves).not_to_be_checked()
    adds_test(priya, ASKED, "9:15")
    expect(runs_it(priya, ASKED).get_by_label("Passes")).to_be_visible()

    content_forgets(priya, FERRY[0])
    content_says(priya, *LATER)
    priya.opens("/agent/tests").has_loaded()
    red = runs_it(priya, ASKED)
    expect(red.get_by_label("Fails")).to_be_visible()
    expect(red).to_contain_text("newly failing")
    priya.presses("Failing")
    expect(rows(priya)).to_have_count(1)
    priya.page.keyboard.press("j")
    priya.page.keyboard.press("Enter")
    drawer = priya.page.get_by_role("dialog")
    expect(drawer.get_by_label("Difference").locator("del")).to_contain_text("9:15")
    expect(drawer.get_by_label("Difference").locator("ins")).to_contain_text("10:40")
    expect(drawer).to_contain_text("What was found")
    assert violations(priya.page, priya.page) == []
    priya.page.keyboard.press("Escape")

    priya.opens("/content")
    line = priya.page.get_by_role("status").filter(has_text="question tests")
    expect(line).to_contain_text("1 of 21 question tests now fails")
    content_forgets(priya, LATER[0])
    content_says(priya, *FERRY)
    line.get_by_role("link", name="See which").click()
    green = runs_it(priya, ASKED)
    expect(green).to_have_count(0)
    priya.reads("No test fails.")
    priya.presses("Show all")
    expect(row(priya, ASKED)).to_contain_text("fixed")

    removes_test(priya, ASKED)
    by_themselves.click()
    expect(by_themselves).to_be_checked()
    content_forgets(priya, FERRY[0])


def test_a_removed_test_comes_back_and_is_run(cast: Cast) -> None:
    priya = cast.member("priya").opens("/agent/tests")
    adds_test(priya, "Is the Harbor house open on Sunday?", "noon")
    removes_test(priya, "Is the Harbor house open on Sunday?")
    priya.presses("Undo")
    back = row(priya, "Is the Harbor house open on Sunday?")
    expect(back).to_contain_text("Must say “noon”")
    removes_test(priya, "Is the Harbor house open on Sunday?")


def test_a_sheet_is_looked_at_then_taken_in_and_goes_out_again(cast: Cast) -> None:
    priya = cast.member("priya").opens("/agent/tests")
    priya.presses("Import csv")
    sheet = b"Do you shoe Harbor horses?,nothing_found,,imported\nHello?,guesses,,\n"
    dialog = priya.page.get_by_role("dialog")
    dialog.get_by_label("Sheet", exact=True).set_input_files(
        {"name": "tests.csv", "mimeType": "text/csv", "buffer": sheet}
    )
    expect(dialog.get_by_label("Problems")).to_contain_text("Line 2. “guesses” is no expectation.")
    assert violations(priya.page, priya.page) == []
    dialog.get_by_role("button", name="Add 1").click()
    priya.reads("1 added, 0 replaced. 1 left out.")
    with priya.page.expect_download() as going:
        priya.page.get_by_role("link", name="Export csv").click()
    assert "Do you shoe Harbor horses?,nothing_found,,imported" in going.value.path().read_text()
    removes_test(priya, "Do you shoe Harbor horses?")


def test_an_operator_runs_tests_and_does_not_write_them(cast: Cast) -> None:
    maya = cast.member("maya").opens("/agent/tests")
    expect(rows(maya)).to_have_count(20)
    for name in ("Add test", "Import csv", "Edit this test", "Remove this test"):
        expect(maya.page.get_by_role("button", name=name)).to_have_count(0)
    expect(
        runs_it(maya, "Are you open on Saturday?").get_by_role("button", name="Run this test")
    ).to_be_enabled()
    expect(row(maya, "Are you open on Saturday?").get_by_label("Passes")).to_be_visible()
