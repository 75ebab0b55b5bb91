"""Where the widget may appear: the admin's list of sites, and whether an Origin is on it."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from deskbell.kit.errors import Refused

SITE = re.compile(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?")


def normalize_site(typed: str) -> str:
    """`https://Www.Clinic.example/contact` → `www.clinic.example`; `*.clinic.example` covers every subdomain."""
    site = typed.strip().lower()
    site = _ascii(_host_and_port(site if "://" in site else f"//{site}"))
    if not SITE.fullmatch(site):
        raise Refused("site_shape", f"“{typed}” is not a site. Write it like www.clinic.example.", site=typed)
    return site


def site_allowed(allowed_sites: Sequence[str], origin: str | None) -> bool:
    """Whether a page of `origin` (the browser's Origin header) may open the widget. An empty list allows every site."""
    if not allowed_sites:
        return True
    if not origin:
        return False
    site = _host_and_port(origin.lower())
    return any(_covers(allowed, site) for allowed in allowed_sites)


def _host_and_port(address: str) -> str:
    try:
        return urlsplit(address).netloc.removesuffix(":443")
    except ValueError:  # brackets that are no IPv6 address
        return ""


def _ascii(site: str) -> str:
    """Browsers send international names in their ASCII form (IDNA)."""
    try:
        return site.encode("idna").decode()
    except UnicodeError:
        return ""


def _covers(allowed: str, site: str) -> bool:
    if allowed.startswith("*."):
        return site.endswith(allowed[1:]) and site != allowed[1:]
    return site == allowed
