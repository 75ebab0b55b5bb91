"""How well the emergency screen hears: recall on our own sets, false alarms on benign chat. `python -m evals.emergencies`."""

import asyncio
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskbell.embedding import BuiltIn
from deskbell.safety import second_look
from deskbell.safety.emergency import screen
from evals.benign import benign_lines
from evals.figures import Row, or_why_not, share

SETS = Path(__file__).parent / "sets"
HELD_OUT = "emergency_test_2"  # written before the models were fitted, and used for nothing else
OWN_SETS = ("emergency_own", "emergency_unseen", "emergency_unseen_2", "emergency_unseen_3")


def alarmed(text: str, earlier: Sequence[str] = ()) -> bool:
    alarm = screen(text, earlier)
    return alarm is not None and alarm.level == "emergency"


def looked_twice(lines: Sequence[str]) -> int:
    """How many alarm in the request or at the start of the turn."""
    model, heard = BuiltIn(), 0
    for line in lines:
        sentences = second_look.to_look_at(line)
        vectors = asyncio.run(model.embed_passages(sentences)).tolist()
        heard += alarmed(line) or second_look.alarming(sentences, vectors) is not None
    return heard


def held_out_rows() -> list[Row]:
    """In the request alone, and with the second look of the turn. The soft lines are hard on purpose."""
    parts = set_named(HELD_OUT)
    figures: list[Row] = []
    for part, wanted in (("explicit", "1.000"), ("indirect", ".980"), ("soft", "0")):
        lines, on = parts[part], f"held out, {len(parts[part])} lines in seven languages"
        first = sum(map(alarmed, lines))
        figures.append(Row(f"{part} lines that alarm, in the request", share(first, len(lines)), wanted, on))
        both = looked_twice(lines)
        figures.append(
            Row(f"{part} lines that alarm, with the second look", share(both, len(lines)), wanted, on)
        )
    return figures


def missed(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not alarmed(line)]


def rows() -> list[Row]:
    """The held-out set, and recall over our four older sets together (regression sets by now, see evals/README.md)."""
    sets = [set_named(name) for name in OWN_SETS]
    figures = held_out_rows()
    for part in ("explicit", "indirect"):
        lines = [line for one in sets for line in one[part]]
        heard = len(lines) - len(missed(lines))
        figures.append(Row(f"{part} emergencies heard", share(heard, len(lines)), "", "four own sets, seen"))
    soft = [line for one in sets for line in one["soft"]]
    figures.append(Row("soft lines that alarm", share(sum(map(alarmed, soft)), len(soft)), "0", "the same"))
    return figures


def public_rows() -> list[Row]:
    """Alarms on ordinary chat of public sets."""
    return [
        Row("benign chat that alarms", share(sum(map(alarmed, lines)), len(lines)), "0", source)
        for source, lines in benign_lines().items()
    ]


def set_named(name: str) -> dict[str, list[str]]:
    return tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))


def report_set(name: str) -> None:
    lines = set_named(name)
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
    for name in OWN_SETS:
        report_set(name)
    or_why_not(report_benign)
