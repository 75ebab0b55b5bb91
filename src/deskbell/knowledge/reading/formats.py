"""Which reader takes a file. The content decides; the name only settles what the content leaves open."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from deskbell.knowledge.reading.blocks import Block, Reading, Unreadable
from deskbell.knowledge.reading.office.package import is_old_or_locked, kind_of

Reader: TypeAlias = Callable[[bytes, str], Reading]

MAX_BYTES = 20 * 1024 * 1024
ENDINGS: Mapping[str, str] = {
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "txt": "text",
    "text": "text",
    "pdf": "pdf",
    "docx": "docx",
    "xlsx": "xlsx",
    "pptx": "pptx",
    "csv": "csv",
    "tsv": "csv",
}
_NAMES = {"pdf": "a PDF", "docx": "a Word document", "xlsx": "a spreadsheet", "pptx": "a presentation"}
_OLD = {"doc": "Word", "xls": "Excel", "ppt": "PowerPoint"}
_WITH_MACROS = {"docm": "docx", "dotm": "docx", "xlsm": "xlsx", "pptm": "pptx", "ppsm": "pptx"}
_READ = "Deskbell reads .pdf, .docx, .xlsx, .pptx, .csv, .md, .html and .txt files."
_PICTURES = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a recording or picture",
}
_MARKDOWN = re.compile(rb"^#{1,6} \S|^\|.*\|[ \t]*$|\]\(https?:|\*\*\S", re.MULTILINE)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_HTML = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)


def read(content: bytes, file_name: str) -> Reading:
    """The structured form of a file. Raises `Unreadable` with a sentence when there is nothing to learn from it."""
    reading = _printable(_reader(_kind(content, file_name))(content, title_from(file_name)))
    if not reading.words:
        raise Unreadable("This page is empty: no text was found in it.")
    return reading


def refusal(file_name: str, size: int) -> str | None:
    """Why a file is not even taken in, as a sentence; None when it may come in."""
    ending = _ending(file_name)
    if ending in _OLD:
        return (
            f"This is an old {_OLD[ending]} file (.{ending}). Save it as .{ending}x or PDF and add it again."
        )
    if ending in _WITH_MACROS:
        return f"This file may hold macros. Save it as .{_WITH_MACROS[ending]} and add it again."
    if ending not in ENDINGS:
        return f"{_READ} Save it as one of these and add it again."
    if size > MAX_BYTES:
        return "This file is larger than 20 MB. Split it, or save it without its pictures."
    if size == 0:
        return "This file is empty."
    return None


def _printable(reading: Reading) -> Reading:
    """Without control characters and broken halves of characters: databases refuse them."""
    blocks = (
        Block(tuple(map(_clean, block.path)), block.kind, tuple(map(_clean, block.lines)))
        for block in reading.blocks
    )
    return replace(reading, title=_clean(reading.title), blocks=tuple(blocks))


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text).strip("\n") if _UNPRINTABLE.search(text) else text


def _kind(content: bytes, file_name: str) -> str:
    named = ENDINGS.get(_ending(file_name), "text")
    found = _signature(content)
    if found is None and named in _NAMES:
        raise Unreadable(f"This file is named .{named}, but it is not {_NAMES[named]}.")
    if found is None and named == "text" and _HTML.search(content[:2048]):
        return "html"
    return found or named


def _signature(content: bytes) -> str | None:
    """What the first bytes say it is; None for text of any kind."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if is_old_or_locked(content):
        raise Unreadable(
            "This is an old Office file, or one with a password. Save a copy without a password as .docx, .xlsx or .pptx."
        )
    if content.startswith(b"PK\x03\x04"):
        return _office_kind(content)
    if (
        picture := next((name for mark, name in _PICTURES.items() if content.startswith(mark)), None)
    ) is not None:
        raise Unreadable(
            f"This is {picture}, not text. Run text recognition (OCR) on it, or paste its words."
        )
    return None


def _office_kind(content: bytes) -> str:
    kind = kind_of(content)
    if kind is None:
        raise Unreadable(
            "This is an archive, or a file that Deskbell does not read. Unpack it and add the documents inside."
        )
    return kind


def _reader(kind: str) -> Reader:
    """Readers are imported when needed: each brings a library."""
    match kind:
        case "pdf":
            from deskbell.knowledge.reading.pdf.document import read_pdf as reader
        case "docx":
            from deskbell.knowledge.reading.office.docx import read_docx as reader
        case "xlsx":
            from deskbell.knowledge.reading.office.xlsx import read_xlsx as reader
        case "pptx":
            from deskbell.knowledge.reading.office.pptx import read_pptx as reader
        case "csv":
            from deskbell.knowledge.reading.rows.csv_file import read_csv as reader
        case "html":
            from deskbell.knowledge.reading.web.html import read_html_file as reader
        case "markdown":
            from deskbell.knowledge.reading.markdown import read_markdown as reader
        case _:
            from deskbell.knowledge.reading.plain import read_plain as reader
    return reader


def _ending(file_name: str) -> str:
    return file_name.rpartition(".")[2].lower()


def title_from(file_name: str) -> str:
    """The name of a file as a title for people."""
    stem = file_name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or file_name
    words = re.sub(r"[-_]+", " ", stem).strip()
    return words[:1].upper() + words[1:]


def name_of_text(text: bytes) -> str:
    """How pasted text is read: as Markdown when it is written so, else line by line as it stands."""
    return "text.md" if _MARKDOWN.search(text) else "text.txt"
