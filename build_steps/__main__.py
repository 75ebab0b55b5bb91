"""`python -m build_steps [model|web|tools]`: makes what is stale; without a word, the model and the web app."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from build_steps import build_model, build_web
from build_steps.tools import link_node

STEPS: dict[str, Callable[[], bool]] = {"model": build_model, "web": build_web}


def main(wanted: list[str]) -> None:
    if wanted == ["tools"]:
        link_node(Path(sys.prefix) / "bin")
        return
    for name in wanted or STEPS:
        started = time.monotonic()
        if STEPS[name]():
            print(f"Built the {name} in {time.monotonic() - started:.1f} s.", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
