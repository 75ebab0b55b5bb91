"""Question tests as a csv sheet, out and in: question, expectation, words, note. Pure."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deskbell.events.wire import Reason
from deskbell.question_tests.expectations import (
    Expectation,
    FromSource,
    HandsOff,
    NothingFound,
    Quotes,
    SmallTalk,
)

COLUMNS = ("question", "expectation", "words", "note")
KINDS = ("quotes", "from_source", "hands_off", "nothing_found", "small_talk")
FORMULA = ("=", "+", "-", "@", "\t")  # a spreadsheet would run what begins so


@dataclass(frozen=True)
class Line:
    """A test as it stands in a sheet."""

    question: str
    expectation: Expectation
    note: str = ""


@dataclass(frozen=True)
class Wrong:
    """A line that cannot be taken in, and why. `number` counts from 1, the heading included."""

    number: int
    sentence: str


def write(lines: Iterable[Line]) -> str:
    """The sheet, heading first."""
    written: list[str] = []
    sheet = csv.writer(_Lines(written))
    sheet.writerow(COLUMNS)
    for line in lines:
        kind, words = line.expectation.kind, _words(line.expectation)
        sheet.writerow([_harmless(cell) for cell in (line.question, kind, words, line.note)])
    return "".join(written)


def read(text: str) -> Iterator[Line | Wrong]:
    """Each line as a test, or what is wrong with it. A heading is optional; empty lines are passed over."""
    for number, cells in enumerate(csv.reader(text.removeprefix("\ufeff").splitlines()), start=1):
        given = [cell.strip().removeprefix("'") for cell in cells]
        if not any(given) or (number == 1 and given[0].lower() == COLUMNS[0]):
            continue
        yield _line(number, [*given, "", "", "", ""][:4])


def _line(number: int, cells: list[str]) -> Line | Wrong:
    question, kind, words, note = cells
    if not question or len(question) > 1000:
        return Wrong(number, "The question is missing or longer than 1,000 characters.")
    expected = _expectation(kind.lower().replace(" ", "_"), words[:300])
    if isinstance(expected, str):
        return Wrong(number, expected)
    return Line(question, expected, note[:500])


def _expectation(kind: str, words: str) -> Expectation | str:
    match kind:
        case "quotes" | "from_source" if not words:
            return f"“{kind}” needs its words in the third column."
        case "quotes":
            return Quotes(words)
        case "from_source":
            return FromSource(None, words)
        case "hands_off" if words and words not in {reason.value for reason in Reason}:
            return f"“{words}” is no reason of a handoff."
        case "hands_off":
            return HandsOff(Reason(words) if words else None)
        case "nothing_found":
            return NothingFound()
        case "small_talk":
            return SmallTalk()
        case _:
            return f"“{kind}” is no expectation. Use one of: {', '.join(KINDS)}."


def _words(expected: Expectation) -> str:
    match expected:
        case Quotes(words):
            return words
        case FromSource(title=title):
            return title
        case HandsOff(reason):
            return reason.value if reason else ""
        case NothingFound() | SmallTalk():
            return ""


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


class _Lines:
    """What `csv.writer` writes to."""

    def __init__(self, written: list[str]) -> None:
        self._written = written

    def write(self, line: str) -> None:
        self._written.append(line)
