"""Journeys: real Chromium, a real server in its own processes, the built-in model. One demo and one fresh server a run."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, sync_playwright

from e2e.people import Member, Somebody, Visitor, everyone_leaves
from e2e.server import Server

QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class Cast(Protocol):
    """Makes people with browsers; all leave at the end of the journey."""

    def member(self, email: str = "priya@cedarrow.example", **options: object) -> Member: ...

    def visitor(self, **options: object) -> Visitor: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo() -> Iterator[Server]:
    """The demo clinic, with its website."""
    yield from _running("demo")


@pytest.fixture(scope="session")
def fresh() -> Iterator[Server]:
    """A server that nobody has set up."""
    yield from _running("serve")


@pytest.fixture
def cast(browser: Browser, demo: Server) -> Iterator[Cast]:
    """People of the demo clinic and its visitors."""
    people: list[Somebody] = []

    class Clinic:
        def member(self, email: str = "priya@cedarrow.example", **options: object) -> Member:
            member = Member(browser, demo.url, **options).signs_in(email, demo.password())
            people.append(member)
            return member

        def visitor(self, **options: object) -> Visitor:
            visitor = Visitor(browser, demo.sample_site, **options)
            people.append(visitor)
            return visitor

    yield Clinic()
    everyone_leaves(people)


def _running(command: str, *options: str) -> Iterator[Server]:
    home = Path(tempfile.mkdtemp(prefix="deskbell-e2e-"))
    home.chmod(0o711)
    server = Server(home, command, *options)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
