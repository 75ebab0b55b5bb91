"""Journeys: real Chromium, a real server in its own processes, the built-in model. One demo and one fresh server a run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from e2e.desk import Desk
from e2e.people import Member, Somebody, Visitor, everyone_leaves
from e2e.server import Server

QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ROOT = Path(__file__).parent.parent


class Cast:
    """Makes people with browsers; all leave at the end of the journey."""

    def __init__(self, browser: Browser, server: Server, signed_in: dict[str, StorageState]) -> None:
        self.browser = browser
        self.server = server
        self.signed_in = signed_in
        self.people: list[Somebody] = []

    def member(self, who: str, by: str = "", **options: Any) -> Member:
        """`who` of the clinic, in the inbox, perhaps `by` another address. Signs in once a run: whoever signs out must sign in alone."""
        if who not in self.signed_in:
            first = self.stranger()
            first.signs_in(f"{who}@cedarrow.example", self.server.password())
            self.signed_in[who] = first.context.storage_state()
        member = self.stranger(by, storage_state=self.signed_in[who], **options)
        member.opens("/inbox").is_inside()
        return member

    def stranger(self, by: str = "", **options: Any) -> Member:
        """Nobody yet, in front of the dashboard."""
        stranger = Member(self.browser, by or self.server.url, **options)
        self.people.append(stranger)
        return stranger

    def visitor(self, **options: Any) -> Visitor:
        visitor = Visitor(self.browser, self.server.sample_site, **options)
        self.people.append(visitor)
        return visitor


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo() -> Iterator[Server]:
    """The demo clinic, with its website."""
    with running("demo") as server:
        yield server


@pytest.fixture(scope="module")
def fresh() -> Iterator[Server]:
    """A server that nobody has set up."""
    with running("serve") as server:
        yield server


@pytest.fixture(scope="module")
def clinic_with_real_pages() -> Iterator[Server]:
    """The demo, which also learned the 70 public-domain pages that lie beside the checkout."""
    pages = Path(os.environ.get("DESKBELL_SHARED") or ROOT.parent / "shared") / "data" / "telehealth-docs"
    if not pages.is_dir():
        pytest.skip(f"The real help pages are not at {pages}; DESKBELL_SHARED names the folder above data/.")
    with running("demo", "--content", str(pages)) as server:
        yield server


@pytest.fixture(scope="session")
def signed_in() -> dict[str, StorageState]:
    """Sessions of this run, so that nobody meets the limit on signing in."""
    return {}


@pytest.fixture(scope="session")
def desk(browser: Browser, demo: Server, signed_in: dict[str, StorageState]) -> Desk:
    """The inbox as the demo begins."""
    owner = browser.new_context(extra_http_headers={"Origin": demo.url})
    desk = Desk(owner.request, demo.url)
    desk.signs_in("priya@cedarrow.example", demo.password())
    signed_in["priya"] = owner.storage_state()
    return desk


@pytest.fixture
def cast(browser: Browser, demo: Server, desk: Desk, signed_in: dict[str, StorageState]) -> Iterator[Cast]:
    """People of the demo clinic and its visitors."""
    cast = Cast(browser, demo, signed_in)
    yield cast
    desk.is_cleared()
    everyone_leaves(cast.people)


@contextmanager
def running(command: str, *options: str, **environment: str) -> Iterator[Server]:
    """A server with a data folder of its own, gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="deskbell-e2e-"))
    home.chmod(0o711)
    server = Server(home, command, *options, **environment)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
