"""Markdown for printed pages."""

from collections.abc import Iterable, Sequence


def page(title: str, introduction: str, *parts: str) -> str:
    """A whole page, with the mark that it is printed."""
    mark = "<!-- Printed from the code by `make docs`. Changes made here are lost. -->"
    return "\n\n".join([f"# {title}", mark, introduction, *parts]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join([_line(head), "|" + "---|" * len(head), *map(_line, rows)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
