"""How a measurement is said: beside its reference, with its spread, against its target."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def spread(values: Sequence[float], digits: int = 1) -> str:
    """Median and the range of repeated measurements."""
    return f"{median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


@dataclass
class Report:
    """Prints each figure as it is found; remembers which targets were missed."""

    missed: list[str] = field(default_factory=list[str])

    def section(self, title: str) -> None:
        print(f"\n{title}", flush=True)

    def tells(self, label: str, words: str) -> None:
        print(f"  {label:<58} {words}", flush=True)

    def judges(self, label: str, value: float, target: float, unit: str, *, at_least: bool = False) -> None:
        """One figure that has a target."""
        met = value >= target if at_least else value <= target
        sign = "≥" if at_least else "≤"
        self.tells(
            label, f"{value:8.1f} {unit}   target {sign} {target:g} {unit}   {'ok' if met else 'MISSED'}"
        )
        if not met:
            self.missed.append(label)
