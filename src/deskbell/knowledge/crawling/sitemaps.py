"""Sitemaps (sitemaps.org): the pages that a site names itself. Read by pattern, so that broken XML still helps and no XML trick works."""

import re
import zlib
from dataclasses import dataclass
from html import unescape

from deskbell.knowledge.crawling.addresses import normalized

MOST_BYTES = 50_000_000  # of the protocol, uncompressed
MOST_SITEMAPS = 50
_LOC = re.compile(r"<(?:\w+:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*([^<>\s\]]{1,2000})", re.IGNORECASE)
_INDEX = re.compile(r"<(?:\w+:)?sitemapindex[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class Sitemap:
    """Addresses of pages, or of more sitemaps."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(content: bytes, url: str) -> Sitemap:
    """XML or plain lines, gzipped or not. What cannot be understood names nothing."""
    text = _unpacked(content).decode("utf-8", errors="replace")
    named = (
        _LOC.findall(text) if "<" in text else [line for line in text.splitlines() if line.startswith("http")]
    )
    addresses = dict.fromkeys(
        address for name in named if (address := normalized(unescape(name), url)) is not None
    )
    if _INDEX.search(text):
        return Sitemap(sitemaps=tuple(addresses)[:MOST_SITEMAPS])
    return Sitemap(pages=tuple(addresses))


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return content[:MOST_BYTES]
    unpacking = zlib.decompressobj(wbits=31)
    try:
        return unpacking.decompress(content, MOST_BYTES)
    except zlib.error:
        return b""
