"""Markdown, with front matter and with HTML in the middle: it becomes HTML and is read as such."""

import re

from markdown_it import MarkdownIt

from deskbell.knowledge.reading.blocks import Reading
from deskbell.knowledge.reading.plain import decode
from deskbell.knowledge.reading.web.html import read_html

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(title|description):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


def read_markdown(content: bytes, title: str) -> Reading:
    """The title is the front matter's, else the first heading, else the name of the file."""
    text = decode(content)
    front = _FRONT_MATTER.match(text)
    entries = {key: value.strip("'\"") for key, value in _ENTRY.findall(front[1])} if front else {}
    html = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(text[front.end() :] if front else text)
    )
    return read_html(
        html, fallback_title=title, title=entries.get("title", ""), description=entries.get("description", "")
    )
