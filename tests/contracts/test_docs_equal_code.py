"""The documentation says what the code does: printed pages are fresh, and what prose names exists."""

import inspect
import re
from pathlib import Path

import pytest

from deskbell.cli.commands import app
from deskbell.cli.printed import PAGES, print_pages, stale
from deskbell.cli.printed.events import meaning, wire_name
from deskbell.cli.printed.examples import event_types
from deskbell.conversations import lifecycle
from deskbell.conversations.lifecycle_table import VERBS, table
from deskbell.settings import Settings
from tests.contracts.source import PACKAGE, ROOT, tracked

DOCS = ROOT / "docs"
PATH = re.compile(r"`((?:src|tests|web|docs|e2e|evals|bench|build_steps|requirements)/[\w./-]+)`")
MODULE = re.compile(r"`((?:[\w-]+/)+[\w-]+\.(?:py|sql))`")  # from the root, or from the package
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)[^)]*\)")
SETTING = re.compile(r"\bDESKBELL_[A-Z_]*[A-Z]\b")
COMMAND = re.compile(
    r"\bdeskbell ([a-z]+(?:-[a-z]+)*)\b(?=[^`\n]*`)|^deskbell ([a-z]+(?:-[a-z]+)*)", re.MULTILINE
)
# Of the build and of the evals.
NOT_SETTINGS = {
    "DESKBELL_SKIP_BUILD",
    "DESKBELL_BENCH_PASSAGES",
    "DESKBELL_BENCH_PAGES",
    "DESKBELL_EVAL_CACHE",
    "DESKBELL_EVAL_DATA",
    "DESKBELL_TELEHEALTH",
}


def pages() -> list[str]:
    """Every Markdown page of the project, except the content of the demo clinic."""
    return [name for name in tracked() if name.endswith(".md") and "demo_clinic" not in name]


def missing(page: str, text: str) -> list[str]:
    """What a page names and the project does not have."""
    paths = [path for path in PATH.findall(text) if not _exists(page, path)]
    paths += [path for path in MODULE.findall(text) if not _is_module(path)]
    links = [link for link in LINK.findall(text) if not _linked(page, link).exists()]
    settings = {f"DESKBELL_{name.upper()}" for name in Settings.model_fields} | NOT_SETTINGS
    unknown = [name for name in SETTING.findall(text) if name not in settings]
    commands = {name for pair in COMMAND.findall(text) for name in pair if name} - _commands()
    found = {*paths, *links, *unknown, *(f"deskbell {name}" for name in commands)}
    return [f"{page} names {name}" for name in sorted(found)]


def _exists(page: str, path: str) -> bool:
    """From the root, or from the page's own folder."""
    return (ROOT / path).exists() or _linked(page, path).exists()


def _is_module(path: str) -> bool:
    return (ROOT / path).is_file() or (ROOT / PACKAGE / path).is_file()


def _linked(page: str, link: str) -> Path:
    return (ROOT / page).parent / link


def _commands() -> set[str]:
    return {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }


def test_printed_pages_say_what_the_code_does() -> None:
    """`make docs` prints them anew."""
    assert stale(DOCS) == []


def test_a_stale_page_is_noticed_and_printed_anew(tmp_path: Path) -> None:
    assert print_pages(tmp_path) == list(PAGES)
    page = tmp_path / "lifecycle.md"
    page.write_text(page.read_text().replace("refused: `held_by_colleague`", "with Ben"))
    assert stale(tmp_path) == ["lifecycle.md"]
    assert print_pages(tmp_path) == ["lifecycle.md"]
    assert stale(tmp_path) == []


def test_every_verb_of_the_lifecycle_is_on_its_page() -> None:
    public = inspect.getmembers(lifecycle, inspect.isfunction)
    verbs = {name for name, verb in public if verb.__module__ == lifecycle.__name__} - {"agent_may_reply"}
    assert verbs == {name for verb in VERBS for name in re.findall(r"`(\w+)`", verb)}


def test_the_lifecycle_page_knows_that_taking_from_a_colleague_needs_a_confirmation() -> None:
    rows = {row.verb: row.cells for row in table()}
    assert rows["Ben takes over"] == (
        "with Ben",
        "with Ben",
        "refused: `held_by_colleague`",
        "refused: `resolved`",
    )
    assert rows["Ben takes over and confirms that it is from Ada"][2] == "with Ben"


def test_every_event_and_every_setting_is_explained() -> None:
    assert [wire_name(event) for event in event_types() if not meaning(event)] == []
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_events_page_knows_what_visitors_receive_and_what_follows() -> None:
    rows = {row.split("`")[1]: row for row in PAGES["events.md"]().splitlines() if row.startswith("| `")}
    assert rows["conversation.note_added"].endswith("| – | – |")
    assert rows["conversation.taken_over"].endswith("| message and state | – |")
    assert rows["conversation.message_posted"].endswith(
        "| `answering.second_look`, `answering.turn`, `handoff.left_alone` |"
    )


def test_prose_names_only_what_exists() -> None:
    assert len(pages()) > 5
    assert [found for page in pages() for found in missing(page, (ROOT / page).read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("see `src/deskbell/conversations/managers.py`", "src/deskbell/conversations/managers.py"),
        ("see `conversations/lifecycles.py`", "conversations/lifecycles.py"),
        ("[how](how-it-was.md)", "how-it-was.md"),
        ("set `DESKBELL_REDIS_URL`", "DESKBELL_REDIS_URL"),
        ("run `deskbell fly`", "deskbell fly"),
    ],
)
def test_a_page_that_names_what_is_gone_is_caught(text: str, name: str) -> None:
    assert missing("docs/page.md", text) == [f"docs/page.md names {name}"]


def test_the_architecture_page_places_every_slice() -> None:
    slices = {
        name.split("/")[2] for name in tracked() if re.match(rf"{PACKAGE}/[a-z]\w*/__init__\.py$", name)
    }
    text = (DOCS / "architecture.md").read_text("utf-8")
    assert len(slices) > 15
    assert sorted(name for name in slices if f"`{name}/`" not in text) == []
