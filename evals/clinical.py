"""How well clinical questions are told from logistics. `python -m evals.clinical`."""

import tomllib
from pathlib import Path

from deskbell.safety.clinical import is_clinical
from evals.benign import benign_lines

SETS = Path(__file__).parent / "sets"


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
    for source, chat in benign_lines().items():
        fired = [line for line in chat if is_clinical(line)]
        print(f"{source}: {len(fired)} of {len(chat)} fire", *fired[:12], sep="\n    ")


if __name__ == "__main__":
    main()
