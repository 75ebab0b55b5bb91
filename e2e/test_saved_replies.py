"""What a team writes again and again: written once by one member, sent by another with a few keys, removed and brought back."""

import re

from playwright.sync_api import expect

from e2e.conftest import Cast


def test_one_member_writes_it_and_another_sends_it_with_a_few_keys(cast: Cast) -> None:
    priya, maya = cast.member("priya"), cast.member("maya")
    priya.opens("/settings")
    priya.page.get_by_role("link", name="Saved replies").click()
    priya.reads("Greeting", "Clinical question")
    priya.presses("New saved reply")
    priya.page.get_by_label("Name").fill("Parking at the lab")
    priya.page.get_by_label("Words").fill("{vistor}, park behind the lab.")
    expect(priya.page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    priya.reads("{vistor} is not filled in by anything.")
    priya.page.get_by_label("Words").fill("{visitor}, park behind the lab. {my name}")
    priya.reads("Marisol, park behind the lab. Priya")
    priya.presses("Save")
    expect(priya.page.get_by_role("dialog")).to_have_count(0)
    priya.reads("Parking at the lab")

    hedda = cast.visitor().asks_for_a_person_as("Hedda Krog")
    maya.opens_thread("This is Hedda Krog")
    maya.takes_over()
    keys = maya.page.keyboard
    maya.composer.focus()
    keys.type("/park")
    expect(maya.page.get_by_role("option")).to_have_text([re.compile("^Parking at the lab")])
    keys.press("Enter")
    expect(maya.composer).to_have_value(re.compile(r"park behind the lab\. Maya$"))
    keys.press("Control+Enter")
    hedda.reads("park behind the lab. Maya")

    priya.opens("/settings/replies")
    line = priya.page.get_by_role("listitem").filter(has_text="Parking at the lab")
    expect(line).to_contain_text("used once")
    line.get_by_role("button", name="Remove").click()
    expect(line).to_have_count(0)
    priya.presses("Undo")
    expect(line).to_have_count(1)
    assert (priya.problems, maya.problems, hedda.problems) == ([], [], [])
