"""Addresses of pages in one spelling, so that a page is fetched once however it is linked (RFC 3986, section 6)."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from deskbell.kit.errors import Refused

MOST_CHARACTERS = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}
_UNRESERVED_IN_PATHS = "/:@!$&'()*+,;=~-._%"
# What campaigns and shops append. None of it changes the text of a page.
_TRACKING = re.compile(
    r"utm_\w+|hsa_\w+|mtm_\w+|pk_\w+|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|ttclid|igshid|li_fat_id"
    r"|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_id|mkt_tok|oly_\w+_id|trk|s_cid|fb_\w+|ref_src",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sid|sess|session|sessionid|session_id|cfid|cftoken|zenid|oscsid",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|sid|phpsessid)=[^/?#]*", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PORT = re.compile(r"^[^/?#]+:\d+(?:[/?#]|$)")


def typed(text: str) -> str:
    """The address that a person typed, in our spelling. Without a scheme it is https. `Refused` when it is none."""
    words = text.strip()
    if not words or any(character.isspace() for character in words):
        raise Refused(
            "address_not_valid", "This is not a web address. It looks like https://www.example.com/help."
        )
    if not _SCHEME.match(words) or _PORT.match(words):
        words = f"{_likely_scheme(words)}://{words.lstrip('/')}"
    address = normalized(words)
    if address is None or not _is_host(host_of(address)):
        raise Refused(
            "address_not_valid", "This is not a web address. It looks like https://www.example.com/help."
        )
    return address


def normalized(url: str, base: str = "") -> str | None:
    """`url` as a page at `base` links it, in one spelling; None for what is not a web page (mailto, javascript, logins).

    Fragments, default ports, tracking parameters and session ids go; what is left of the query is sorted.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host or parts.username is not None:
        return None
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        place = f"{place}:{port}"
    address = urlunsplit((parts.scheme, place, _path(parts.path), _query(parts.query), ""))
    return address if len(address) <= MOST_CHARACTERS else None


def host_of(url: str) -> str:
    return urlsplit(url).hostname or ""


def origin_of(url: str) -> str:
    """Scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def path_of(url: str) -> str:
    return urlsplit(url).path or "/"


def place_of(url: str) -> str:
    """The path that "everything below this address" means: without a closing slash, and without the name of a file."""
    folder, _, last = path_of(url).rpartition("/")
    return (folder if "." in last else f"{folder}/{last}").rstrip("/") or "/"


def file_name_of(url: str) -> str:
    """The last part of the path, as a person would name the file."""
    return unquote(path_of(url).rpartition("/")[2])[-200:]


def _path(path: str) -> str:
    without_session = _SESSION_IN_PATH.sub("", path)
    parts: list[str] = []
    for part in re.sub(r"/{2,}", "/", without_session or "/").split("/")[1:]:
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    trail = "/" if without_session.endswith(("/.", "/..")) else ""
    return quote(_decoded("/" + "/".join(parts) + trail), safe=_UNRESERVED_IN_PATHS)


def _decoded(path: str) -> str:
    """Escapes of letters, digits and `-._~` say nothing: they are taken away. All others stay, in upper case."""
    return re.sub(
        r"%([0-9a-fA-F]{2})",
        lambda found: (
            chr(int(found[1], 16))
            if re.fullmatch(r"[A-Za-z0-9._~-]", chr(int(found[1], 16)))
            else found[0].upper()
        ),
        path,
    )


def _query(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name) and not _SESSION.fullmatch(name)
    ]
    return urlencode(sorted(kept))


def _likely_scheme(words: str) -> str:
    """Almost everything speaks https, except what runs on one's own machine."""
    return "http" if re.match(r"(?:localhost|127\.[\d.]+)(?:[:/]|$)", words) else "https"


def _is_host(host: str) -> bool:
    return "." in host or host == "localhost" or ":" in host
