"""How well the emergency screen hears: recall on our own sets, false alarms on benign chat. `python -m evals.emergencies`."""

import asyncio
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskbell.embedding import BuiltIn
from deskbell.safety import second_look
from deskbell.safety.emergency import screen
from evals.benign import benign_lines
from evals.emergency_lines import lines_of
from evals.figures import Row, or_why_not, share

SETS = Path(__file__).parent / "sets"
HELD_OUT = "emergency_test_3"  # written before the third training grammar, and used for nothing else
OWN_SETS = ("emergency_own", "emergency_unseen", "emergency_unseen_2", "emergency_unseen_3")


def alarmed(text: str, earlier: Sequence[str] = ()) -> bool:
    alarm = screen(text, earlier)
    return alarm is not None and alarm.level == "emergency"


@dataclass(frozen=True)
class Reached:
    """How many of some lines take the chat over in the request, with the second look too, and are at least shown the numbers."""

    of: int
    at_once: int
    taken_over: int
    shown: int


def reached(lines: Sequence[str], model: BuiltIn) -> Reached:
    at_once = taken_over = shown = 0
    for line in lines:
        first, second = screen(line), looked_again(line, model)
        levels = {heard.level for heard in (first, second) if heard is not None}
        at_once += first is not None and first.level == "emergency"
        taken_over += "emergency" in levels
        shown += bool(levels)
    return Reached(len(lines), at_once, taken_over, shown)


def looked_again(line: str, model: BuiltIn) -> second_look.Heard | None:
    """What the start of the turn hears."""
    sentences = second_look.to_look_at(line)
    if not sentences:
        return None
    vectors = asyncio.run(model.embed_passages(second_look.plain(sentences))).tolist()
    return second_look.heard_in(sentences, vectors)


def held_out_rows() -> list[Row]:
    """In the request alone, with the second look of the turn, and how many are shown the numbers at least."""
    parts, figures, model = set_named(HELD_OUT), list[Row](), BuiltIn()
    for part, wanted in (("explicit", "1.000"), ("indirect", ".980"), ("hard", ".010"), ("ordinary", ".010")):
        found = reached(parts[part], model)
        on = f"held out, {found.of} lines in seven languages"
        figures += [
            Row(
                f"{part} lines that take the chat over, in the request",
                share(found.at_once, found.of),
                "",
                on,
            ),
            Row(
                f"{part} lines that take the chat over, with the second look",
                share(found.taken_over, found.of),
                wanted,
                on,
            ),
            Row(
                f"{part} lines for which the numbers are shown at least", share(found.shown, found.of), "", on
            ),
        ]
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
    parts = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    return {part: lines_of(listed) for part, listed in parts.items()}


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
