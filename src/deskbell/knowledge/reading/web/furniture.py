"""What stands around the content of a web page: navigation, banners, share bars, lists of other pages. It is taken out.

Decided by role, by name and by how much of a part is links; never by a list of sites.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ALWAYS = (
    "script,style,noscript,template,svg,iframe,nav,footer,select,textarea,dialog,[role=navigation],[role=banner],"
    "[role=contentinfo],[role=search],[role=dialog],[role=alertdialog],[role=menu],[role=menubar],[aria-modal=true]"
)
_NAMED = re.compile(
    r"(?:[a-z0-9]+[-_]+){0,3}"
    r"(?:cookies?|consent|gdpr|breadcrumbs?|share|sharing|social|related|newsletter|subscribe|pagination|pager|sidebar|navbar|"
    r"nav|navigation|menu|popup|skip|skiplink|advert|ads|promo|toc|visually|sr)"
    r"(?:[-_]+(?:bar|banner|buttons?|icons?|links?|list|menu|box|notice|content|posts|articles|widget|container|wrapper|media|"
    r"hidden|only|main|to|form|signup))*",
    re.IGNORECASE,
)
_CANDIDATES = (
    "div[class],div[id],section[class],section[id],ul[class],ul[id],ol[class],p[class],a[class],span[class]"
)
_OTHER_PAGES = re.compile(
    r"(?:related|similar|recommended|popular|more|other|latest|recent) (?:articles?|pages?|posts?|topics?|questions|reading|stories)"
    r"|read (?:next|more)|see also|you (?:may|might) also (?:like|be interested in).*|share(?: this.*)?|follow us.*"
    r"|on this page|in this (?:section|article)|table of contents|contents|was this (?:page|article) helpful\W*",
    re.IGNORECASE,
)
_HEADINGS = "h1,h2,h3,h4,h5,h6"
_MOST_LINKS = 0.6
_LARGE_SHARE = 0.4  # what holds more of the page than this is not furniture, whatever it is called


def take_out(page: LexborHTMLParser) -> None:
    """Remove what is not content from the tree."""
    for node in page.css(_ALWAYS):
        node.decompose()
    if page.body is None:
        return
    most = max(_length(page.body), 1) * _LARGE_SHARE
    _drop_hidden(page)
    for form in page.css("form"):  # some programs wrap the whole page in one
        if _length(form) < most:
            form.decompose()
    _drop_edges(page)
    for part in page.css(_CANDIDATES):
        if _is_named_furniture(part) and _length(part) < most and part.css_first("h1,main") is None:
            part.decompose()
    _drop_lists_of_other_pages(page)


def _drop_edges(page: LexborHTMLParser) -> None:
    """What stands beside and above the content. A note inside of an article is content, unless it is made of links."""
    for aside in page.css("aside"):
        is_note = _inside(aside, {"main", "article"}) and _links(aside) < _MOST_LINKS
        if not is_note or _is_named_furniture(aside):
            aside.decompose()
    for header in page.css("header"):
        if not _inside(header, {"main", "article", "section"}) and header.css_first("h1") is None:
            header.decompose()


def _drop_hidden(page: LexborHTMLParser) -> None:
    """A hidden part that a button unfolds is content that waits."""
    unfolded = {node.attributes.get("aria-controls") for node in page.css("[aria-controls]")}
    for node in page.css("[hidden]"):
        if (
            node.attributes.get("hidden") != "until-found"
            and (node.attributes.get("id") or "-") not in unfolded
        ):
            node.decompose()


def _drop_lists_of_other_pages(page: LexborHTMLParser) -> None:
    """A heading like "Related articles" with the links below it."""
    for heading in page.css(_HEADINGS):
        if not _OTHER_PAGES.fullmatch(" ".join(heading.text(deep=True).split()).strip(" :")):
            continue
        below = _links_after(heading)
        if any(node.tag != "-text" for node in below):
            for node in (*below, heading):
                node.decompose()


def _links_after(heading: LexborNode) -> list[LexborNode]:
    """What follows and is made of links, up to something else."""
    found: list[LexborNode] = []
    following = heading.next
    while following is not None and following.tag not in _HEADINGS.split(","):
        if _length(following) and _links(following) < _MOST_LINKS:
            break
        found.append(following)
        following = following.next
    return found


def _is_named_furniture(node: LexborNode) -> bool:
    """Whether one of its classes, or its id, says so: "cookieBanner", "nav", "related-articles"; not "social-work"."""
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return any(_NAMED.fullmatch(name) for name in re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).split())


def _inside(node: LexborNode, tags: set[str]) -> bool:
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above is not None


def _length(node: LexborNode) -> int:
    return len("".join((node.text(deep=True) or "").split()))


def _links(node: LexborNode) -> float:
    """The share of the text that is links."""
    linked = _length(node) if node.tag == "a" else sum(_length(link) for link in node.css("a"))
    return linked / max(_length(node), 1)
