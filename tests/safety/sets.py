"""The question sets of `evals/`, as test parameters."""

import tomllib
from pathlib import Path

SETS = Path(__file__).parents[2] / "evals" / "sets"


def lines(name: str, part: str) -> list[str]:
    listed = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))[part]
    if isinstance(listed, list):
        return listed
    return [line for text in listed.values() for line in text.strip().splitlines()]


def splits(name: str) -> list[list[str]]:
    return tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))["split"]
