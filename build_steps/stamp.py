"""Skips a step whose inputs have not changed since its output was made."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path


def make_if_stale(stamp: Path, inputs: Iterable[Path], make: Callable[[], None]) -> bool:
    """Run `make()` unless `stamp` (a file among the outputs) names exactly these inputs; True when it ran.

    The stamp goes first and comes back last: a step that was cut short runs again.
    """
    wanted = fingerprint(inputs, stamp.parent)
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    stamp.unlink(missing_ok=True)
    make()
    stamp.write_text(wanted)
    return True


def fingerprint(files: Iterable[Path], seen_from: Path) -> str:
    """One SHA-256 over the relative names and the contents of `files`, in a fixed order."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(os.path.relpath(file, seen_from).encode() + b"\0")
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
