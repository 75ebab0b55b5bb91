"""What a page says about itself and where it leads: links, its proper address, whether it wants to be found."""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from deskbell.knowledge.crawling.addresses import normalized

MOST_LINKS = 2000
_REFRESH = re.compile(r"^\s*(\d+)(?:\.\d*)?\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_AT_ONCE_SECONDS = 10
_SCRIPT_ROOT = (
    "#root, #app, #__next, #__nuxt, #___gatsby, app-root, [data-reactroot], [ng-app], [data-server-rendered]"
)
_NOINDEX = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
_NOFOLLOW = re.compile(r"\b(?:nofollow|none)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Survey:
    """`canonical` and `leads_to` (a refresh at once) are addresses in our spelling. `heading` is the title and the first
    heading; `text_words` counts all visible words, navigation too.
    """

    links: tuple[str, ...] = ()
    canonical: str | None = None
    leads_to: str | None = None
    noindex: bool = False
    nofollow: bool = False
    heading: str = ""
    text_words: int = 0
    has_password: bool = False
    is_built_by_scripts: bool = False


def survey(html: str, url: str) -> Survey:
    """Read what concerns a crawler. `url` is where the page was found."""
    page = LexborHTMLParser(html)
    base = _base(page, url)
    wishes = " ".join(
        _attribute(node, "content")
        for node in page.css("meta[name]")
        if _attribute(node, "name").lower() in {"robots", "deskbell"}
    )
    nofollow = bool(_NOFOLLOW.search(wishes))
    scripted = _is_built_by_scripts(page)
    links = () if nofollow else _links(page, base)
    heading = " ".join(node.text(deep=True).strip() for node in page.css("title, h1")[:2])
    has_password = page.css_first("input[type=password]") is not None
    return Survey(
        links=links,
        canonical=_canonical(page, base),
        leads_to=_leads_to(page, base),
        noindex=bool(_NOINDEX.search(wishes)),
        nofollow=nofollow,
        heading=heading[:300],
        text_words=_words(page),
        has_password=has_password,
        is_built_by_scripts=scripted,
    )


def forbids_indexing(header: str) -> bool:
    """The same wish in the header `X-Robots-Tag`, for everybody or for us."""
    wishes = [wish.strip() for wish in header.split(",")]
    return any(
        _NOINDEX.search(wish) and ("deskbell" in wish.lower() or ":" not in wish.partition(" ")[0])
        for wish in wishes
    )


def _base(page: LexborHTMLParser, url: str) -> str:
    node = page.css_first("base[href]")
    return (normalized(_attribute(node, "href"), url) if node is not None else None) or url


def _links(page: LexborHTMLParser, base: str) -> tuple[str, ...]:
    """In the order of the page, each once, without those that say nofollow."""
    found: dict[str, None] = {}
    for node in page.css("a[href], area[href]"):
        if "nofollow" in _attribute(node, "rel").lower().split():
            continue
        address = normalized(_attribute(node, "href"), base)
        if address is not None:
            found[address] = None
        if len(found) >= MOST_LINKS:
            break
    return tuple(found)


def _canonical(page: LexborHTMLParser, base: str) -> str | None:
    """Two different ones contradict each other and count as none."""
    named = {normalized(_attribute(node, "href"), base) for node in page.css("link[rel=canonical][href]")}
    return next(iter(named)) if len(named) == 1 else None


def _leads_to(page: LexborHTMLParser, base: str) -> str | None:
    for node in page.css("meta[http-equiv]"):
        if _attribute(node, "http-equiv").lower() == "refresh":
            found = _REFRESH.match(_attribute(node, "content"))
            if found and int(found[1][:6]) <= _AT_ONCE_SECONDS:
                return normalized(found[2], base)
    return None


def _is_built_by_scripts(page: LexborHTMLParser) -> bool:
    """An empty place for an application to fill, or a sentence that asks to switch scripts on."""
    place = page.css_first(_SCRIPT_ROOT)
    if place is not None and len(place.text(deep=True).split()) < 20 and page.css_first("script") is not None:
        return True
    asks = " ".join(node.text(deep=True) for node in page.css("noscript")).lower()
    return "javascript" in asks and page.css_first("script") is not None


def _words(page: LexborHTMLParser) -> int:
    for node in page.css("script, style, noscript, template"):
        node.decompose()
    return len(page.body.text(deep=True, separator=" ").split()) if page.body is not None else 0


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
