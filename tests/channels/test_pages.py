"""Who may frame the panel and the dashboard. The browser enforces it; here it is what we tell the browser."""

import pytest

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
