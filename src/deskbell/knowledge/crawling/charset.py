"""The characters of a page as the web understands them: mark, header, the page's own word, then UTF-8 (WHATWG, in short)."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_PAGE = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# Pages that name these mean the larger set that browsers read them with.
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}


def decoded(content: bytes, content_type: str) -> str:
    """Never fails: what is not a character becomes a mark."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    for name in (_named(_IN_HEADER.search(content_type)), _named_in_page(content), "utf-8"):
        if name and (text := _tried(content, name)) is not None:
            return text
    return content.decode("cp1252", errors="replace")


def _named(found: re.Match[str] | None) -> str:
    return found[1].lower() if found else ""


def _named_in_page(content: bytes) -> str:
    found = _IN_PAGE.search(content[:2048])
    return (found[1] or found[2]).decode("ascii", errors="replace").lower() if found else ""


def _tried(content: bytes, name: str) -> str | None:
    encoding = _MEANT.get(name, name)
    if name.startswith("utf-16"):  # a page that says so in ASCII is not
        encoding = "utf-8"
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
