"""The demo's website: the script line is in every page, and nothing outside of its folder is served."""

from pathlib import Path

import httpx
import pytest

from deskbell.cli.help_pages import help_page, with_list
from deskbell.cli.sample_site import create_sample_site, script_line, with_script
from deskbell.kit.db import Database

LINE = '<script async src="http://bell.example/widget.js" data-deskbell="wk_1"></script>'


def test_the_script_line_takes_its_place_or_ends_the_body() -> None:
    assert script_line("http://bell.example", "wk_1") == LINE
    assert with_script("<body><!-- deskbell --><p>Hi</p></body>", LINE) == f"<body>{LINE}<p>Hi</p></body>"
    assert with_script("<body><p>Hi</p></body>", LINE) == f"<body><p>Hi</p>{LINE}\n</body>"


def test_without_an_agent_there_is_no_script_line() -> None:
    assert script_line("http://bell.example", "") == ""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<body>Home</body>")
    (tmp_path / "site" / "visits.html").write_text("<body>Visits</body>")
    (tmp_path / "site" / "style.css").write_text("body {}")
    (tmp_path / "secret.html").write_text("secret")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("address", "status", "content"),
    [
        ("/", 200, "Home"),
        ("/visits", 200, "Visits"),
        ("/visits.html", 200, "Visits"),
        ("/style.css", 200, "body {}"),
        ("/nothing", 404, "no such page"),
        ("/%2e%2e/secret.html", 404, "no such page"),
    ],
)
async def test_pages_are_found_by_their_names(
    pages: Path, database: Database, address: str, status: int, content: str
) -> None:
    site = create_sample_site("http://bell.example", pool_url="", pages=pages)
    site.state.database = database
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://site") as client:
        answer = await client.get(address)
    assert answer.status_code == status
    assert content in answer.text


def test_a_help_page_of_the_clinic_is_shown_in_the_frame_of_its_website() -> None:
    frame = (
        '<html><head><title>Help</title></head><body><main id="main">old</main><p>footer</p></body></html>'
    )
    page = help_page("help/clinic-hours-and-holidays.md", frame)
    assert page is not None
    assert "<h2>What are your clinic hours?</h2>" in page
    assert ("old" in page, "<p>footer</p>" in page, '<base href="/" />' in page) == (False, True, True)


@pytest.mark.parametrize("path", ["help/none-such.md", "help/../README.md", "prices", "help/"])
def test_there_is_no_help_page_at_other_addresses(path: str) -> None:
    assert help_page(path, "<main id='main'></main>") is None


def test_the_help_page_lists_all_others() -> None:
    page = with_list("<!-- help pages -->")
    assert '<a href="help/clinic-hours-and-holidays">Clinic hours and holidays</a>' in page
    assert "README" not in page
