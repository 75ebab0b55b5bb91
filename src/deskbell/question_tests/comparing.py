"""How a result differs from the one before it, and a run in one sentence. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from uuid import UUID

Change: TypeAlias = Literal["newly_failing", "fixed", "changed"]


@dataclass(frozen=True)
class Outcome:
    """As much of a result as is compared."""

    passed: bool
    answer: str
    source_ids: Sequence[UUID]


def change(before: Outcome | None, now: Outcome) -> Change | None:
    """None when nothing is different, or there is nothing to compare with."""
    if before is None:
        return None
    if before.passed != now.passed:
        return "fixed" if now.passed else "newly_failing"
    same = (before.answer, list(before.source_ids)) == (now.answer, list(now.source_ids))
    return "changed" if now.passed and not same else None


def summary(*, newly_failing: int, fixed: int, changed: int) -> str:
    """“2 newly failing, 1 fixed, 3 answers changed but still passing.”"""
    answers = "answer" if changed == 1 else "answers"
    parts = [
        f"{newly_failing} newly failing" if newly_failing else "",
        f"{fixed} fixed" if fixed else "",
        f"{changed} {answers} changed but still passing" if changed else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{told[0].upper()}{told[1:]}." if told else "Nothing changed since the run before."
