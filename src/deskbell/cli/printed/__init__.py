"""`deskbell docs`: the pages of docs/ that are printed from the code. A test fails when a page is stale."""

from collections.abc import Callable, Mapping
from pathlib import Path

from deskbell.cli.printed.events import events_page
from deskbell.cli.printed.lifecycle import lifecycle_page
from deskbell.cli.printed.settings import settings_page

PAGES: Mapping[str, Callable[[], str]] = {
    "events.md": events_page,
    "lifecycle.md": lifecycle_page,
    "settings.md": settings_page,
}


def stale(folder: Path) -> list[str]:
    """The pages in `folder` that do not say what the code does."""
    return [name for name, printed in PAGES.items() if _text(folder / name) != printed()]


def print_pages(folder: Path) -> list[str]:
    """Write the stale pages; returns their names."""
    names = stale(folder)
    for name in names:
        (folder / name).write_text(PAGES[name](), encoding="utf-8")
    return names


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8") if page.is_file() else ""
