"""How well clinical questions are told from logistics. `python -m evals.clinical`."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from deskbell.safety.clinical import is_clinical
from evals.benign import benign_lines
from evals.emergency_lines import lines_of
from evals.figures import Row, or_why_not, share

SETS = Path(__file__).parent / "sets"
HELD_OUT = "clinical_test"  # written before the linear model was fitted


def rows() -> list[Row]:
    """The held-out set, and the one the lexicon was written with."""
    lines = tomllib.loads((SETS / "clinical_own.toml").read_text(encoding="utf-8"))
    held_out = set_named(HELD_OUT)
    on = f"held out, {len(held_out['clinical'])} and {len(held_out['administrative'])} lines in seven languages"
    return [
        Row("clinical questions heard", fired(held_out["clinical"]), "1.000", on),
        Row("administrative questions taken for clinical", fired(held_out["administrative"]), "0", on),
        Row("clinical questions heard", fired(lines["clinical"]), "", "own set, seen"),
        Row("logistics taken for clinical", fired(lines["logistics"]), "0", "own set, seen"),
    ]


def public_rows() -> list[Row]:
    """How often it fires on other chat of public sets."""
    return [
        Row("other chat taken for clinical", fired(chat), "", source)
        for source, chat in benign_lines().items()
    ]


def set_named(name: str) -> dict[str, list[str]]:
    parts = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    return {part: lines_of(listed) for part, listed in parts.items()}


def fired(lines: Sequence[str]) -> str:
    return share(sum(is_clinical(line) is not None for line in lines), len(lines))


def main() -> None:
    lines = tomllib.loads((SETS / "clinical_own.toml").read_text(encoding="utf-8"))
    missed = [line for line in lines["clinical"] if not is_clinical(line)]
    false = [line for line in lines["logistics"] if is_clinical(line)]
    print(
        f"clinical: {len(lines['clinical']) - len(missed)}/{len(lines['clinical'])}",
        *missed,
        sep="\n    missed: ",
    )
    print(
        f"logistics: {len(false)} of {len(lines['logistics'])} fire",
        *(f"{t} <- {is_clinical(t)}" for t in false),
        sep="\n    false: ",
    )
    or_why_not(report_benign)


def report_benign() -> None:
    for source, chat in benign_lines().items():
        fired = [line for line in chat if is_clinical(line)]
        print(f"{source}: {len(fired)} of {len(chat)} fire", *fired[:12], sep="\n    ")


if __name__ == "__main__":
    main()
