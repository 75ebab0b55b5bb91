"""The set-up check as people use it: from the settings, watched line by line, unseen by the others; and from the command line."""

import json
import os
import subprocess
import sys

from playwright.sync_api import expect

from e2e.conftest import Cast
from e2e.server import Server

OF_THE_STORY = (
    "A visitor’s message arrives live",
    "A question is answered from the content",
    "Asking for a person hands off",
    "Details are collected first",
    "The handoff arrives with label and history",
    "A takeover silences the agent",
    "The reply reaches the visitor",
    "After the close the agent stays silent",
)


def test_the_whole_story_is_checked_line_by_line_and_nobody_else_notices(cast: Cast) -> None:
    priya, maya = cast.member("priya"), cast.member("maya")
    places = maya.page.get_by_role("navigation", name="Main")
    expect(places).to_contain_text("need a person")
    waiting = places.inner_text()
    priya.opens("/settings")
    priya.page.get_by_role("link", name="Set-up check").click()
    priya.presses("Run the check")
    result = priya.page.get_by_role("region", name="Result")
    expect(result).to_contain_text("Everything works")
    for title in OF_THE_STORY:
        expect(priya.page.get_by_role("listitem").filter(has_text=title)).to_contain_text(f"{title}: fine")
    expect(result).to_contain_text("Run by Priya Shah")
    assert places.inner_text() == waiting
    expect(maya.page.get_by_text("TEST Set-up Check")).to_have_count(0)
    priya.page.reload()
    expect(priya.page.get_by_role("region", name="Result")).to_contain_text("Everything works")
    expect(priya.page.get_by_role("button", name="Run again")).to_be_visible()


def test_what_is_worth_a_look_leads_to_its_setting(cast: Cast) -> None:
    priya = cast.member("priya")
    priya.opens("/settings/check")
    priya.page.get_by_role("button", name="Run").first.click()
    mail = priya.page.get_by_role("listitem").filter(has_text="There is no mail server")
    expect(mail).to_contain_text("worth a look")
    mail.get_by_role("link", name="Open the outbox").click()
    expect(priya.page.get_by_role("heading", level=1)).to_contain_text("Outbox")


def test_the_command_line_checks_the_same_and_ends_with_zero(cast: Cast, demo: Server) -> None:
    command = [sys.executable, "-m", "deskbell.cli", "check", "--agent", "Lumi", "--json"]
    here = {**os.environ, "DESKBELL_DATA_DIR": str(demo.home), "DESKBELL_PORT": str(demo.port)}
    ran = subprocess.run(command, env=here, capture_output=True, text=True, check=False, timeout=120)
    said = json.loads(ran.stdout)
    [checked] = said["agents"]
    assert (ran.returncode, said["fine"], checked["agent"], checked["fine"]) == (0, True, "Lumi", True), ran
    story = [line for line in checked["lines"] if line["group"] == "story"]
    assert [(line["title"], line["state"]) for line in story] == [(title, "passed") for title in OF_THE_STORY]
