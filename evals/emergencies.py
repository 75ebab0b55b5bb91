"""How well the emergency screen hears: recall on our own sets, false alarms on benign chat. `python -m evals.emergencies`."""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskbell.safety.emergency import screen
from evals.benign import benign_lines

SETS = Path(__file__).parent / "sets"


def alarmed(text: str, earlier: Sequence[str] = ()) -> bool:
    alarm = screen(text, earlier)
    return alarm is not None and alarm.level == "emergency"


def missed(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not alarmed(line)]


def report_set(name: str) -> None:
    lines = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    for part in ("explicit", "indirect"):
        misses = missed(lines[part])
        print(
            f"{name} {part}: {len(lines[part]) - len(misses)}/{len(lines[part])}",
            *misses,
            sep="\n    missed: ",
        )
    broken = [messages for messages in lines["split"] if not alarmed(messages[-1], messages[:-1])]
    print(
        f"{name} split: {len(lines['split']) - len(broken)}/{len(lines['split'])}",
        *broken,
        sep="\n    missed: ",
    )
    false = [line for line in lines["soft"] if alarmed(line)]
    print(f"{name} soft: {len(false)} of {len(lines['soft'])} alarm", *false, sep="\n    alarms: ")


def report_benign() -> None:
    for source, lines in benign_lines().items():
        false = [line for line in lines if alarmed(line)]
        noted = sum(screen(line) is not None for line in lines) - len(false)
        print(
            f"{source}: {len(false)} of {len(lines)} alarm ({100 * len(false) / len(lines):.2f} %), {noted} quiet notes"
        )
        print(*(f"    {line!r}: {screen(line)}" for line in false[:20]), sep="\n")


if __name__ == "__main__":
    for name in ("emergency_own", "emergency_unseen", "emergency_unseen_2", "emergency_unseen_3"):
        report_set(name)
    report_benign()
