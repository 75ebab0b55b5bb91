"""Plain text: paragraphs at empty lines, lists by their marks. Also: how the bytes of any text file become characters."""

import re

from deskbell.knowledge.reading.blocks import Block, Kind, Reading, Unreadable

_POINT = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_ENCODINGS = ("utf-8-sig", "cp1252")


def decode(content: bytes) -> str:
    """The characters of a text file: UTF-8, UTF-16 with its mark, or Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:8192]:
        raise Unreadable("This file does not hold text that can be read.")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("The characters of this file cannot be read. Save it as UTF-8 text and add it again.")


def read_plain(content: bytes, title: str) -> Reading:
    """The title is the name of the file: plain text has no headings that one could rely on."""
    return Reading(title, tuple(blocks_of(decode(content))))


def blocks_of(text: str, path: tuple[str, ...] = ()) -> list[Block]:
    """Cut running text at empty lines."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [block for part in parts for block in _blocks(part.strip("\n"), path)]


def _blocks(part: str, path: tuple[str, ...]) -> list[Block]:
    """Wrapped lines are joined; lines that are points of a list stay lines."""
    lines = [line.rstrip() for line in part.split("\n") if line.strip()]
    first = next((index for index, line in enumerate(lines) if _POINT.match(line)), len(lines))
    blocks: list[Block] = []
    if lead := _paragraph(lines[:first]):
        blocks.append(Block(path, Kind.PARAGRAPH, lead))
    if points := _points(lines[first:]):
        blocks.append(Block(path, Kind.LIST, points))
    return blocks


def _paragraph(lines: list[str]) -> tuple[str, ...]:
    """Short lines ("Monday: 8–18") mean what they are; long ones were wrapped by an editor."""
    if lines and max(len(line) for line in lines) < 50:
        return tuple(line.strip() for line in lines)
    joined = " ".join(line.strip() for line in lines)
    return (joined,) if joined else ()


def _points(lines: list[str]) -> tuple[str, ...]:
    points: list[str] = []
    for line in lines:
        if _POINT.match(line) or not points:
            points.append("- " + _POINT.sub("", line).strip())
        else:
            points[-1] += " " + line.strip()
    return tuple(points)
