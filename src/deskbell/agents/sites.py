"""Where the widget may appear: the admin's list of sites, as `frame-ancestors` names them.

The browser enforces it when the panel is framed. The panel's own requests come from our origin, so their Origin says nothing.
"""

import re
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
