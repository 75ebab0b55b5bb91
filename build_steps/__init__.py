"""What has to be made before the package is whole: the embedding model and the web app.

`hatch_build.py` runs these steps for a wheel, `python -m build_steps` for a checkout. Standard library only,
except `weights.py` and `graph.py`. A step is skipped when nothing it depends on has changed (`stamp.py`).
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_steps import web
from build_steps.stamp import make_if_stale

ROOT = Path(__file__).parent.parent
BUILT = ROOT / "src" / "deskbell" / "_built"
STAMP = ".made-from"


def build_model() -> bool:
    """Make `_built/model` unless it is fresh; True when it was made."""
    inputs = [ROOT / "build_steps" / name for name in ("graph.py", "model.py", "weights.py")]
    inputs.append(ROOT / "requirements" / "model.txt")
    with _one_build_at_a_time("model"):
        return make_if_stale(BUILT / "model" / STAMP, inputs, _make_model)


def _make_model() -> None:
    from build_steps.model import make  # numpy and onnx are needed only when something is stale

    print("Building the embedding model.", flush=True)
    make(BUILT / "model")


def build_web() -> bool:
    """Make `_built/dashboard` and `_built/widget` unless they are fresh; True when they were made."""
    with _one_build_at_a_time("web"):
        return make_if_stale(BUILT / "dashboard" / STAMP, web.sources(), _make_web)


def _make_web() -> None:
    print("Building the web app.", flush=True)
    web.make(BUILT)


@contextmanager
def _one_build_at_a_time(name: str) -> Iterator[None]:
    BUILT.mkdir(parents=True, exist_ok=True)
    with (BUILT / f".{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
