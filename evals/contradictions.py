"""Passages that contradict each other, and passages of a time gone by: `python -m evals.contradictions [-v]`.

Lines at even places of both sets were looked at while the rules were made; those at odd places were not. What real pages
without any contradiction are told is counted on the help pages that DESKBELL_TELEHEALTH names and on the demo clinic.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import deskbell
from deskbell.knowledge.freshness.conflicts import Stored, conflicts
from deskbell.knowledge.freshness.staleness import stale
from deskbell.knowledge.passages import cut
from deskbell.knowledge.reading.blocks import Unreadable
from deskbell.knowledge.reading.formats import read
from evals.figures import Row, share
from evals.public import HELP_PAGES, help_pages

SETS = Path(__file__).parent / "sets"
CLINIC = Path(deskbell.__file__).parent / "demo_clinic"
TODAY = date(2026, 3, 2)  # of the second set
HALVES = ((1, "held-out half"), (0, "half that was looked at"))


@dataclass(frozen=True)
class Judged:
    """`line` of a set, whether it should be flagged, and whether it was."""

    line: str
    wanted: bool
    flagged: bool


def rows() -> list[Row]:
    """Both sets, the half that was not looked at first; then real pages."""
    found: list[Row] = []
    for what, judged in (("contradictions", contradictions()), ("out of date", out_of_date())):
        for first, half in HALVES:
            found += _rows(what, judged[first::2], half)
    pages = list(_pages())
    flags = [*conflicts(pages), *stale(pages, TODAY)]
    found.append(Row("flags on real pages", str(len(flags)), "0", f"{len(pages)} passages, looked at"))
    return found


def contradictions() -> list[Judged]:
    """Two passages of two documents each."""
    judged: list[Judged] = []
    for line in _lines("contradictions.tsv"):
        label, path, text, other_path, other = line.split("\t")
        pair = [_stored(1, path, text), _stored(2, other_path, other)]
        judged.append(Judged(line, label == "conflict", bool(conflicts(pair))))
    return judged


def out_of_date() -> list[Judged]:
    """One passage each."""
    judged: list[Judged] = []
    for line in _lines("out_of_date.tsv"):
        label, path, text = line.split("\t")
        judged.append(Judged(line, label == "old", bool(stale([_stored(1, path, text)], TODAY))))
    return judged


def _rows(what: str, judged: Sequence[Judged], half: str) -> list[Row]:
    wanted = [one for one in judged if one.wanted]
    fine = [one for one in judged if not one.wanted]
    return [
        Row(f"{what}: flagged", share(_flagged(wanted), len(wanted)), "", f"{len(judged)} own lines, {half}"),
        Row(f"{what}: flagged without reason", share(_flagged(fine), len(fine)), "0", f"{half}"),
    ]


def _flagged(judged: Iterable[Judged]) -> int:
    return sum(one.flagged for one in judged)


def _pages() -> Iterable[Stored]:
    files = sorted(help_pages().rglob("*.md")) if os.environ.get(HELP_PAGES) else []
    number = 0
    for document, page in enumerate([*files, *sorted(CLINIC.glob("*.md"))]):
        try:
            reading = read(page.read_bytes(), page.name)
        except Unreadable:  # a page of front matter only
            continue
        for piece in cut(reading):
            number += 1
            yield Stored(UUID(int=number), UUID(int=document), reading.title, piece.path, piece.text)


def _stored(number: int, path: str, text: str) -> Stored:
    return Stored(UUID(int=number), UUID(int=100 + number), f"Page {number}", path, text)


def _lines(name: str) -> list[str]:
    return (SETS / name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    print(*rows(), sep="\n")
    if "-v" in sys.argv:  # the half that may be looked at
        for one in (*contradictions()[::2], *out_of_date()[::2]):
            if one.wanted != one.flagged:
                print("missed " if one.wanted else "wrongly", one.line)
