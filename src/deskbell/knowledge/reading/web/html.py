"""HTML: the text that is content, under its headings. Navigation, scripts and forms are left out."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from deskbell.knowledge.reading.blocks import Block, Kind, Reading, without_title
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.plain import decode
from deskbell.knowledge.reading.web.furniture import take_out
from deskbell.knowledge.reading.web.tables import caption, table_rows

_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 6, "dt": 6}
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
        ),
        *(
            "label",
            "mark",
            "q",
            "s",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
        ),
    )
)
_BLOCKS = (
    "p,ul,ol,dl,table,div,section,article,blockquote,pre,h1,h2,h3,h4,h5,h6"  # an <a> or <span> may hold them
)
_LINE_BREAK = "\x0b"
_QUESTION_LEVEL = 5


def read_html_file(content: bytes, title: str) -> Reading:
    """A page as it was saved or served."""
    return read_html(decode(content), fallback_title=title)


def read_html(html: str, *, fallback_title: str, title: str = "", description: str = "") -> Reading:
    """`title` wins over the page's own; `description` stands in for a page that has no text."""
    page = LexborHTMLParser(html)
    take_out(page)
    reader = _PageReader()
    root = page.css_first("main, [role=main]") or page.body
    if root is not None:
        reader.walk(root)
    blocks = reader.outline.finish()
    own_title = _own_title(page)
    if not blocks and description:
        blocks = (Block((), Kind.PARAGRAPH, (description,)),)
    return Reading(title or own_title or fallback_title, without_title(blocks, title or own_title, own_title))


def _own_title(page: LexborHTMLParser) -> str:
    """The one first-level heading. Several of them are the headings of sections."""
    headings = page.css("h1")
    named = headings[0] if len(headings) == 1 else page.css_first("title")
    return plain(named.text(deep=True)) if named is not None else ""


def plain(text: str) -> str:
    """Runs of white space become one space."""
    return re.sub(r"\s+", " ", text).strip()


class _PageReader:
    """Walks the tree once, collecting running text until something that is not running text begins."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._running: list[str] = []

    def walk(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if tag in {"-text", "br"} or (tag in _INLINE and child.css_first(_BLOCKS) is None):
                self._running.append(inline(child))
            elif tag not in {"-comment", "button"} or _is_question(child):
                self._flush()
                self._block(child, tag)
        self._flush()

    def _block(self, node: LexborNode, tag: str) -> None:
        level = _QUESTION_LEVEL if _is_question(node) else _HEADINGS.get(tag)
        if level is not None:
            self.outline.heading(plain(node.text(deep=True)), level)
        elif tag in {"ul", "ol"} and _is_contents(node):
            self.outline.forget_announcement()
        elif tag in {"ul", "ol"} and not _holds_sections(node):
            self.outline.add(Kind.LIST, _points(node, ""))
        elif tag == "table" and not _holds_sections(node):
            self._table(node)
        elif tag == "p" and _is_bold(node):
            self.outline.bold(plain(node.text(deep=True)))
        elif tag not in {"head", "title", "button", "input", "-comment"}:
            self.walk(node)

    def _table(self, node: LexborNode) -> None:
        """A table inside a cell is one of its own: then the outer one only arranges."""
        if any(inner.mem_id != node.mem_id for inner in node.css("table")):
            self.walk(node)
            return
        if told := caption(node):
            self.outline.add(Kind.PARAGRAPH, (told if told.endswith((":", ".")) else f"{told}:",))
        self.outline.add(Kind.TABLE, table_rows(node))

    def _flush(self) -> None:
        text = "".join(self._running)
        self._running.clear()
        self.outline.add(Kind.PARAGRAPH, lines_of(text))


def inline(node: LexborNode) -> str:
    """The text of a phrase; a line break stays visible as a mark."""
    if node.tag == "-text":
        return node.text_content or ""
    if node.tag == "br":
        return _LINE_BREAK
    return "".join(inline(child) for child in node.iter(include_text=True) if child.tag != "-comment")


def lines_of(text: str) -> tuple[str, ...]:
    """Lines as the page breaks them, without white space around."""
    return tuple(line for part in text.split(_LINE_BREAK) if (line := plain(part)))


def _points(node: LexborNode, indent: str) -> tuple[str, ...]:
    """One line per point; the points of a list inside a point are indented below it."""
    points: list[str] = []
    for child in node.iter():
        if child.tag in {"ul", "ol"}:
            points += _points(child, indent + "  ")
        elif child.tag not in {"-comment", "script"}:
            points += _point(child, indent)
    return tuple(points)


def _point(node: LexborNode, indent: str) -> list[str]:
    own: list[str] = []
    below: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag in {"ul", "ol"}:
            below += _points(child, indent + "  ")
        elif child.tag != "-comment":
            own.append(inline(child) if child.tag in _INLINE | {"-text", "br"} else f" {inline(child)} ")
    text = " ".join(lines_of("".join(own)))
    return ([f"{indent}- {text}"] if text else []) + below


def _is_contents(node: LexborNode) -> bool:
    """A list of jumps within the page repeats its headings and says nothing."""
    points = node.css("li")
    return len(points) > 1 and len(node.css('li > a[href^="#"]')) == len(points)


def _holds_sections(node: LexborNode) -> bool:
    """A list or table that is used for layout: whole sections stand in it."""
    return node.css_first("h1,h2,h3,h4,h5,h6,[itemprop=name],button[aria-controls]") is not None


def _is_question(node: LexborNode) -> bool:
    """The button that unfolds an answer: of an accordion, or marked as a question (schema.org)."""
    named = node.attributes.get("itemprop") == "name" or "aria-controls" in node.attributes
    return node.tag == "button" and named


def _is_bold(node: LexborNode) -> bool:
    children = [
        child
        for child in node.iter(include_text=True)
        if child.tag != "-text" or (child.text_content or "").strip()
    ]
    return bool(children) and all(child.tag in {"b", "strong"} for child in children)
