"""The demo clinic's help pages as web pages, in the frame of its website: what an answer's source links to. Pure but for reading files."""

import re
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

DOCUMENTS = Path(__file__).parent.parent / "demo_clinic"
FOLDER = "help/"
LIST_PLACE = "<!-- help pages -->"
_MAIN = re.compile(r'(<main id="main">).*(</main>)', re.DOTALL)


def help_page(path: str, frame: str) -> str | None:
    """The page of `help/billing.md` (or `help/billing`) inside `frame`, a whole page of the site; None when there is none."""
    name = path.removeprefix(FOLDER).removesuffix(".md")
    document = DOCUMENTS / f"{name}.md"
    if not path.startswith(FOLDER) or not re.fullmatch(r"[a-z0-9-]+", name) or not document.is_file():
        return None
    text = document.read_text()
    body = MarkdownIt("commonmark").enable("table").render(text)
    article = f'<article class="narrow prose"><p><a href="help.html">Help</a></p>\n{body}</article>'
    page = _MAIN.sub(lambda main: f"{main[1]}{article}{main[2]}", frame)
    return page.replace("<head>", '<head>\n    <base href="/" />', 1)


def with_list(page: str) -> str:
    """The page with links to all help pages where it has a place for them."""
    if LIST_PLACE not in page:
        return page
    links = "\n".join(
        f'<li><a href="{FOLDER}{document.stem}">{escape(title_of(document.read_text()))}</a></li>'
        for document in sorted(DOCUMENTS.glob("*.md"))
        if document.stem != "README"
    )
    return page.replace(LIST_PLACE, f'<h2>All help pages</h2>\n<ul class="pages">{links}</ul>')


def title_of(markdown: str) -> str:
    """The first heading."""
    first = markdown.lstrip().partition("\n")[0]
    return first.lstrip("# ").strip()
