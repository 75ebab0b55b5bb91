"""Building a reading block by block while the headings change above it."""

from deskbell.knowledge.reading.blocks import Block, Kind

_BOLD_HEADING_WORDS = 12
_DEEPEST_POINT = 5


class Outline:
    """Remembers the headings in force. Empty text is ignored, so callers need not look."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._blocks: list[Block] = []

    def heading(self, text: str, level: int) -> None:
        """Ends every heading of the same or a deeper level (1 is the outermost)."""
        if not text:
            return
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._headings.append((level, text))

    def bold(self, text: str) -> None:
        """A paragraph all in bold is a heading when it reads like one, and text when it is a sentence."""
        if text.endswith((".", ":", ",", "!")) or len(text.split()) > _BOLD_HEADING_WORDS:
            self.add(Kind.PARAGRAPH, (text,))
        else:
            self.heading(text, 7)

    def point(self, text: str, level: int = 0) -> None:
        """One point of a list, `level` steps deep; points that follow each other are one list."""
        if not text:
            return
        line = f"{'  ' * min(level, _DEEPEST_POINT)}- {text}"
        path = self._path()
        last = self._blocks[-1] if self._blocks else None
        if last is not None and last.kind is Kind.LIST and last.path == path:
            self._blocks[-1] = Block(path, Kind.LIST, (*last.lines, line))
        else:
            self.add(Kind.LIST, (line,))

    def forget_announcement(self) -> None:
        """Drop a last "Jump to a section:" whose list is not kept."""
        if self._blocks and self._blocks[-1].lines[-1].endswith(":"):
            self._blocks.pop()

    def add(self, kind: Kind, lines: tuple[str, ...]) -> None:
        if lines:
            self._blocks.append(Block(self._path(), kind, lines))

    def finish(self) -> tuple[Block, ...]:
        return tuple(self._blocks)

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)
