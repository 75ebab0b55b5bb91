"""Who may frame the panel and the dashboard. The browser enforces it; here it is what we tell the browser."""

import gzip
from pathlib import Path

import pytest

from deskbell.channels.packed import packed
from deskbell.channels.pages import DASHBOARD_POLICY, frame_ancestors


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        ([], "*"),
        (["clinic.example"], "'self' clinic.example"),
        (["*.clinic.example", "localhost:8000"], "'self' *.clinic.example localhost:8000"),
    ],
)
def test_the_panel_may_be_framed_by_the_listed_sites_and_by_us(allowed: list[str], said: str) -> None:
    assert frame_ancestors(allowed) == said


def test_nobody_may_frame_the_dashboard() -> None:
    assert DASHBOARD_POLICY.endswith("frame-ancestors 'none'")


def test_scripts_travel_gzipped_and_arrive_as_they_were(tmp_path: Path) -> None:
    script = tmp_path / "app.js"
    script.write_text("let a = 1;\n" * 500)
    response = packed(script, "gzip, br", "text/javascript")
    assert response is not None
    assert (response.headers["content-encoding"], response.headers["vary"]) == ("gzip", "accept-encoding")
    assert gzip.decompress(bytes(response.body)) == script.read_bytes()


def test_fonts_small_files_and_old_browsers_get_the_file_itself(tmp_path: Path) -> None:
    font, small, script = tmp_path / "inter.woff2", tmp_path / "small.js", tmp_path / "app.js"
    font.write_bytes(b"x" * 5000)
    small.write_text("1;")
    script.write_text("1;" * 5000)
    assert [packed(font, "gzip", None), packed(small, "gzip", None), packed(script, "br", None)] == [None] * 3
