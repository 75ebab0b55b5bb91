"""Where the widget may appear."""

import pytest

from deskbell.agents.sites import normalize_site
from deskbell.kit.errors import Refused


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("https://Www.Clinic.example/contact", "www.clinic.example"),
        ("clinic.example/contact", "clinic.example"),
        ("*.clinic.example", "*.clinic.example"),
        ("http://localhost:8000", "localhost:8000"),
        ("https://clinic.example:443", "clinic.example"),
        ("https://clínica.example", "xn--clnica-4va.example"),
    ],
)
def test_a_site_is_kept_as_browsers_name_it(typed, site):
    assert normalize_site(typed) == site


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "https://",
        "*",
        "a b.example",
        "user@clinic.example",
        "clinic..example",
        "http://[",
        "clinic.example:443:1",
    ],
)
def test_what_is_no_site_is_refused(typed):
    with pytest.raises(Refused) as refusal:
        normalize_site(typed)
    assert refusal.value.code == "site_shape"
