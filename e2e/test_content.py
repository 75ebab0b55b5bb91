"""Giving the agent what it may answer from, and what happens to a file that cannot be read."""

from playwright.sync_api import FilePayload, Locator, expect

from e2e.conftest import Cast
from e2e.files import all_kinds, broken_pdf
from e2e.people import Member


def adds_files(member: Member, *files: FilePayload) -> None:
    member.presses("Add content")
    dialog = member.page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Files").click()
    dialog.locator("input[type=file]").set_input_files(files)


def adds_words(member: Member, kind: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    member.presses("Add content")
    dialog = member.page.get_by_role("dialog")
    dialog.get_by_role("tab", name=kind).click()
    for label, words in (first, second):
        dialog.get_by_label(label).fill(words)
    dialog.get_by_role("button", name="Add", exact=True).click()
    expect(dialog).to_have_count(0)


def source(member: Member, title: str) -> Locator:
    return member.page.get_by_role("table", name="Sources").get_by_role("row").filter(has_text=title)


def test_files_of_every_kind_texts_and_questions_are_read_and_answered_from(cast: Cast) -> None:
    priya = cast.member("priya").opens("/content")
    adds_files(priya, *all_kinds())
    adds_words(
        priya, "Text", ("Title", "Harbor house boat"), ("Text", "The Harbor house boat carries 11 people.")
    )
    adds_words(
        priya,
        "Question and answer",
        ("Question", "Who waters the Harbor house lawn?"),
        ("Answer", "The gardener Lill waters it at dawn."),
    )
    for title in (
        "Lost property",
        "Parking",
        "ibrary",
        "iano",
        "reenhouse",
        "Harbor house boat",
        "Who waters",
    ):
        expect(source(priya, title).first).to_contain_text("Ready")

    for question, fact in (
        ("How long are umbrellas kept at the Harbor house?", "30 days"),
        ("How many parking spaces for bicycles has the Harbor house garage?", "14"),
        ("How many audiobooks does the Harbor house library lend?", "3 audiobooks"),
        ("How often is the Harbor house piano tuned?", "6 weeks"),
        ("How many kinds of tomato grow in the Harbor house greenhouse?", "9 kinds"),
        ("How many people does the Harbor house boat carry?", "11 people"),
        ("Who waters the Harbor house lawn?", "Lill"),
    ):
        asker = cast.visitor().begins(question)
        asker.reads(fact, "From:")
        asker.leaves()
        cast.people.remove(asker)


def test_a_source_opens_to_what_was_understood_and_can_be_removed(cast: Cast) -> None:
    priya = cast.member("priya").opens("/content")
    adds_words(
        priya, "Text", ("Title", "Harbor house clock"), ("Text", "The clock strikes every 20 minutes.")
    )
    source(priya, "Harbor house clock").get_by_role("button").first.click()
    pane = priya.page.get_by_label("Source", exact=True)
    expect(pane).to_contain_text("Read as 1 passage")
    expect(pane).to_contain_text("The clock strikes every 20 minutes.")
    pane.get_by_role("button", name="Remove this source").click()
    priya.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(source(priya, "Harbor house clock")).to_have_count(0)
    priya.presses("Undo")
    expect(source(priya, "Harbor house clock")).to_contain_text("Ready")
    source(priya, "Harbor house clock").get_by_role("button").first.click()
    expect(pane).to_contain_text("The clock strikes every 20 minutes.")
    pane.get_by_role("button", name="Remove this source").click()
    priya.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(source(priya, "Harbor house clock")).to_have_count(0)


def test_a_broken_file_says_why_and_can_be_read_again(cast: Cast) -> None:
    priya = cast.member("priya").opens("/content")
    adds_files(priya, broken_pdf())
    row = source(priya, "torn")
    expect(row).to_contain_text("Could not read")
    reason = row.locator("p").inner_text()
    assert len(reason) > len("Read again") + 20
    row.get_by_role("button", name="Read again").click()
    priya.reads("Reading it again.")
    expect(row).to_contain_text("Could not read")
    assert row.locator("p").inner_text() == reason


def test_a_website_is_read_page_by_page_shows_its_pages_and_is_asked(cast: Cast) -> None:
    priya = cast.member("priya").opens("/content")
    priya.presses("Add content")
    dialog = priya.page.get_by_role("dialog")
    dialog.get_by_label("Address").fill(cast.server.sample_site)
    dialog.get_by_role("button", name="Read this site").click()
    pane = priya.page.get_by_label("Source", exact=True)
    expect(source(priya, "Website, read every night")).to_contain_text("Ready", timeout=30_000)
    page = pane.get_by_role("button", name="prices")
    page.first.click()
    expect(pane).to_contain_text("This is all the agent knows from it.")
    pane.get_by_role("button", name="Back to the list").click()
    pane.get_by_role("tab", name="Changes").click()
    expect(pane).to_contain_text("pages added")
    pane.get_by_role("button", name="Close").click()

    priya.presses("Ask a question")
    dialog.get_by_role("textbox", name="Question").fill("What are your clinic hours?")
    dialog.get_by_role("button", name="Ask", exact=True).click()
    expect(dialog).to_contain_text("Monday to Friday", timeout=20_000)
    expect(dialog).to_contain_text("Looked at")
    dialog.get_by_role("button", name="Close").click()
    asks_this_website_alone(priya)

    source(priya, "Website, read every night").get_by_role("button").first.click()
    pane.get_by_role("button", name="Remove this source").click()
    priya.page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    expect(source(priya, "Website, read every night")).to_have_count(0)


def test_a_table_of_questions_is_looked_at_imported_and_taken_back(cast: Cast) -> None:
    priya = cast.member("priya").opens("/content")
    dialog = priya.page.get_by_role("dialog")

    def chooses(table: str) -> None:
        priya.presses("Add content")
        dialog.get_by_role("tab", name="Import questions").click()
        file: FilePayload = {"name": "harbor-faq.csv", "mimeType": "text/csv", "buffer": table.encode()}
        dialog.locator("input[type=file]").set_input_files(file)

    chooses("Asked,Said\nWho paints the Harbor house gate?,Odalys paints it.\nWho oils it?,\n")
    expect(dialog).to_contain_text("Choose them")
    expect(dialog.get_by_role("button", name="Import", exact=True)).to_be_disabled()
    dialog.get_by_label("Questions", exact=True).select_option("0")
    dialog.get_by_label("Answers", exact=True).select_option("1")
    expect(dialog).to_contain_text("1 question found.")
    expect(dialog).to_contain_text("1 row was skipped: row 3 has no answer.")
    dialog.get_by_role("button", name="Import 1 question").click()
    priya.reads("1 question imported.")
    expect(source(priya, "Harbor faq")).to_contain_text("Ready")
    priya.page.get_by_role("button", name="Undo").click()
    priya.reads("The import was taken back.")
    expect(source(priya, "Harbor faq")).to_have_count(0)


def test_a_text_is_corrected_keeps_its_draft_and_tells_of_a_colleague_who_was_faster(cast: Cast) -> None:
    priya = cast.member("priya").opens("/content")
    adds_words(priya, "Text", ("Title", "Harbor house bell"), ("Text", "The bell rings at 6."))
    expect(source(priya, "Harbor house bell")).to_contain_text("Ready")
    source(priya, "Harbor house bell").get_by_role("button").first.click()
    pane, dialog = priya.page.get_by_label("Source", exact=True), priya.page.get_by_role("dialog")
    text = dialog.get_by_label("Text", exact=True)

    pane.get_by_role("button", name="Edit").click()
    text.fill("The bell rings at 7.")
    dialog.get_by_role("button", name="Close").last.click()
    pane.get_by_role("button", name="Edit").click()
    expect(dialog).to_contain_text("Your unsaved changes are here again.")
    expect(text).to_have_value("The bell rings at 7.")

    source_id = priya.page.url.split("source=")[1]
    theirs = {"title": "Harbor house bell", "text": "The bell rings at 8."}
    saved = priya.context.request.put(
        f"{priya.url}/api/sources/{source_id}/text", data=theirs, headers={"Origin": priya.url}
    )
    assert saved.ok
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_contain_text("Somebody changed this while you were editing.")
    dialog.get_by_role("button", name="Save mine over it").click()
    priya.reads("Saved. The agent reads it now.")
    expect(pane).to_contain_text("The bell rings at 7.")
    pane.get_by_role("tab", name="Versions").click()
    expect(pane.get_by_label("Version")).to_be_visible()


def asks_this_website_alone(priya: Member) -> None:
    """Another source knows it better; it is not looked at."""
    adds_words(
        priya, "Text", ("Title", "Harbor house hours"), ("Text", "Harbor house opens at 5 on market days.")
    )
    expect(source(priya, "Harbor house hours")).to_contain_text("Ready")
    source(priya, "Website, read every night").get_by_role("button").first.click()
    pane = priya.page.get_by_label("Source", exact=True)
    pane.get_by_role("button", name="Ask this source").click()
    dialog = priya.page.get_by_role("dialog")
    expect(dialog).to_contain_text("alone. No conversation is started.")
    dialog.get_by_role("textbox", name="Question").fill("When does the Harbor house open on market days?")
    dialog.get_by_role("button", name="Ask", exact=True).click()
    expect(dialog).to_contain_text("Looked at", timeout=20_000)
    expect(dialog).to_contain_text("Meaning")
    expect(dialog).not_to_contain_text("at 5 on market days")
    dialog.get_by_role("button", name="Close").click()
    pane.get_by_role("button", name="Close").click()
