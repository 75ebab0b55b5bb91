"""`python -m build_steps [model|web|node]`: makes what is stale; without a word, the model and the web app."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from build_steps import build_model, build_web
from build_steps.node import link_node
from build_steps.web import BuildError

STEPS: dict[str, Callable[[], bool]] = {"model": build_model, "web": build_web}


def main(wanted: list[str]) -> None:
    if wanted == ["node"]:
        link_node(Path(sys.prefix) / "bin")
        return
    for name in wanted or STEPS:
        started = time.monotonic()
        if STEPS[name]():
            print(f"  done in {time.monotonic() - started:.1f} s", flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (BuildError, subprocess.CalledProcessError) as failure:  # the tool's own words are above
        sys.exit(f"The build stopped: {failure}")
