"""The text of one paragraph of a Word document, as its reader sees it: with inserted text, without deleted text."""

import re
from collections.abc import Iterator
from typing import Any

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "pPr", "rPr"})
_BREAK = "\x0b"


def tag_of(element: Any) -> str:
    """The name without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(paragraph: Any) -> tuple[str, ...]:
    """Its lines; text boxes that hang on it come after its own text."""
    text = "".join(_pieces(paragraph))
    return tuple(line for part in text.split(_BREAK) if (line := re.sub(r"\s+", " ", part).strip()))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        match tag_of(child):
            case "t":
                yield child.text or ""
            case "tab":
                yield " "
            case "br" | "cr":
                yield _BREAK
            case "noBreakHyphen":
                yield "-"
            case "txbxContent":
                yield from (piece for part in child for piece in (_BREAK, *_pieces(part)))
            case name if name not in _SKIPPED:
                yield from _pieces(child)
            case _:
                pass
