"""Figures of quality beside what they have to beat, and `docs/quality.md`, the page that keeps the last ones."""

import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "quality.md"
_HEADER = "| What | Figure | To beat | On what |\n|---|---|---|---|"


@dataclass(frozen=True)
class Row:
    """One measured figure. `to_beat`: a baseline or a target, with its name; empty when there is none. `on` names the set,
    its size, and which part of it was never used for tuning.
    """

    what: str
    figure: str
    to_beat: str
    on: str

    def __str__(self) -> str:
        return f"  {self.what:<58} {self.figure:<22} {self.to_beat:<44} {self.on}"


class Skipped(Exception):
    """A public set is not on this machine; the sentence says which, and how to name its folder."""


def or_why_not(report: Callable[[], None]) -> None:
    """Print a part of a report, or that it was skipped."""
    try:
        report()
    except Skipped as reason:
        print(f"skipped: {reason}")


def share(part: int, whole: int) -> str:
    """ "41/48 (.854)": counts first, since small sets make proud shares."""
    small = whole > 0 and 0 < part / whole < 0.01
    return f"{part}/{whole} ({decimals(part / whole, 4 if small else 3)})" if whole else "0/0"


def decimals(value: float, places: int = 3) -> str:
    """ ".854", as rankings are usually printed; 1 stays "1.000"."""
    return f"{value:.{places}f}".replace("0.", ".", 1) if 0 <= value < 1 else f"{value:.{places}f}"


def product_version() -> str:
    """The released version and the commit that was measured."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=PAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    return f"{version('deskbell')} ({commit})" if commit else version("deskbell")


def with_section(page: str, name: str, rows: Sequence[Row], measured: str) -> str:
    """The page with the section of this evaluation written anew; what other evaluations wrote stays as it is."""
    table = "\n".join(f"| {row.what} | {row.figure} | {row.to_beat} | {row.on} |" for row in rows)
    title = name.replace("_", " ").capitalize()
    section = f"<!-- {name} -->\n## {title}\n\n{measured}\n\n{_HEADER}\n{table}\n<!-- end of {name} -->"
    old = re.compile(rf"<!-- {name} -->.*?<!-- end of {name} -->", re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: section, page)
    return f"{page.rstrip()}\n\n{section}\n"
