"""The alarm as its admin sets it: who is called when, a TEST that says so, and the title that cries out until somebody answers."""

from playwright.sync_api import expect

from e2e.conftest import Cast


def test_an_admin_sets_whom_the_alarm_calls_and_tries_it(cast: Cast) -> None:
    priya = cast.member("priya").opens("/settings/alarm")
    priya.page.get_by_label("Address of the emergency contact").fill("oncall@cedarrow.example")
    priya.page.get_by_label("When the contact is called").select_option("after 10 min")
    priya.presses("Save")
    priya.reads("Saved. It holds for emergencies from now on.")
    priya.presses("Send a TEST")
    calls = priya.page.get_by_role("list", name="Last calls")
    contact = calls.get_by_role("listitem").filter(has_text="oncall@cedarrow.example").first
    expect(contact).to_contain_text("TEST")
    expect(contact).to_contain_text("not sent: no mail server is set")
    priya.page.reload()
    expect(priya.page.get_by_label("When the contact is called")).to_have_value("600")


def test_the_tab_cries_out_until_somebody_has_acknowledged(cast: Cast) -> None:
    maya = cast.member("maya")
    cast.visitor().begins("I can't breathe, Torunn here")
    maya.opens_thread("Torunn here")
    expect(maya.page).to_have_title("EMERGENCY · Deskbell")
    bar = maya.page.get_by_label("Conversation with").filter(has_text="Nobody has acknowledged it yet.")
    bar.get_by_role("button", name="Acknowledge").click()
    expect(maya.thread).to_contain_text("Maya Osei acknowledged it after")
