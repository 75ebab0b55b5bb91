"""From the lines of all pages to headings, paragraphs, lists and tables."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from deskbell.knowledge.reading.blocks import Block, Kind
from deskbell.knowledge.reading.outline import Outline
from deskbell.knowledge.reading.pdf.layout import Line
from deskbell.knowledge.reading.plain import blocks_of
from deskbell.knowledge.reading.rows.grid import table_of

_LARGER = 1.12
_HEADING_WORDS = 14
_BOLD_LEVEL, _GUESSED_LEVEL = 5, 6
_PARAGRAPH_PITCH = 1.25  # of the usual way from line to line
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
     "\uf0b7": "•", "\uf0a7": "•", "\u25aa": "•", "\u25cf": "•", "\u00a0": " ", "\r": " ", "\n": " "}
)  # fmt: skip
_WRAP = "\x1f"  # where a line ended only because its column did
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010\u0002\ufffe][\n\x1f](?=[a-zß-ÿ])")
_BEFORE_POINT = re.compile(r"\x1f(?=\s*(?:[-*•–]|\d{1,3}[.)])\s)")


def cleaned(text: str) -> str:
    """Ligatures as letters, bullets of symbol fonts as bullets."""
    return text.translate(_LIGATURES)


def outlined(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """The blocks of a document. Headings are larger than the text, or bold; else short lines before longer ones."""
    assembly = _Assembly(_Fonts.of(line for page in pages for line in page))
    for page in pages:
        assembly.page(page)
    assembly.flush()
    return assembly.outline.finish()


@dataclass(frozen=True)
class _Fonts:
    """The sizes of a document: that of its text, larger ones from the largest on, and the usual pitch of lines."""

    body: float
    larger: tuple[float, ...]
    has_bold_headings: bool
    pitch: float

    @staticmethod
    def of(lines: Iterable[Line]) -> "_Fonts":
        sizes: Counter[float] = Counter()
        pitches: Counter[float] = Counter()
        short: list[Line] = []
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
            pitches[round(line.pitch, 1)] += 0 < line.pitch < 2.2
            if len(line.text.split()) <= _HEADING_WORDS:
                short.append(line)
        body = sizes.most_common(1)[0][0] if sizes else 1.0
        larger = {_rounded(line.size) for line in short if line.size >= body * _LARGER}
        bold = sum(line.bold and line.size >= body * 0.95 for line in short)
        pitch = pitches.most_common(1)[0][0] if pitches else 1.2
        return _Fonts(body, tuple(sorted(larger, reverse=True)), 0 < bold < len(short), pitch or 1.2)

    def level(self, line: Line) -> int | None:
        """How deep a heading the line is; None when its font is that of the text."""
        if len(line.cells) > 1 or len(line.text.split()) > _HEADING_WORDS or not re.search(r"\w", line.text):
            return None
        if (size := _rounded(line.size)) in self.larger:
            return min(self.larger.index(size) + 1, _BOLD_LEVEL - 1)
        is_named = self.has_bold_headings and line.bold and not re.search(r"[.,;:!]$", line.text)
        return _BOLD_LEVEL if is_named else None


@dataclass
class _Assembly:
    """Collects lines until something else begins."""

    fonts: _Fonts
    outline: Outline = field(default_factory=Outline)
    _running: list[str] = field(default_factory=list[str])

    def page(self, lines: Sequence[Line]) -> None:
        position = 0
        while position < len(lines):
            position += (
                self._table(lines[position:])
                or self._heading(lines[position:])
                or self._text(lines, position)
            )

    def flush(self) -> None:
        text = _BEFORE_POINT.sub("\n", _HYPHEN.sub("", "".join(self._running)))
        for block in blocks_of(text.replace(_WRAP, " ")):
            self.outline.add(block.kind, block.lines)
        self._running.clear()

    def _table(self, lines: Sequence[Line]) -> int:
        """Lines that are parted into the same number of short cells. Returns how many were taken."""
        columns = len(lines[0].cells)
        rows = 0
        while rows < len(lines) and len(lines[rows].cells) == columns:
            rows += 1
        if columns < 2 or rows < (2 if columns > 2 else 3):
            return 0
        self.flush()
        self.outline.add(Kind.TABLE, table_of([line.cells for line in lines[:rows]]))
        return rows

    def _heading(self, lines: Sequence[Line]) -> int:
        """A heading, with the lines into which it was broken."""
        level = self.fonts.level(lines[0])
        if level is None:
            return self._guessed_heading(lines)
        taken = 1
        while (
            taken < min(3, len(lines))
            and self.fonts.level(lines[taken]) == level
            and 0 < lines[taken].pitch < 1.6
        ):
            taken += 1
        self.flush()
        self.outline.heading(" ".join(line.text for line in lines[:taken]), level)
        return taken

    def _guessed_heading(self, lines: Sequence[Line]) -> int:
        """In a document with one font: a short line that does not end like a sentence, before a longer one."""
        text, following = lines[0].text, lines[1].text if len(lines) > 1 else ""
        guessed = (
            not self.fonts.larger
            and not self.fonts.has_bold_headings
            and re.match(r"[A-Z0-9]", text)
            and len(text.split()) < 10
            and not re.search(r"[.,;:!\d]$", text)
            and len(following) > max(40, len(text))
        )
        if not guessed:
            return 0
        self.flush()
        self.outline.heading(text, _GUESSED_LEVEL)
        return 1

    def _text(self, lines: Sequence[Line], position: int) -> int:
        line = lines[position]
        if self._running and self._begins_paragraph(line, is_first=position == 0):
            self._running.append("\n\n")
        self._running.append(line.text + (_WRAP if line.full else "\n"))
        return 1

    def _begins_paragraph(self, line: Line, *, is_first: bool) -> bool:
        """More space than usual above, or a jump to another column or page that does not go on in mid-sentence."""
        if is_first or line.pitch <= 0:
            return not re.match(r"[a-zß-ÿ(]", line.text)
        return line.pitch > self.fonts.pitch * _PARAGRAPH_PITCH + 0.05


def _rounded(size: float) -> float:
    return round(size * 2) / 2
