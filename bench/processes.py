"""What a tree of processes costs: processor time used, and memory with shared pages counted once (PSS)."""

import os
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def tree(root: int) -> list[int]:
    """`root` and everything below it that lives now."""
    below: dict[int, list[int]] = {}
    for pid, parent in _parents():
        below.setdefault(parent, []).append(pid)
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def cpu_seconds(root: int) -> float:
    """User and system time of the tree so far, with that of children that have ended."""
    return sum(_ticks(pid) for pid in tree(root)) / TICKS_PER_SECOND


def pss_megabytes(root: int) -> dict[str, float]:
    """What each kind of process really holds."""
    kinds: dict[str, float] = {}
    for pid in tree(root):
        kinds[_kind(pid)] = kinds.get(_kind(pid), 0.0) + _pss(pid)
    return kinds


def _kind(pid: int) -> str:
    command = _read(pid, "cmdline").replace("\0", " ")
    for words, kind in (("uvicorn", "web"), ("deskbell.worker", "worker"), ("deskbell.cli", "supervisor")):
        if words in command:
            return kind
    return "postgres" if "postgres" in command else "other"


def _parents() -> Iterator[tuple[int, int]]:
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (fields := _fields(int(entry.name))):
            yield int(entry.name), int(fields[1])


def _ticks(pid: int) -> int:
    return sum(int(field) for field in _fields(pid)[11:15])


def _fields(pid: int) -> list[str]:
    """Of /proc/PID/stat, from the state on (the name before it may hold spaces)."""
    return _read(pid, "stat").rpartition(")")[2].split()


def _pss(pid: int) -> float:
    lines = _read(pid, "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _read(pid: int, name: str) -> str:
    try:
        return (PROC / str(pid) / name).read_text()
    except OSError:  # it has ended meanwhile
        return ""
