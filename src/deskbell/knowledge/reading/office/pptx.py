"""Slides (.pptx): each under its title, with its points, tables and notes, in the order in which people look at them."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from deskbell.knowledge.reading.blocks import Kind, Reading, Unreadable, without_title
from deskbell.knowledge.reading.office.package import DAMAGE
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.rows.grid import table_of

_NOT_CONTENT = frozenset({"DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"})
_NOTES = "Notes"


def read_pptx(content: bytes, title: str) -> Reading:
    """The title is the one of the first slide when that is a title slide, else the document's, else the file's name."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    outline = Outline()
    try:
        presentation = Presentation(BytesIO(content))
        slides = list(presentation.slides)
        silent = sum(not _place(outline, slide, number) for number, slide in enumerate(slides, start=1))
        own = _own_title(slides) or _usable(presentation.core_properties.title or "")
    except (PythonPptxError, *DAMAGE) as error:
        raise Unreadable("This presentation is damaged. Open it, save it again, and add the copy.") from error
    blocks = without_title(outline.finish(), own)
    told = f"{silent} {'slide has' if silent == 1 else 'slides have'} no text."
    return Reading(own or title, blocks, (told,) if silent else ())


def _place(outline: Outline, slide: Any, number: int) -> bool:
    """Put one slide into the outline; whether it says anything."""
    named = slide.shapes.title
    title = _line(named.text_frame.text) if named is not None and named.has_text_frame else ""
    outline.heading(title or f"Slide {number}", 1)
    says = bool(title)
    for shape in _ordered(shape for shape in _flat(slide.shapes) if not _is(shape, named)):
        says = _place_shape(outline, shape) or says
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
        outline.heading(_NOTES, 2)
        says = _place_text(outline, frame, is_list=False) or says
    return says


def _place_shape(outline: Outline, shape: Any) -> bool:
    if getattr(shape, "has_table", False):
        rows = [tuple(_line(cell.text) for cell in row.cells) for row in shape.table.rows]
        outline.add(Kind.TABLE, lines := table_of([row for row in rows if any(row)]))
        return bool(lines)
    if not shape.has_text_frame or _role(shape) in _NOT_CONTENT:
        return False
    return _place_text(outline, shape.text_frame, is_list=_role(shape) in {"OBJECT", "BODY"})


def _place_text(outline: Outline, frame: Any, *, is_list: bool) -> bool:
    """The body of a slide is a list when it has several paragraphs, whatever marks the theme draws before them."""
    said = [(text, paragraph.level or 0) for paragraph in frame.paragraphs if (text := _line(paragraph.text))]
    if is_list and len(said) > 1:
        for text, level in said:
            outline.point(text, level)
    else:
        for text, _ in said:
            outline.add(Kind.PARAGRAPH, (text,))
    return bool(said)


def _flat(shapes: Iterable[Any]) -> Iterator[Any]:
    """Shapes, and those inside groups."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _ordered(shapes: Iterable[Any]) -> list[Any]:
    """From top to bottom, then from left to right; shapes without a place of their own first, as the layout has them."""
    return sorted(shapes, key=lambda shape: ((shape.top or 0) // 300_000, shape.left or 0))


def _is(shape: Any, other: Any) -> bool:
    return other is not None and shape.shape_id == other.shape_id


def _role(shape: Any) -> str:
    return shape.placeholder_format.type.name if shape.is_placeholder else ""


def _own_title(slides: list[Any]) -> str:
    """Of a first slide that is a title slide."""
    if not slides or "title" not in (slides[0].slide_layout.name or "").lower().split():
        return ""
    named = slides[0].shapes.title
    is_alone = slides[0].slide_layout.name.lower() == "title slide"
    return _line(named.text_frame.text) if named is not None and is_alone else ""


def _usable(title: str) -> str:
    return (
        ""
        if re.fullmatch(r"(powerpoint[- ]pr\S+|presentation)?\s*\d*", title.strip(), re.IGNORECASE)
        else title.strip()
    )


def _line(text: str) -> str:
    return " ".join(text.split())
